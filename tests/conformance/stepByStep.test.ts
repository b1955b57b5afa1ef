/**
 * The client for a backend of the blueprint's ten endpoints, against our server with everything else switched off: a
 * publish taken in steps ends the same wherever it is cut, does nothing twice, and notices others.
 */
import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPageBackend, type PageBackend } from '../../mocks/pageBackend.ts'
import { withProfile } from '../../server/profiles/profile.ts'
import type { Backend } from '../../src/data/api/backend.ts'
import { createBlueprintBackend } from '../../src/data/api/backends/blueprint.ts'
import { backendConfigSchema } from '../../src/data/api/backends/config.ts'
import { createClient, type Fetch } from '../../src/data/api/client.ts'
import { createSession, type Session } from '../../src/data/api/session.ts'
import { type CommandCall, execute } from '../../src/domain/commands/registry.ts'
import { type ProcessDocument, stagesInOrder } from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import { aContext } from '../kit/builders.ts'

let page: PageBackend
let session: Session
const url = 'http://stagecraft.test'
const config = backendConfigSchema.parse({ base_url: url })

beforeAll(async () => {
  page = await createPageBackend()
  session = createSession({ baseUrl: url, fetch: served })
  const signedIn = await session.signIn('director@demo.example', 'Stagecraft-demo-1')
  expect(signedIn.ok).toBe(true)
})
afterAll(() => page.close())

const server = { fetch: (request: Request) => page.fetch(request) }
const blueprint = withProfile(server, 'blueprint')
const served: Fetch = (request) => blueprint.fetch(request)

let devices = 0
/** A device that remembers across `at` and forgets what only a running tab knows. */
function device(owner = `device ${++devices}`) {
  return {
    tab(fetch: Fetch = served): Backend {
      const client = createClient({ baseUrl: url, fetch, getToken: session.token })
      return createBlueprintBackend({ session, client, config, companyId: 'c', owner })
    },
  }
}

async function loaded(backend: Backend): Promise<ProcessDocument> {
  const listed = await backend.list()
  if (!listed.ok) throw new Error(listed.failure.message)
  const answer = await backend.load(listed.value[0]?.id ?? '')
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value.document
}

function edited(document: ProcessDocument, ...calls: readonly CommandCall[]): ProcessDocument {
  return calls.reduce((before, call) => {
    const done = execute(before, call, { ...aContext(), reference: emptyReferenceData })
    if (!done.ok) throw new Error(done.reason)
    return done.document
  }, document)
}

let publishes = 0
const order = (document: ProcessDocument, idempotencyKey = `publish-${++publishes}`) => ({
  document,
  baseRevision: document.process.revision,
  idempotencyKey,
})

/** What goes out, and where the line is cut for good: before request `at` arrives, or after, with its answer lost. */
function line(cut?: { readonly at: number; readonly arrives: boolean }) {
  const writes: string[] = []
  let count = 0
  let dead = false
  const fetch: Fetch = async (request) => {
    const here = cut !== undefined && count === cut.at
    count += 1
    if (dead || (here && !cut.arrives)) {
      dead = true
      throw new TypeError('The line is cut.')
    }
    const { method, url: address } = request
    const answer = await served(request)
    if (method !== 'GET' && answer.ok) writes.push(`${method} ${new URL(address).pathname}`)
    if (here) {
      dead = true
      throw new TypeError('The line is cut.')
    }
    return answer
  }
  return { fetch, writes, count: () => count }
}

const update = (stageId: string, changes: object): CommandCall => ({
  id: 'updateStage',
  payload: { stageId, changes },
})

let extras = 0
/** Between the second and the third stage of the demo, beside the others there. */
function extra(document: ProcessDocument, defaultProbability: number): readonly CommandCall[] {
  const byCode = (code: string) =>
    Object.values(document.stages).find(({ stageCode }) => stageCode === code)?.id ?? ''
  extras += 1
  const id = `extra-${extras}`
  const changes = { stageName: `Extra ${extras}`, stageCode: `EXTRA_${extras}`, defaultProbability }
  const connections = [
    { id: `${id}-in`, fromStageId: byCode('QUALIFICATION'), toStageId: id },
    { id: `${id}-out`, fromStageId: id, toStageId: byCode('PROPOSAL') },
  ]
  return [
    { id: 'addStage', payload: { id, kind: 'open', changes } },
    { id: 'connectStages', payload: { connections } },
  ]
}

const extrasOf = (document: ProcessDocument) =>
  stagesInOrder(document).filter(({ stageCode }) => stageCode.startsWith('EXTRA'))

