/**
 * P30: a stage with open deals cannot vanish, by any road, whatever happens at the same moment. On each road the stage
 * goes while a deal opens in it; afterwards no open deal may stand in a stage that is not there.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../server/services.ts'
import { type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage } from '../../src/domain/process/stage.ts'
import { renumbered } from '../../src/domain/process/stageOrder.ts'
import { newTransition } from '../../src/domain/process/transition.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Person, Said } from '../conformance/person.ts'
import { soundProcess } from '../conformance/scene.ts'
import { databaseKinds } from '../kit/backend.ts'
import { thoroughness } from '../kit/thoroughness.ts'
import { without } from '../kit/writer.ts'
import { aim, publishes, type Target } from './target.ts'

const races = 12 * thoroughness

interface Scene {
  readonly who: Person
  /** Revision 1 knows nothing of the victim, revision 2 has it. */
  readonly document: ProcessDocument
  readonly victim: string
  readonly destination: string
}

const to = (document: ProcessDocument, rest: string) => `/api/sales-processes/${document.process.id}/${rest}`
const onSecond = { 'If-Match': '"v2"' }

const roads: Readonly<Record<string, (scene: Scene) => Promise<Said>>> = {
  'deleting the stage': ({ who, victim }) => who.sends('DELETE', `/api/sales-stages/${victim}/`),
  'deleting it and moving its deals': ({ who, victim, destination }) =>
    who.sends('DELETE', `/api/sales-stages/${victim}/?migrate_to=${destination}`),
  'publishing without it': ({ who, document, victim }) =>
    who.sends('POST', to(document, 'versions/'), {
      json: { document: documentToWire(renumbered(without(document, victim))) },
      headers: onSecond,
    }),
  'publishing without it, with a place for its deals': ({ who, document, victim, destination }) => {
    const next = renumbered(without(document, victim))
    const process = { ...next.process, stageMigrations: { [victim]: destination } }
    return who.sends('POST', to(document, 'versions/'), {
      json: { document: documentToWire({ ...next, process }) },
      headers: onSecond,
    })
  },
  'restoring what was before it': ({ who, document }) =>
    who.sends('POST', to(document, 'versions/1/restore/'), { json: {}, headers: onSecond }),
  'saving the settings without it': async ({ who, document, victim }) => {
    const read = await who.sends('GET', '/api/settings/')
    const { stages } = Object(read.json).settings.opportunities
    const code = document.stages[victim]?.stageCode
    const others = stages.filter(({ id }: { readonly id: string }) => id !== code)
    return await who.sends('POST', '/api/settings/', { json: { opportunities: { stages: others } } })
  },
  'letting through what somebody asked to publish without it': async ({
    who,
    document,
    victim,
    destination,
  }) => {
    const next = renumbered(without(document, victim))
    const process = { ...next.process, stageMigrations: { [victim]: destination } }
    const asked = await who.sends('POST', to(document, 'publish-requests/'), {
      json: { document: documentToWire({ ...next, process }), reason: 'Why' },
      headers: onSecond,
    })
    if (asked.status !== 201) return asked
    return await who.sends('POST', to(document, `publish-requests/${Object(asked.json).number}/approve/`), {
      json: { round: 1 },
    })
  },
  'archiving the process': ({ who, document }) => who.sends('DELETE', to(document, '')),
}

describe.each(databaseKinds)('a stage that goes while a deal opens in it, on %s', (kind) => {
  let target: Target
  let actor: Actor
  let who: Person
  beforeAll(async () => {
    target = await aim(kind)
  })
  // Afresh for each road: four hundred races outlast a sign-in.
  beforeEach(async () => {
    const signedIn = await target.signsIn()
    actor = signedIn.actor
    who = signedIn.person
    // The first process of a company is its default one, which cannot be archived.
    await publishes(who)
  })
  afterAll(() => target.close())

  const strandedDeals = () =>
    target.backend.database.company({ companyId: actor.companyId }, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select deal.id from opportunities deal
        left join crm_sales_stages stage on stage.company_id = deal.company_id and stage.id = deal.stage_id
        where deal.status = 'open' and (stage.id is null or stage.deleted_at is not null)`.execute(tx)
      return rows
    })

  it.each(Object.entries(roads))('%s', async (road, go) => {
    for (let race = 0; race < races; race += 1) {
      const scene = await sets(who, road === 'saving the settings without it')
      // The deal opens earlier or later on the way: after none, one, two … questions of its own.
      const opens = async () => {
        for (let asked = 0; asked < race % 12; asked += 1) await who.sends('GET', to(scene.document, ''))
        return who.sends('PUT', '/api/opportunity-projections/', {
          json: { opportunities: [dealIn(scene.victim)] },
        })
      }
      const going = go(scene)
      // The first time it has all its time, so that the road is seen to lead somewhere.
      if (race === 0) await going
      const [went, opened] = await Promise.all([going, opens()])
      for (const { status, text } of [went, opened]) expect(status, text).toBeLessThan(500)
      const both = `${went.text} ${opened.text}`
      expect(await strandedDeals(), both).toEqual([])
      expect(went.status < 300 || opened.status < 300, both).toBe(true)
      expect(race === 0 ? [200, 201] : [200, 201, 404, 409], both).toContain(went.status)
    }
    expect(target.backend.bugs).toEqual([])
  })
})

async function sets(who: Person, asDefault: boolean): Promise<Scene> {
  const sound = soundProcess()
  const before = asDefault ? { ...sound, process: { ...sound.process, isDefault: true } } : sound
  await publishes(who, before)
  const [first, second] = Object.values(before.stages).sort((a, b) => a.stageOrder - b.stageOrder)
  if (!first || !second) throw new Error('The sound process has four stages.')
  const victim = newStage({
    ...{ id: randomUUID(), stageName: 'Demo', stageCode: 'DEMO', stageOrder: 2, defaultProbability: 40 },
    position: { x: 130, y: 130 },
  })
  const document = withRows(before, {
    stages: [
      victim,
      ...Object.values(before.stages).map((stage) =>
        stage.stageOrder < 2 ? stage : { ...stage, stageOrder: stage.stageOrder + 1 },
      ),
    ],
    transitions: [
      newTransition({ id: randomUUID(), fromStageId: first.id, toStageId: victim.id }),
      newTransition({ id: randomUUID(), fromStageId: victim.id, toStageId: second.id }),
    ],
  })
  const said = await who.sends('POST', to(document, 'versions/'), {
    json: { document: documentToWire(document) },
    headers: { 'If-Match': '"v1"' },
  })
  expect(said.status, said.text).toBe(201)
  return { who, document, victim: victim.id, destination: second.id }
}

const dealIn = (stage: string) => ({
  id: randomUUID(),
  name: 'Deal',
  stage_id: stage,
  status: 'open',
  amount: 100,
  entered_stage_at: '2026-01-05T09:00:00Z',
  created_at: '2026-01-02T09:00:00Z',
})
