/**
 * The client for a backend of the blueprint's ten endpoints, against our server with everything else switched off: a
 * publish taken in steps ends the same wherever it is cut, does nothing twice, and notices others.
 */
import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPageBackend, type PageBackend } from '../../mocks/pageBackend.ts'
import { withProfile } from '../../server/profiles/profile.ts'
import { api } from '../../src/contract/api.ts'
import type { Backend } from '../../src/data/api/backend.ts'
import { createBlueprintBackend } from '../../src/data/api/backends/blueprint.ts'
import { backendConfigSchema } from '../../src/data/api/backends/config.ts'
import { createClient, type Fetch } from '../../src/data/api/client.ts'
import { createSession, type Session } from '../../src/data/api/session.ts'
import { type CommandCall, execute } from '../../src/domain/commands/registry.ts'
import { mergeProcesses } from '../../src/domain/process/merge.ts'
import { newProcess, type ProcessDocument, stagesInOrder } from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import { aContext } from '../kit/builders.ts'
import { thoroughness } from '../kit/thoroughness.ts'

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
  /** Where in the line a write went out. */
  const places: number[] = []
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
    if (method !== 'GET' && answer.ok) {
      writes.push(`${method} ${new URL(address).pathname}`)
      places.push(count - 1)
    }
    if (here) {
      dead = true
      throw new TypeError('The line is cut.')
    }
    return answer
  }
  return { fetch, writes, places, count: () => count }
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

const kindsOf = (writes: readonly string[]): string[] =>
  writes.map((write) => (/reorder/.test(write) ? 'order' : write.replace(/ .*/, '')))

function renamed(document: ProcessDocument, code: string, stageName: string): ProcessDocument {
  const stage = Object.values(document.stages).find(({ stageCode }) => stageCode === code)
  return edited(document, update(stage?.id ?? '', { stageName }))
}

const names = (document: ProcessDocument) => stagesInOrder(document).map(({ stageName }) => stageName)
const aDocument = newProcess({ id: 'x', processName: 'Another' })

/** An open deal in a stage, fed by the doors that the profile closes. */
async function dealIn(stageCode: string) {
  const who = createClient({ baseUrl: url, fetch: server.fetch, getToken: session.token })
  const found = await who.call(api.stages.list, { query: { page_size: 100 } })
  const stage = found.ok ? found.value.results.find((row) => row.stage_code === stageCode) : undefined
  const feed = async (status: 'open' | 'lost') => {
    const at = '2026-01-05T09:00:00Z'
    const answer = await who.call(api.opportunities.feed, {
      body: {
        opportunities: [
          {
            id: 'deal-in-the-way',
            name: 'In the way',
            stage_id: stage?.id ?? '',
            status,
            amount: 1,
            entered_stage_at: at,
            created_at: at,
            closed_at: status === 'open' ? null : at,
          },
        ],
      },
    })
    if (!answer.ok) throw new Error(answer.failure.message)
  }
  await feed('open')
  return { close: () => feed('lost') }
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
    expect(again.stages[stagesInOrder(drawn)[0]?.id ?? '']?.position).toMatchObject({ x: 77, y: 88 })
    expect(inWords(await loaded(device().tab())).stages.map(([, ...rest]) => rest)).toEqual(
      inWords(target).stages.map(([, ...rest]) => rest),
    )
  })

  it('goes out as creates, updates, order, and deletes last', async () => {
    const out = line()
    await published(desk.tab(out.fetch), order(redrawn(await loaded(desk.tab()))))
    const kinds = kindsOf(out.writes)
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
      'POST',
      'PUT',
      'order',
      'PUT',
      'DELETE',
    ])
  })

  it('ends the same wherever it is cut, and does nothing twice', { timeout: 300_000 }, async () => {
    const whole = line()
    await published(desk.tab(whole.fetch), order(redrawn(await loaded(desk.tab()))))
    // A question whose answer is lost leaves nothing behind: those are cut in the long runs only.
    const places = thoroughness > 1 ? [...Array(whole.count()).keys()] : [0, ...whole.places]
    for (const [index, at] of places.entries())
      for (const arrives of [false, true]) {
        const target = redrawn(await loaded(desk.tab()))
        const asked = order(target)
        const broken = line({ at, arrives })
        expect(failureOf(await desk.tab(broken.fetch).publish(asked)), `cut at ${at}`).toMatchObject({
          kind: 'network',
        })
        const rest = line()
        expect(inWords((await published(desk.tab(rest.fetch), asked)).document)).toEqual(inWords(target))
        const writes = [...broken.writes, ...rest.writes]
        expect(kindsOf(writes), `cut ${index} at ${at}, ${arrives}`).toEqual(kindsOf(whole.writes))
      }
    const seen = await loaded(device().tab())
    expect(inWords(seen).stages.length).toBe(9)
  })

  it('stops before the next step when a person wishes, and goes on from there', async () => {
    const target = redrawn(await loaded(desk.tab()))
    const asked = order(target)
    const out = line()
    const tab: Backend = desk.tab(async (request) => {
      const answer = await out.fetch(request)
      if (out.writes.length === 2) await tab.limits?.stop(target.process.id)
      return answer
    })
    expect(failureOf(await tab.publish(asked))).toMatchObject({
      code: 'PUBLISH_STOPPED',
      message: expect.stringMatching(/^Stopped as you wished, after 2 of \d+ steps\.$/),
    })
    expect(out.writes.length).toBe(2)
    expect(inWords((await published(desk.tab(), asked)).document)).toEqual(inWords(target))
  })

  it('says how far it is', async () => {
    const target = redrawn(await loaded(desk.tab()))
    const seen: string[] = []
    const tab = desk.tab()
    const watching = tab.limits?.progress(target.process.id).subscribe((steps) => {
      seen.push(steps ? `${steps.done} of ${steps.total}` : 'none')
    })
    await published(tab, order(target))
    await expect.poll(() => seen.at(-1)).toBe('none')
    watching?.unsubscribe()
    expect(seen.filter((word) => /^[1-9]\d* of/.test(word)).length).toBeGreaterThan(3)
  })

  it('keeps what a refused step leaves, and says how far it came', async () => {
    const before = await loaded(desk.tab())
    const [first] = extrasOf(before)
    const used = await dealIn(first?.stageCode ?? '')
    const target = redrawn(before)
    const asked = order(target)
    const refusal = failureOf(await desk.tab().publish(asked))
    expect(refusal).toMatchObject({
      code: 'STAGE_IN_USE',
      message: expect.stringMatching(/^Stopped after \d+ of/),
    })
    // The draft goes on: what is half done is part of it. Taken back, it is seen as it is.
    const gone = first?.id ?? ''
    expect((await loaded(desk.tab())).stages[gone]?.isActive).toBe(true)
    await desk.tab().limits?.takeBack(target.process.id)
    const now = await loaded(desk.tab())
    expect([now.stages[gone]?.isActive, extrasOf(now).length]).toEqual([false, 4])
    await used.close()
    expect(inWords((await published(desk.tab(), asked)).document)).toEqual(inWords(target))
  })
})