/** One of three extra stages goes, a new one comes, the other two change places: every kind of step. */
function redrawn(document: ProcessDocument): ProcessDocument {
  const old = extrasOf(document)
  const [gone, ...left] = old
  const more = old.length === 3 ? [35] : [30, 35, 40]
  const added = edited(
    document,
    ...(gone && old.length === 3 ? [{ id: 'removeStages' as const, payload: { stageIds: [gone.id] } }] : []),
    ...more.flatMap((probability) => extra(document, probability)),
  )
  const fresh = extrasOf(added).filter(({ id }) => !left.some((one) => one.id === id))
  const [a, b] = left
  const between = a && b ? [b, ...fresh, a] : fresh
  const others = stagesInOrder(added).filter((stage) => !between.some(({ id }) => id === stage.id))
  return edited(
    added,
    ...between.map((stage, index) =>
      update(stage.id, { defaultProbability: 30 + index * 5, description: `Drawn ${extras}` }),
    ),
    {
      id: 'reorderStages',
      payload: { stageIds: [...others.slice(0, 2), ...between, ...others.slice(2)].map(({ id }) => id) },
    },
  )
}

/** All that the backend keeps of a process, in words. */
const inWords = (document: ProcessDocument) => ({
  stages: stagesInOrder(document).map((stage) => [
    stage.id,
    stage.stageOrder,
    stage.stageName,
    stage.stageCode,
    stage.defaultProbability,
    stage.isActive,
  ]),
  transitions: Object.values(document.transitions)
    .map(({ fromStageId, toStageId }) => `${fromStageId} ${toStageId}`)
    .sort(),
})

async function published(tab: Backend, asked: ReturnType<typeof order>) {
  const answer = await tab.publish(asked)
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

const failureOf = (answer: { ok: boolean; failure?: object }): object => {
  expect(answer.ok).toBe(false)
  return answer.failure ?? {}
}

describe('a publish in steps', () => {
  const desk = device()

  it('is there again as it was drawn, with what the backend does not keep', async () => {
    const tab = desk.tab()
    const drawn = await loaded(tab)
    const target = edited(redrawn(drawn), {
      id: 'moveStages',
      payload: { positions: { [stagesInOrder(drawn)[0]?.id ?? '']: { x: 77, y: 88 } } },
    })
    const out = line()
    expect(await published(desk.tab(out.fetch), order(target))).toMatchObject({ revision: 2, changed: true })
    const again = await loaded(desk.tab())
    expect(inWords(again)).toEqual(inWords(target))
    expect(again.stages[stagesInOrder(drawn)[0]?.id ?? '']?.position).toEqual({ x: 77, y: 88 })
    expect(inWords(await loaded(device().tab())).stages.map(([, ...rest]) => rest)).toEqual(
      inWords(target).stages.map(([, ...rest]) => rest),
    )
  })

  it('goes out as creates, updates, order, and deletes last', async () => {
    const out = line()
    const target = redrawn(await loaded(desk.tab()))
    await published(desk.tab(out.fetch), order(target))
    const kinds = out.writes.map((write) =>
      /^POST .*reorder/.test(write) ? 'order' : write.replace(/ .*/, ''),
    )
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
      'POST',
      'PUT',
      'order',
      'PUT',
      'DELETE',
    ])
  })

  it('ends the same wherever it is cut, and does nothing twice', async () => {
    const whole = line()
    const steady = redrawn(await loaded(desk.tab()))
    await published(desk.tab(whole.fetch), order(steady))
    const usual = whole.writes.length
    for (let at = 0; at < whole.count(); at += 1)
      for (const arrives of [false, true]) {
        const target = redrawn(await loaded(desk.tab()))
        const asked = order(target)
        const broken = line({ at, arrives })
        expect(failureOf(await desk.tab(broken.fetch).publish(asked)), `${at}`).toMatchObject({
          kind: 'network',
        })
        const rest = line()
        const { document } = await published(desk.tab(rest.fetch), asked)
        expect(inWords(document)).toEqual(inWords(target))
        expect(inWords(await loaded(desk.tab()))).toEqual(inWords(target))
        const creates = (writes: readonly string[]) => writes.filter((write) => /^POST .*s\/$/.test(write))
        expect([...creates(broken.writes), ...creates(rest.writes)].length).toBe(3 + 0)
        expect(broken.writes.length + rest.writes.length).toBeLessThanOrEqual(usual + 2)
        const all = [...broken.writes, ...rest.writes]
        expect(all.findIndex((write) => write.startsWith('DELETE'))).toBe(all.length - 1)
      }
  })
})
