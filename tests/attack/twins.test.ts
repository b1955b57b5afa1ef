/**
 * P21: nobody of one company can tell that another company's ids exist. Two twin companies ask the same thing, one
 * with an id of the victim, one with an id that never was, at every place of every operation that takes one: path,
 * query and body. The answers are the same, byte by byte, but for the id itself and the time of day.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allEndpoints } from '../../src/contract/api.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Person, Said } from '../conformance/person.ts'
import { soundProcess } from '../conformance/scene.ts'
import { databaseKinds } from '../kit/backend.ts'
import { aim, publishes, type Target } from './target.ts'

type Json = z.infer<ReturnType<typeof z.json>>
const json = (value: unknown): Json => z.json().parse(JSON.parse(JSON.stringify(value)))

/** What a company owns, by kind; each under one id. */
interface Owned {
  readonly ids: Readonly<Record<string, string>>
  readonly document: ReturnType<typeof soundProcess>
}

async function furnish(who: Person): Promise<Owned> {
  const { document } = await publishes(who)
  const stage = Object.keys(document.stages)[0] ?? ''
  const make = async (method: string, path: string, body: object): Promise<string> => {
    const said = await who.sends(method, path, { json: body, headers: { 'If-Match': '"v1"' } })
    if (said.status > 201) throw new Error(`${path} answered ${said.text}`)
    return String(Reflect.get(Object(said.json), 'id'))
  }
  const deal = randomUUID()
  await make('PUT', '/api/opportunity-projections/', { opportunities: [dealIn(stage, deal)] })
  const asked = { document: documentToWire(document), reason: 'Why' }
  await make('POST', `/api/sales-processes/${document.process.id}/publish-requests/`, asked)
  return {
    document,
    ids: {
      process: document.process.id,
      stage,
      transition: Object.keys(document.transitions)[0] ?? '',
      deal,
      category: await make('POST', '/api/stage-categories/', {
        category_name: 'Twin',
        category_code: 'TWIN',
        category_type: 'closing',
      }),
      field: await make('POST', '/api/opportunity-fields/', { key: 'twin', label: 'T', type: 'text' }),
      webhook: await make('POST', '/api/webhooks/', { name: 'Twin', url: 'https://hooks.example/' }),
      template: await make('POST', '/api/process-templates/', {
        template_name: 'Twin',
        document: documentToWire(document),
      }),
      draft: await make('PUT', `/api/drafts/${randomUUID()}/`, {
        process_id: document.process.id,
        base_revision: 1,
        document: documentToWire(document),
      }),
    },
  }
}

const dealIn = (stage: string, id: string = randomUUID()) => ({
  id,
  name: 'Deal',
  stage_id: stage,
  status: 'open',
  amount: 1,
  entered_stage_at: '2026-01-05T09:00:00Z',
  created_at: '2026-01-05T09:00:00Z',
})