describe('somebody else', () => {
  const desk = device()
  const colleague = device()

  it('who was first is noticed before anything is written', async () => {
    const mine = redrawn(await loaded(desk.tab()))
    const theirs = await loaded(colleague.tab())
    await published(colleague.tab(), order(renamed(theirs, 'PROPOSAL', 'Offer')))
    const out = line()
    expect(failureOf(await desk.tab(out.fetch).publish(order(mine)))).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    expect(out.writes).toEqual([])
    expect(Object.values((await loaded(desk.tab())).stages).map(({ stageName }) => stageName)).toContain(
      'Offer',
    )
  })

  it('who comes between two steps is not overwritten, and both hold after the merge', async () => {
    const base = await loaded(desk.tab())
    const mine = redrawn(renamed(base, 'PROPOSAL', 'My proposal'))
    let came = false
    const between: Fetch = async (request) => {
      const answer = await served(request)
      if (request.method === 'POST' && !came) {
        came = true
        const theirs = await loaded(colleague.tab())
        await published(colleague.tab(), order(renamed(theirs, 'NEGOTIATION', 'Haggling')))
        const again = await loaded(colleague.tab())
        await published(colleague.tab(), order(renamed(again, 'PROPOSAL', 'Their proposal')))
      }
      return answer
    }
    expect(failureOf(await desk.tab(between).publish(order(mine)))).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    const theirs = await loaded(desk.tab())
    expect(names(theirs)).toEqual(expect.arrayContaining(['Haggling', 'Their proposal']))
    const { document, conflicts } = mergeProcesses(base, mine, theirs)
    expect(conflicts.map(({ id }) => id)).toHaveLength(1)
    const merged = renamed(document, 'PROPOSAL', 'My proposal')
    await published(desk.tab(), { ...order(merged), baseRevision: theirs.process.revision })
    expect(names(await loaded(device().tab()))).toEqual(expect.arrayContaining(['Haggling', 'My proposal']))
    expect(extrasOf(await loaded(desk.tab())).length).toBe(3)
  })
})

describe('what a backend of few doors does not have', () => {
  it('is said without a request', async () => {
    const out = line()
    const tab = device().tab(out.fetch)
    const order = { processId: 'x', baseRevision: 1, idempotencyKey: 'k' }
    for (const answer of [await tab.versions('x'), await tab.impact(aDocument), await tab.archive(order)])
      expect(failureOf(answer)).toMatchObject({ code: 'NOT_ON_THIS_BACKEND' })
    expect(out.count()).toBe(0)
  })

  it('is counted before: transitions can be created and no more', async () => {
    const tab = device().tab()
    const now = await loaded(tab)
    const [one] = Object.keys(now.transitions)
    const without = edited(now, { id: 'removeTransitions', payload: { transitionIds: [one ?? ''] } })
    expect(tab.limits?.leftBehind(now, without)).toBe(1)
    expect(tab.limits?.leftBehind(now, now)).toBe(0)
  })

  it('holds one process', async () => {
    const tab = device().tab()
    await loaded(tab)
    const other = { ...aDocument, process: { ...aDocument.process, id: 'another' } }
    expect(failureOf(await tab.publish(order(other)))).toMatchObject({ code: 'ONE_PROCESS' })
  })
})
