/**
 * Another team's way in: from openapi.json alone a typed client is made, and with it a deal goes through a process.
 * Nothing of ours is imported by it but what the file says.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'
import { createPageBackend, type PageBackend } from '../../mocks/pageBackend.ts'

const folder = mkdtempSync(join(tmpdir(), 'stagecraft-client-'))
const compiler = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))
let backend: PageBackend
let source = ''
beforeAll(async () => {
  backend = await createPageBackend()
  const described = await backend.fetch(new Request('http://page.test/api/openapi.json'))
  const bytes = new Uint8Array(await described.arrayBuffer())
  const code = await main(['client', 'openapi.json'], {
    out: (text) => {
      source += text
    },
    err: (text) => expect.fail(text),
    read: () => bytes,
    write: () => {},
    color: false,
  })
  expect(code).toBe(0)
  writeFileSync(join(folder, 'stagecraft.ts'), source)
})
afterAll(async () => {
  await backend.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the compiler says of a program that uses the client; empty where it has nothing against it. */
function saidOf(program: string): string {
  writeFileSync(join(folder, 'program.ts'), program)
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--erasableSyntaxOnly']
  const lib = [
    '--target',
    'es2023',
    '--lib',
    'es2023,dom',
    '--types',
    '',
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
  ]
  const files = ['--allowImportingTsExtensions', join(folder, 'program.ts')]
  try {
    execFileSync(compiler, [...options, ...lib, ...files], { cwd: folder, stdio: 'pipe' })
    return ''
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

describe('a client made from openapi.json', () => {
  it('takes a deal through a process: signs in, asks what blocks a move, makes it, reads what it came to', async () => {
    const { createStagecraft, StagecraftError } = await import(
      pathToFileURL(join(folder, 'stagecraft.ts')).href
    )
    let token: string | null = null
    const call = createStagecraft({
      baseUrl: 'http://page.test',
      token: () => token,
      fetch: (request: Request) => backend.fetch(request),
    })
    const credentials = { email: 'administrator@demo.example', password: 'Stagecraft-demo-1' }
    token = (await call('auth.signIn', { body: credentials })).access_token

    const { results: stages } = await call('stages.list', { query: { is_active: true } })
    const [first, second] = stages
    const id = 'DEAL-FROM-OUTSIDE'
    const at = '2026-11-20T09:00:00Z'
    const deal = { id, stage_id: first.id, fields: {}, entered_stage_at: at }
    const { verdicts } = await call('transitions.evaluate', { body: { deal } })
    const onward = verdicts.find((verdict: { to_stage_id: string }) => verdict.to_stage_id === second.id)
    expect(onward.outcome).toBe('blocked')
    const fields = Object.fromEntries(
      onward.blockers.flatMap(({ field }: { field: string | null }) => (field ? [[field, 'yes']] : [])),
    )
    expect(Object.keys(fields)).not.toEqual([])

    const projection = {
      id,
      name: 'From outside',
      status: 'open',
      amount: 900,
      created_at: at,
      entered_stage_at: at,
    }
    const move = (stage_id: string) =>
      call('opportunities.feed', { body: { opportunities: [{ ...projection, stage_id }] } })
    expect(await move(first.id)).toEqual({ inserted: 1, updated: 0 })
    expect(await move(second.id)).toEqual({ inserted: 0, updated: 1 })
    const history = await call('stageHistory.list', { query: { opportunity_id: id } })
    expect(history.results.map((row: { to_stage_id: string }) => row.to_stage_id)).toEqual([
      first.id,
      second.id,
    ])
    const analytics = await call('analytics.stages')
    expect(
      analytics.stages.find((row: { stage_id: string }) => row.stage_id === second.id).still_in,
    ).toBeGreaterThan(0)

    const refusal = await call('stages.read', { params: { id: 'nobody' } }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StagecraftError)
    expect(refusal).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it('is typed: what fits compiles, and what does not is told where', () => {
    const program = (lines: string) =>
      `import { createStagecraft } from './stagecraft.ts'\nconst call = createStagecraft({ baseUrl: 'x' })\n${lines}`
    expect(
      saidOf(
        program(`const { results } = await call('stages.list', { query: { page: 1 } })
export const names: string[] = results.map((stage) => stage.stage_name)
export const { verdicts } = await call('transitions.evaluate', {
  body: { deal: { id: 'd', stage_id: 's', fields: {}, entered_stage_at: '2026-01-31T09:00:00Z' } },
})
export const analytics = await call('analytics.stages')`),
      ),
    ).toBe('')
    const said = saidOf(
      program(`await call('stages.lst')
await call('stages.read', { params: {} })
export const name: number = (await call('stages.read', { params: { id: 'x' } })).stage_name`),
    )
    expect(said.match(/program\.ts\((\d),/g)).toEqual(['program.ts(3,', 'program.ts(4,', 'program.ts(5,'])
  })
})