/** Right bodies with the id in each place where one may stand; `own` is what the asking company has itself. */
function bodiesOf(name: string, id: string, own: Owned): readonly object[] {
  const { process, stage } = own.ids
  const stageId = stage ?? ''
  const document = json(documentToWire(own.document))
  const put = (path: readonly (string | number)[]): object => {
    const copy = structuredClone(document)
    let at: Json = copy
    for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step)
    Reflect.set(Object(at), path.at(-1) ?? '', id)
    return Object(copy)
  }
  const documents = [
    put(['id']),
    put(['company_id']),
    put(['stages', 0, 'id']),
    put(['stages', 0, 'category_id']),
    put(['stages', 0, 'process_id']),
    put(['stages', 0, 'entry_action_ids']),
    put(['transitions', 0, 'id']),
    put(['transitions', 0, 'from_stage_id']),
    put(['transitions', 0, 'to_stage_id']),
    put(['transitions', 0, 'approval_workflow_id']),
  ]
  switch (name) {
    case 'stages.create':
      return [
        { id, stage_name: 'N', stage_code: 'N' },
        { process_id: id, stage_name: 'N', stage_code: 'N' },
        { stage_name: 'N', stage_code: 'N', category_id: id },
        { stage_name: 'N', stage_code: 'N', company_id: id },
        { stage_name: 'N', stage_code: 'N', entry_action_ids: [id] },
      ]
    case 'stages.update':
      return [{ notes: 'x' }, { id, notes: 'x' }, { category_id: id }, { company_id: id, notes: 'x' }]
    case 'stages.bulk':
      return [{ changes: [{ id, notes: 'x' }] }, { changes: [{ id: stageId, notes: 'x' }, { id }] }]
    case 'stages.reorder':
      return [{ stage_order: 1 }, { order: [id] }, { order: [stageId, id] }]
    case 'transitions.create':
      return [
        { from_stage_id: stageId, to_stage_id: id },
        { from_stage_id: id, to_stage_id: stageId },
        { process_id: id, from_stage_id: stageId, to_stage_id: stageId },
        {
          id,
          from_stage_id: stageId,
          to_stage_id: own.document ? (Object.keys(own.document.stages)[2] ?? '') : '',
        },
      ]
    case 'transitions.update':
      return [{ description: 'x' }, { to_stage_id: id }, { approval_workflow_id: id }]
    case 'transitions.evaluate':
      return [{ deal: { stage_id: id } }, { deal: { stage_id: stageId }, transition_id: id }]
    case 'processes.create':
      return [{ id, process_name: 'N', process_code: 'N' }]
    case 'publishRequests.create':
    case 'publishRequests.renew':
      return [{ restores: 1, reason: 'Why' }, ...documents.map((one) => ({ document: one, reason: 'Why' }))]
    case 'publishRequests.comment':
      return [{ text: id }]
    case 'publishRequests.approve':
    case 'publishRequests.decline':
      return [{ round: 1, reason: 'Why' }]
    case 'processes.impact':
      return [{ restores: 1 }, ...documents.map((document) => ({ document }))]
    case 'versions.publish':
    case 'processTemplates.create':
    case 'processTemplates.update':
      return documents
        .map((one) => ({ document: one, template_name: 'N' }))
        .map((body) => (name.startsWith('processTemplates') ? body : { document: body.document }))
    case 'drafts.save':
      return [
        { process_id: id, base_revision: 1, document },
        ...documents.map((one) => ({ process_id: process, base_revision: 1, document: one })),
      ]
    case 'opportunities.feed':
      return [{ opportunities: [dealIn(id)] }, { opportunities: [dealIn(stageId, id)] }]
    case 'stageHistory.import':
      return [{ csv: `opportunity_id,to_stage_id,changed_at\n${id},${stageId},2026-01-05T09:00:00Z` }]
    case 'categories.create':
    case 'categories.update':
      return [{ id, category_name: 'N', category_code: 'N', category_type: 'closing' }]
    case 'opportunityFields.create':
    case 'opportunityFields.update':
      return [{ id, key: 'n', label: 'N', type: 'text' }]
    default:
      return [{}, { id }]
  }
}

/** Every place of an operation where an id can stand. */
function requestsOf(name: string, endpoint: Endpoint, id: string, own: Owned) {
  const path = endpoint.path.replace('{id}', id).replace(/\{(revision|number)\}/, '1')
  const ownPath = endpoint.path.replace('{id}', own.ids.stage ?? '').replace(/\{(revision|number)\}/, '1')
  const bodies = endpoint.body ? bodiesOf(name, id, own) : [undefined]
  const queries = endpoint.query
    ? [
        '',
        `?process_id=${id}`,
        `?from_stage_id=${id}`,
        `?to_stage_id=${id}`,
        `?migrate_to=${id}`,
        `?search=${id}`,
      ]
    : ['']
  const paths = path === ownPath ? [path] : [path, ownPath]
  return paths.flatMap((at) =>
    queries.flatMap((query) => bodies.map((body) => ({ at: `${at}${query}`, body }))),
  )
}

