/** The domain's compiler settings and the lint rules are seen to refuse what the domain may not name. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Command, root, scriptOf } from '../../bootstrap/command.ts'

let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'stagecraft-purity-'))
  for (const file of [
    'tsconfig.base.json',
    'tsconfig.domain.json',
    'biome.json',
    'knip.json',
    'package.json',
  ])
    cpSync(join(root, file), join(home, file))
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  mkdirSync(join(home, 'src', 'domain'), { recursive: true })
  mkdirSync(join(home, '.git'))
  writeFileSync(join(home, '.gitignore'), 'node_modules\n')
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

function run(command: Command, args: readonly string[]): { ok: boolean; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptOf(command), ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { ok: status === 0, text: stdout + stderr }
}

function domainSays(text: string): string {
  const file = join(home, 'src', 'domain', 'subject.ts')
  writeFileSync(file, `${text}\n`)
  return file
}

describe('the domain does not compile when it names', () => {
  const compile = (text: string): { ok: boolean; text: string } => {
    domainSays(text)
    return run('tsc', ['-p', 'tsconfig.domain.json', '--noEmit'])
  }

  it.each([
    ['the page', 'export const width = window.innerWidth'],
    ['the document', 'export const title = document.title'],
    ['the network', `export const answer = fetch('/')`],
    ['the timer', 'setTimeout(() => {}, 1)\nexport {}'],
    ['the process', 'export const folder = process.cwd()'],
    ['Node', `export { readFileSync } from 'node:fs'`],
    ['a row that may be absent', 'export const first = (rows: string[]): string => rows[0]'],
    ['an enum', 'export enum Kind { a }'],
  ])('%s', (_what, text) => {
    expect(compile(text).ok).toBe(false)
  })

  it('but does otherwise', () => {
    expect(compile('export const double = (n: number): number => 2 * n')).toEqual({ ok: true, text: '' })
  })
})

describe('the linter refuses', () => {
  const lint = (text: string): { ok: boolean; text: string } => run('biome', ['lint', domainSays(text)])

  it.each([
    ['noJsRestrictedProperties', 'export const chance = (): number => Math.random()'],
    ['noJsRestrictedProperties', 'export const now = (): number => Date.now()'],
    ['noRestrictedGlobals', 'export const now = (): number => performance.now()'],
    ['noExplicitAny', 'export const anything: any = 1'],
    ['noNonNullAssertion', 'export const first = (rows: string[]): string => rows[0]!'],
    [
      'noFloatingPromises',
      'export async function later(): Promise<void> {}\nexport function go(): void {\n  later()\n}',
    ],
  ])('by %s: %s', (rule, text) => {
    const { ok, text: said } = lint(text)
    expect(said).toContain(rule)
    expect(ok).toBe(false)
  })

  it('nothing in a sound file', () => {
    const { ok, text } = lint('export const double = (n: number): number => 2 * n')
    expect(text).not.toContain('lint/')
    expect(ok).toBe(true)
  })
})

describe('the search for dead code', () => {
  it('names a file that nobody imports, an export that nobody uses, and a dependency that nobody needs', () => {
    mkdirSync(join(home, 'server'), { recursive: true })
    writeFileSync(join(home, 'server', 'main.ts'), `import { alive } from './alive.ts'\n\nalive()\n`)
    writeFileSync(
      join(home, 'server', 'alive.ts'),
      'export const alive = (): number => 1\nexport const forgotten = (): number => 2\n',
    )
    writeFileSync(join(home, 'server', 'dead.ts'), 'export const dead = 1\n')
    const { ok, text } = run('knip', ['--reporter', 'compact', '--no-config-hints'])
    expect(text).toContain('server/dead.ts')
    expect(text).toContain('forgotten')
    expect(text).toContain('hono')
    expect(ok).toBe(false)
  })
})
