import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import { stagesInOrder } from '../../../domain/process/process.ts'
import { putRows } from '../../../domain/process/rows.ts'
import { newStage } from '../../../domain/process/stage.ts'
import type { Backend } from '../backend.ts'
import { createClient, type Fetch } from '../client.ts'
import { createSession } from '../session.ts'
import { backendConfigSchema } from './config.ts'
import { createTenantSettingsBackend } from './tenantSettings.ts'

const url = 'http://crm.test'

/** Something that others wait for until it comes. */
function aMoment() {
  let resolve = () => {}
  const promise = new Promise<void>((come) => {
    resolve = come
  })
  return { promise, resolve }
}

/** A CRM as the audit found it: one list, with an icon of its own in each stage, and other settings beside it. */
function crm() {
  let stages: { id: string; name: string; probability: number; color: string; enabled: boolean }[] = [
    { id: 'prospecting', name: 'Prospecting', probability: 10, color: 'blue', enabled: true },
    { id: 'proposal', name: 'Proposal', probability: 50, color: 'purple', enabled: true },
    { id: 'closed_won', name: 'Closed Won', probability: 100, color: 'green', enabled: true },
    { id: 'closed_lost', name: 'Closed Lost', probability: 0, color: 'red', enabled: true },
  ].map((stage) => ({ ...stage, icon: `${stage.id}.svg` }))
  const writes: unknown[] = []
  const fetch: Fetch = async (request) => {
    if (request.method === 'POST') {
      const body = await request.json()
      writes.push(body)
      stages = body.opportunities.stages
    }
    return Response.json({ settings: { opportunities: { stages, defaultView: 'table' } } })
  }
  return { fetch, writes, stages: () => stages, change: (next: typeof stages) => (stages = next) }
}

let devices = 0
function device(owner = `settings ${++devices}`) {
  return (fetch: Fetch): Backend => {
    const options = { baseUrl: url, fetch }
    return createTenantSettingsBackend({
      session: createSession(options),
      client: createClient(options),
      config: backendConfigSchema.parse({}),
      companyId: 'c',
      owner,
    })
  }
}

async function loaded(backend: Backend): Promise<ProcessDocument> {
  const answer = await backend.load('sales-process')
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value.document
}
const order = (document: ProcessDocument, idempotencyKey = 'one') => ({
  document,
  baseRevision: document.process.revision,
  idempotencyKey,
})
const named = (document: ProcessDocument, code: string, stageName: string): ProcessDocument =>
  putRows(
    document,
    'stages',
    Object.values(document.stages)
      .filter(({ stageCode }) => stageCode === code)
      .map((stage) => ({ ...stage, stageName })),
  )
const withVisit = (document: ProcessDocument): ProcessDocument =>
  putRows(document, 'stages', [
    ...stagesInOrder(document)
      .slice(1)
      .map((stage) => ({ ...stage, stageOrder: stage.stageOrder + 1 })),
    newStage({
      id: 'visit-1',
      stageName: 'Visit',
      stageCode: 'visit',
      stageOrder: 2,
      position: { x: 7, y: 8 },
    }),
  ])
const names = (document: ProcessDocument) => stagesInOrder(document).map(({ stageName }) => stageName)

describe('a backend that keeps a list of stages alone', () => {
  it('is drawn as a process at first sight: what is won and lost, and a way from each stage to the next', async () => {
    const { fetch } = crm()
    const document = await loaded(device()(fetch))
    expect(stagesInOrder(document).map((stage) => [stage.isClosedWon, stage.isClosedLost])).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, true],
    ])
    expect(Object.values(document.transitions).map((one) => `${one.fromStageId} → ${one.toStageId}`)).toEqual(
      [
        'prospecting → proposal',
        'prospecting → closed_lost',
        'proposal → closed_won',
        'proposal → closed_lost',
      ],
    )
  })

  it('keeps the list there, what others put into it, and the rest on this device', async () => {
    const there = crm()
    const open = device()
    const target = withVisit(await loaded(open(there.fetch)))
    const answer = await open(there.fetch).publish(order(target))
    expect(answer).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(there.stages()).toMatchObject([
      { id: 'prospecting', icon: 'prospecting.svg' },
      { id: 'visit', name: 'Visit', probability: 0, color: 'blue', enabled: true },
      { id: 'proposal', icon: 'proposal.svg' },
      { id: 'closed_won' },
      { id: 'closed_lost' },
    ])
    expect(there.writes).toEqual([{ opportunities: { stages: there.stages() } }])
    const again = await loaded(open(there.fetch))
    expect(again.stages['visit-1']).toMatchObject({ stageName: 'Visit', position: { x: 7, y: 8 } })
    expect(Object.keys(again.transitions).length).toBe(4)
  })

  it('is drawn once by two that look at the same time', async () => {
    const { fetch } = crm()
    const both = aMoment()
    let asking = 0
    const open = device()
    const backend = open(async (request) => {
      const answer = await fetch(request)
      if (++asking === 2) both.resolve()
      await both.promise
      return answer
    })
    const [one, other] = await Promise.all([loaded(backend), loaded(backend)])
    expect(Object.keys(one.transitions).length).toBe(4)
    expect(other).toEqual(one)
    expect(await loaded(open(fetch))).toEqual(one)
  })

  it('takes nothing of a publish back for what was read before it', async () => {
    const there = crm()
    const open = device()
    const target = withVisit(await loaded(open(there.fetch)))
    const [read, published] = [aMoment(), aMoment()]
    const reading = loaded(
      open(async (request) => {
        const answer = await there.fetch(request)
        read.resolve()
        await published.promise
        return answer
      }),
    )
    await read.promise
    expect(await open(there.fetch).publish(order(target))).toMatchObject({ value: { revision: 2 } })
    published.resolve()
    const seen = await reading
    expect(names(seen)).toContain('Visit')
    expect(seen.process.revision).toBe(2)
  })

  it('counts a publish once where somebody looks while it is on its way', async () => {
    const there = crm()
    const open = device()
    const target = withVisit(await loaded(open(there.fetch)))
    const backend = open(async (request) => {
      const answer = await there.fetch(request)
      if (request.method === 'POST') await loaded(backend)
      return answer
    })
    expect(await backend.publish(order(target))).toMatchObject({ value: { revision: 2 } })
  })

  it('writes once where the answer was lost on the way', async () => {
    const there = crm()
    const open = device()
    const target = withVisit(await loaded(open(there.fetch)))
    const lost = await open(async (request) => {
      const answer = await there.fetch(request)
      if (request.method === 'POST') throw new TypeError('cut')
      return answer
    }).publish(order(target))
    expect(lost).toMatchObject({ ok: false, failure: { kind: 'network' } })
    expect(await open(there.fetch).publish(order(target))).toMatchObject({ ok: true })
    expect(there.writes.length).toBe(1)
    expect((await loaded(open(there.fetch))).stages['visit-1']?.position).toEqual({ x: 7, y: 8 })
  })

  it('notices who was there meanwhile, and overwrites nothing', async () => {
    const there = crm()
    const open = device()
    const mine = named(await loaded(open(there.fetch)), 'proposal', 'Mine')
    there.change(
      there.stages().map((stage) => (stage.id === 'proposal' ? { ...stage, name: 'Theirs' } : stage)),
    )
    expect(await open(there.fetch).publish(order(mine))).toMatchObject({
      ok: false,
      failure: { code: 'VERSION_CONFLICT' },
    })
    expect(there.writes).toEqual([])
    expect(names(await loaded(open(there.fetch)))).toContain('Theirs')
  })
})