/** An id that never was, at the same place of every order. */
const neighborOf = (id: string): string => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`

/** The answer with ids numbered by their first appearance, moments and request ids taken out. */
function plain(said: Said): string {
  const seen = new Map<string, number>()
  const numbered = (text: string) =>
    text
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        if (!seen.has(id)) seen.set(id, seen.size)
        return `ID${seen.get(id)}`
      })
      .replace(/[\w-]{43,}/g, 'HASH')
      .replace(/\b(Process |P_)[0-9A-F]{8}\b/g, '$1MARK')
  const headers = [...said.headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'date')
    .map((pair) => pair.join(': '))
  return numbered([said.status, ...headers.sort(), said.text].join('\n'))
}

const asked = allEndpoints.filter(
  ({ endpoint, group }) =>
    endpoint.access !== 'public' &&
    group !== 'service' &&
    (endpoint.params ?? endpoint.query ?? endpoint.body),
)

describe.each(databaseKinds)('an id of another company, on %s', (kind) => {
  let target: Target
  let victim: Owned
  let victimPerson: Person
  beforeAll(async () => {
    target = await aim(kind)
    victimPerson = (await target.signsIn()).person
    victim = await furnish(victimPerson)
  }, 120_000)
  afterAll(async () => {
    expect(target.backend.bugs).toEqual([])
    await target.close()
  })

  it.each(asked)('is unknown to $name', async ({ name, endpoint }) => {
    // Asked the same in the same order, they stay twins: a question that told them apart has leaked.
    const document = soundProcess()
    const [left, right] = [await twin(document), await twin(document)]
    for (const [kind, theirs] of Object.entries(victim.ids)) {
      const never = neighborOf(theirs)
      const withTheirs = requestsOf(name, endpoint, theirs, left.own)
      const withNever = requestsOf(name, endpoint, never, right.own)
      for (const [index, { at, body }] of withTheirs.entries()) {
        const other = withNever[index]
        if (!other) throw new Error('The twins ask different things.')
        const ask = (who: Person, path: string, sent: object | undefined) =>
          who.sends(endpoint.method, path, {
            ...(sent && { json: sent }),
            headers: { ...(endpoint.headers?.includes('If-Match') && { 'If-Match': '"v1"' }) },
          })
        const known = plain(await ask(left.person, at, body))
        const unknown = plain(await ask(right.person, other.at, other.body))
        expect(known, `${name} ${kind} ${at} ${JSON.stringify(body)?.slice(0, 200)}`).toBe(unknown)
      }
    }
  })

  /** Twins have the same ids themselves, which companies may, or lists would differ in their order. */
  async function twin(document: Owned['document']) {
    const { person } = await target.signsIn()
    await publishes(person, document)
    const own: Owned = {
      document,
      ids: { process: document.process.id, stage: Object.keys(document.stages)[0] ?? '' },
    }
    return { person, own }
  }

  it('and its keys and tags open nothing: no stored answer, no “not modified”, no event', async () => {
    const key = randomUUID()
    const body = { stage_name: 'Keyed', stage_code: 'KEYED' }
    const made = await victimPerson.sends('POST', '/api/sales-stages/', {
      json: body,
      headers: { 'Idempotency-Key': key },
    })
    expect(made.status).toBe(201)
    const document = soundProcess()
    const [left, right] = [await twin(document), await twin(document)]
    const again = (who: Person, with_: string) =>
      who.sends('POST', '/api/sales-stages/', { json: body, headers: { 'Idempotency-Key': with_ } })
    expect(plain(await again(left.person, key))).toBe(plain(await again(right.person, randomUUID())))

    const list = await victimPerson.sends('GET', '/api/sales-stages/')
    const tag = list.headers.get('ETag') ?? ''
    expect(tag).not.toBe('')
    const tagged = (who: Person, etag: string) =>
      who.sends('GET', '/api/sales-stages/', { headers: { 'If-None-Match': etag } })
    expect((await tagged(left.person, tag)).text).not.toContain(victim.ids.stage)
    const events = await left.person.sends('GET', '/api/events?since=0')
    for (const id of Object.values(victim.ids)) expect(events.text).not.toContain(id)
  })

  it('was left as it was by all of it', async () => {
    for (const [path, id] of [
      ['sales-processes', victim.ids.process],
      ['stage-categories', victim.ids.category],
      ['opportunity-fields', victim.ids.field],
      ['process-templates', victim.ids.template],
      ['webhooks', victim.ids.webhook],
      ['drafts', victim.ids.draft],
    ]) {
      expect([path, (await victimPerson.sends('GET', `/api/${path}/${id}/`)).status]).toEqual([path, 200])
    }
    const usage = await victimPerson.sends('GET', `/api/sales-stages/${victim.ids.stage}/usage/`)
    expect(usage.json).toMatchObject({ open_deals: 1 })
    const read = await victimPerson.sends('GET', `/api/sales-processes/${victim.ids.process}/`)
    // Its own keyed stage is the only revision since.
    expect(read.headers.get('ETag')).toBe('"v2"')
  })
})
