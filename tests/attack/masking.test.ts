/**
 * P23: a masked field never leaves the server by any road, and writing never wipes what the writer could not see. A
 * canary stands in each field that can be hidden; somebody who may do almost everything but see them asks every
 * operation of the contract for every id there is, and every byte of what comes back is searched.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stageMails } from '../../server/mail/stageMails.ts'
import { queueNews } from '../../server/outgoing/newsForWebhooks.ts'
import { createHub } from '../../server/realtime/hub.ts'
import type { Actor } from '../../server/services.ts'
import { deliver } from '../../server/webhooks/deliver.ts'
import { allEndpoints } from '../../src/contract/api.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { closingCodes } from '../../src/contract/events.ts'
import type { MaskingPolicy } from '../../src/contract/masking.ts'
import { maskableFields, masked } from '../../src/domain/process/masking.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { WireDocument } from '../../src/domain/process/wireDocument.ts'
import type { Person, Said } from '../conformance/person.ts'
import { soundProcess } from '../conformance/scene.ts'
import { databaseKinds } from '../kit/backend.ts'
import { action, reference } from '../kit/referenceData.ts'
import { aim, publishes, type Target } from './target.ts'

const canaries = {
  'stage.description': 'canary-description',
  'stage.guidance': 'canary-guidance',
  'stage.notes': 'canary-notes',
  'stage.escalation': 'canary-escalation',
  'transition.actions': 'canary-own-actions',
  'action.parameters': 'canary-parameters',
  'approval_step.condition': 'canary-condition',
  'opportunity.amount': '76543217',
  'opportunity.owner': 'Canary Owner',
  'opportunity.name': 'Canary Deal',
} as const satisfies Record<(typeof maskableFields)[number], string>

const found = (text: string): string[] =>
  Object.entries(canaries)
    .filter(([, canary]) => text.includes(canary))
    .map(([field]) => field)

/** With a canary in every field of it that can be hidden. */
function planted(mark: string): ProcessDocument {
  const bare = soundProcess()
  const stages = Object.fromEntries(
    Object.values(bare.stages).map((stage) => [
      stage.id,
      {
        ...stage,
        description: `${canaries['stage.description']} ${mark}`,
        guidance: `${canaries['stage.guidance']} ${mark}`,
        notes: `${canaries['stage.notes']} ${mark}`,
        escalation: {
          after_days: 7,
          tell: [{ kind: 'user' as const, ref: `${canaries['stage.escalation']} ${mark}` }],
        },
      },
    ]),
  )
  const own = { to: 'owner', subject: `${canaries['transition.actions']} ${mark}` }
  const transitions = Object.fromEntries(
    Object.values(bare.transitions).map((transition) => [
      transition.id,
      { ...transition, actions: [{ action_code: 'CANARY', parameters: own }] },
    ]),
  )
  return { ...bare, stages, transitions }
}

const parameters = {
  to: `${canaries['action.parameters']}@canary.example`,
  subject: canaries['action.parameters'],
}
const condition = { '==': [{ var: 'stage' }, canaries['approval_step.condition']] }
const step = {
  name: 'Director',
  approver: { kind: 'role', ref: 'sales_director' },
  mode: 'any',
  quorum: null,
  condition,
  allow_delegation: false,
  sla_hours: null,
  on_timeout: 'reject',
}

describe.each(databaseKinds)('what a company hides, on %s', (kind) => {
  let target: Target
  let administrator: { readonly actor: Actor; readonly person: Person }
  /** May do almost everything; sees nothing of what is hidden. */
  let director: { readonly actor: Actor; readonly person: Person }
  let document: ProcessDocument
  const ids: Record<string, string> = {}

  const make = async (who: Person, method: string, path: string, json?: object, ifMatch?: string) => {
    const said = await who.sends(method, path, {
      ...(json && { json }),
      ...(ifMatch && { headers: { 'If-Match': ifMatch } }),
    })
    if (said.status > 202) throw new Error(`${method} ${path} answered ${said.text}`)
    return Object(said.json)
  }
  const hide = (fields: readonly string[], sees: readonly string[] = []) =>
    make(administrator.person, 'PUT', '/api/masking-policy/', { fields, sees })
  const processPath = () => `/api/sales-processes/${document.process.id}/`
  const read = async (who: Person): Promise<WireDocument> => make(who, 'GET', processPath())

  beforeAll(async () => {
    target = await aim(kind)
    administrator = await target.signsIn()
    director = await target.signsIn('sales_director', administrator.actor)
    const { person } = administrator
    const action = { action_name: 'Mail', action_code: 'CANARY', action_type: 'send_email', parameters }
    ids.action = (await make(person, 'POST', '/api/stage-actions/', action)).id
    const workflow = { workflow_name: 'Discount', steps: [step] }
    ids.workflow = (await make(person, 'POST', '/api/approval-workflows/', workflow)).id
    ids.webhook = (
      await make(person, 'POST', '/api/webhooks/', { name: 'H', url: 'https://hooks.example/' })
    ).id
    document = planted('one')
    const stages = Object.values(document.stages)
    document = {
      ...document,
      stages: {
        ...document.stages,
        ...Object.fromEntries(
          stages.slice(0, 2).map((stage) => [
            stage.id,
            {
              ...stage,
              entryActionIds: [ids.action ?? ''],
              requiresApproval: true,
              approvalWorkflowId: ids.workflow ?? '',
            },
          ]),
        ),
      },
    }
    await publishes(person, document)
    ids.process = document.process.id
    ids.stage = stages[0]?.id ?? ''
    ids.transition = Object.keys(document.transitions)[0] ?? ''
    await make(person, 'PUT', `/api/sales-stages/${ids.stage}/`, {
      guidance: `${canaries['stage.guidance']} two`,
    })
    ids.deal = randomUUID()
    const deal = {
      id: ids.deal,
      name: canaries['opportunity.name'],
      stage_id: ids.stage,
      status: 'open',
      amount: Number(canaries['opportunity.amount']),
      owner_name: canaries['opportunity.owner'],
      entered_stage_at: '2026-01-05T09:00:00Z',
      created_at: '2026-01-05T09:00:00Z',
    }
    await make(person, 'PUT', '/api/opportunity-projections/', { opportunities: [deal] })
    const wire = await read(person)
    const template = { template_name: 'Canary', document: wire }
    ids.template = (await make(person, 'POST', '/api/process-templates/', template)).id
    ids.draft = randomUUID()
    const draft = { process_id: ids.process, base_revision: 2, document: wire }
    // Backed up while its owner could still see everything.
    await make(director.person, 'PUT', `/api/drafts/${ids.draft}/`, draft)
    const asked = { document: { ...wire, description: 'Reviewed' }, reason: 'Why' }
    await make(person, 'POST', `${processPath()}publish-requests/`, asked, '"v2"')
    await hide(maskableFields)
  }, 60_000)
  afterAll(async () => {
    expect(target.backend.bugs).toEqual([])
    await target.close()
  })

  const queries = ['', '?search=canary', '?include_transitions=true&include_actions=true', '?page_size=500']

  /** Every address of an operation with every id in its place. */
  function addressesOf({ path }: Endpoint): string[] {
    const numbered = (at: string): string[] =>
      /\{(revision|number)\}/.test(at) ? ['1', '2'].map((n) => at.replace(/\{(revision|number)\}/, n)) : [at]
    const withId = path.includes('{id}') ? Object.values(ids).map((id) => path.replace('{id}', id)) : [path]
    return withId.flatMap(numbered).map((at) => at.replace(/\{\w+\}/g, ids.webhook ?? ''))
  }

  /** Those that get beyond their own form, and one that does not. */
  const fitting = ({ body }: Endpoint, bodies: readonly (object | undefined)[]) =>
    body
      ? bodies.filter((json, index) => index === 0 || body.safeParse(structuredClone(json)).success)
      : [undefined]

  const bytesOf = ({ headers, text }: Said): string => `${[...headers].join('\n')}\n${text}`

  /** What somebody is told by all operations of these methods; each with the canaries that were in it. */
  async function walked(who: Person, methods: readonly string[], bodies: readonly (object | undefined)[]) {
    const leaks: string[] = []
    const seen = new Set<string>()
    let answered = 0
    const look = (at: string, said: Said) => {
      if (said.status < 300) answered += 1
      for (const field of found(bytesOf(said))) {
        seen.add(field)
        leaks.push(`${at} tells ${field}`)
      }
    }
    for (const { endpoint, group } of allEndpoints) {
      if (!methods.includes(endpoint.method) || endpoint.access === 'public' || group === 'auth') continue
      for (const address of addressesOf(endpoint))
        for (const query of endpoint.query ? queries : [''])
          for (const json of fitting(endpoint, bodies)) {
            const sent = { ...(json && { json }), headers: { 'If-Match': '*' } }
            look(
              `${endpoint.method} ${address}${query}`,
              await who.sends(endpoint.method, address + query, sent),
            )
            if (endpoint.csv !== true) continue
            const asCsv = { headers: { Accept: 'text/csv' } }
            look(`CSV of ${address}`, await who.sends('GET', address + query, asCsv))
          }
    }
    return { leaks, seen: [...seen].sort(), answered }
  }

  it('is planted where the walk finds it', async () => {
    const { seen } = await walked(administrator.person, ['GET'], [])
    expect(seen).toEqual([...maskableFields].sort())
  })

  it('is told by no operation that reads', async () => {
    const { leaks, answered } = await walked(director.person, ['GET'], [])
    expect(leaks).toEqual([])
    expect(answered).toBeGreaterThan(60)
    expect((await director.person.sends('GET', '/api/me')).text).not.toContain('view_sensitive')
  })

  it('is the sentinel for those who do not see it, under another ETag, and is as it was for the others', async () => {
    const own = await director.person.sends('GET', `/api/sales-stages/${ids.stage}/`)
    const { description, guidance, notes, escalation } = Object(own.json)
    expect([description, guidance, notes, escalation]).toEqual([masked, masked, masked, masked])
    const full = await administrator.person.sends('GET', `/api/sales-stages/${ids.stage}/`)
    expect(own.headers.get('ETag')).not.toBe(full.headers.get('ETag'))
    for (const path of [`/api/sales-stages/${ids.stage}/`, '/api/sales-stages/', processPath()]) {
      const tag = (await administrator.person.sends('GET', path)).headers.get('ETag') ?? ''
      const again = await director.person.sends('GET', path, { headers: { 'If-None-Match': tag } })
      expect([path, again.status]).toEqual([path, 200])
    }
    const asCsv = { headers: { Accept: 'text/csv' } }
    const csv = await director.person.sends('GET', '/api/opportunity-projections/', asCsv)
    expect([csv.status, csv.text]).toEqual([200, expect.stringContaining('$masked')])
  })

  it('is no matter of search, filter or order', async () => {
    const search = await director.person.sends('GET', '/api/sales-stages/?search=canary-description')
    expect(Object(search.json).count).toBe(0)
    for (const query of ['owner_name=Canary+Owner', 'minimum_amount=5', 'maximum_amount=5']) {
      const { status } = await director.person.sends('GET', `/api/stage-analytics/?${query}`)
      expect([query, status]).toEqual([query, 403])
    }
  })

  it('is not found out by asking about many deals', async () => {
    const asked = async (who: Person, stage: string) => {
      const deal = {
        id: ids.deal,
        stage_id: ids.stage,
        entered_stage_at: '2026-01-05T09:00:00Z',
        fields: { stage },
      }
      const { verdicts } = await make(who, 'POST', '/api/stage-transitions/evaluate/', { deal })
      return JSON.stringify(verdicts).replace(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"now"')
    }
    const right = canaries['approval_step.condition']
    expect(await asked(administrator.person, right)).not.toBe(await asked(administrator.person, 'another'))
    const told = await asked(director.person, 'another')
    expect(told).toContain('“Director” is taken as asked: on what it depends is hidden from you.')
    expect(await asked(director.person, right)).toBe(told)
  })

  it('is not in an export of the trail, nor can it be tried against its hashes', async () => {
    for (const path of ['/api/audit/export/', '/api/audit/checkpoints/'])
      expect((await director.person.sends('GET', path)).status, path).toBe(403)
    const { results } = await make(director.person, 'GET', '/api/audit/?page_size=500')
    for (const { body, hash } of results) expect(hash === '').toBe(JSON.stringify(body).includes('$masked'))
    expect((await administrator.person.sends('GET', '/api/audit/export/')).text).toContain('canary-guidance')
  })

  it('is told by no socket, neither live nor again', async () => {
    const { identity, companyEvents, wakeUps } = target.backend.services
    const report = (error: unknown) => void target.backend.bugs.push(error)
    const hub = createHub({ identity, companyEvents, wakeUps, clock: target.backend.clock.now, report })
    const told: string[] = []
    let closedWith = 0
    let caughtUp = () => {}
    const replayed = new Promise<void>((resolve) => {
      caughtUp = resolve
    })
    let greeted = (_: string) => {}
    const hello = new Promise<string>((resolve) => {
      greeted = resolve
    })
    const line = hub.connect({
      send: (text) => {
        told.push(text)
        const message = JSON.parse(text)
        if (message.type === 'hello') greeted(message.epoch)
        if (message.type === 'bookmark' || message.seq === liveSeq) caughtUp()
      },
      close: (code) => {
        closedWith = code
      },
      buffered: () => 0,
    })
    let liveSeq = -1
    line.receive(JSON.stringify({ type: 'auth', token: director.person.token }))
    line.receive(JSON.stringify({ type: 'resume', epoch: await hello, since: 0 }))
    await replayed
    const live = new Promise<void>((resolve) => {
      caughtUp = resolve
    })
    liveSeq = (await companyEvents.head(administrator.actor.companyId)) + 1
    await make(administrator.person, 'PUT', `/api/sales-stages/${ids.stage}/`, {
      notes: 'canary-notes three',
    })
    await hub.heartbeat()
    await live
    expect(closedWith).toBe(0)
    // Whoever may see something else from now on has to come again.
    await hide(maskableFields, ['sales_director'])
    await hub.sweep()
    expect(closedWith).toBe(closingCodes.sessionChanged)
    await hide(maskableFields)
    hub.close()
    expect(told.filter((text) => text.includes('stage.updated')).length).toBeGreaterThan(1)
    expect(told.flatMap(found)).toEqual([])
    expect(told.join('')).toContain('"$masked"')
  })

  it('leaves the company by no webhook', async () => {
    const { backend } = target
    const { companyId } = administrator.actor
    await queueNews(backend.database, companyId, {
      at: backend.services.now(),
      keptTrying: 1_000,
      newId: backend.services.newId,
    })
    const waiting = await backend.database.company({ companyId }, (tx) =>
      tx.selectFrom('outgoing').selectAll().where('channel', '=', 'webhook').execute(),
    )
    const posted: string[] = []
    for (const { id, webhook_id: webhookId, content } of waiting)
      await deliver(
        { companyId, id, channel: 'webhook', webhookId, userId: null, content, attempts: 1, giveUpAt: '' },
        {
          database: backend.database,
          clock: backend.clock.now,
          sealing: backend.services.sealing,
          post: async ({ body }) => {
            posted.push(body)
            return { delivered: true, status: 200, milliseconds: 1, excerpt: '' }
          },
        },
      )
    expect(waiting.map(({ content }) => JSON.stringify(content)).join('')).toContain('canary-guidance')
    expect(posted.length).toBe(waiting.length)
    expect(posted.flatMap(found)).toEqual([])
  })

  describe('stays as it is', () => {
    let before: string
    const hiddenIn = (wire: WireDocument) =>
      JSON.stringify([
        wire.stages.map(({ id, description, guidance, notes, escalation }) => [
          id,
          description,
          guidance,
          notes,
          escalation,
        ]),
        wire.transitions.map(({ id, actions }) => [id, actions]),
      ])
    const unchanged = async () => expect(hiddenIn(await read(administrator.person))).toBe(before)
    beforeAll(async () => {
      before = hiddenIn(await read(administrator.person))
      expect(found(before).length).toBe(5)
    })

    it('when who does not see it publishes the whole document', async () => {
      const wire = await read(director.person)
      const renamed = { ...wire, process_name: 'Renamed by director' }
      const versions = `${processPath()}versions/`
      const { document: answered } = await make(
        director.person,
        'POST',
        versions,
        { document: renamed },
        '"v3"',
      )
      expect(answered.process_name).toBe('Renamed by director')
      await unchanged()
    })

    it('when they change a row, several rows, a transition, the settings', async () => {
      const stage = await make(director.person, 'GET', `/api/sales-stages/${ids.stage}/`)
      await make(director.person, 'PUT', `/api/sales-stages/${ids.stage}/`, { ...stage, stage_name: 'Other' })
      const changes = [{ id: ids.stage, notes: masked, guidance: masked, color: 'red' }]
      await make(director.person, 'PATCH', '/api/sales-stages/bulk/', { changes })
      const transition = await make(director.person, 'GET', `/api/stage-transitions/${ids.transition}/`)
      await make(director.person, 'PUT', `/api/stage-transitions/${ids.transition}/`, {
        ...transition,
        transition_name: 'Other',
      })
      const { settings } = await make(director.person, 'GET', '/api/settings')
      await make(director.person, 'POST', '/api/settings', { settings })
      await unchanged()
    })

    it('in a setting that another module keeps, whatever it is called', async () => {
      const said = (who: Person, settings: object) => who.sends('POST', '/api/settings', { json: settings })
      const goal = { won_amount: 987, list: [{ stage_code: 'A', notes: 'Kept' }] }
      await make(administrator.person, 'POST', '/api/settings', { dashboard: { goal } })
      const { settings } = await make(director.person, 'GET', '/api/settings')
      expect(settings.dashboard.goal.won_amount).toEqual(masked)
      const sent = { ...settings.dashboard.goal, color: 'red' }
      expect((await said(director.person, { dashboard: { goal: sent } })).status).toBe(200)
      const now = await make(administrator.person, 'GET', '/api/settings')
      expect(now.settings.dashboard.goal).toEqual({ ...goal, color: 'red' })
      // Nothing is there that could stay as it is, or nothing is hidden from them.
      expect((await said(director.person, { dashboard: { another: masked } })).status).toBe(422)
      expect((await said(administrator.person, { dashboard: { goal: masked } })).status).toBe(422)
    })

    it('when they ask for a publish that another approves', async () => {
      const wire = await read(director.person)
      const requests = `${processPath()}publish-requests/`
      const asked = { document: { ...wire, process_name: 'Asked for' }, reason: 'Why' }
      const { number, round } = await make(director.person, 'POST', requests, asked, `"v${wire.revision}"`)
      await make(administrator.person, 'POST', `${requests}${number}/approve/`, { round })
      expect((await read(administrator.person)).process_name).toBe('Asked for')
      await unchanged()
    })

    it('as it was then when they bring an older revision back', async () => {
      const bringsBack = async (revision: number) => {
        const { revision: head } = await read(director.person)
        const then = await make(administrator.person, 'GET', `${processPath()}versions/${revision}/`)
        await make(director.person, 'POST', `${processPath()}versions/${revision}/restore/`, {}, `"v${head}"`)
        return hiddenIn(then.document)
      }
      const { revision } = await read(director.person)
      const then = await bringsBack(1)
      expect(then).not.toBe(before)
      expect(hiddenIn(await read(administrator.person))).toBe(then)
      expect(await bringsBack(revision)).toBe(before)
      await unchanged()
    })

    it('in a template that they make, and in a draft that is read with the right to see', async () => {
      const wire = await read(director.person)
      const made = await make(director.person, 'POST', '/api/process-templates/', {
        template_name: 'By director',
        document: wire,
      })
      expect(JSON.stringify(made)).toContain('$masked')
      // A template has ids of its own.
      const withoutIds = (values: string) => values.replace(/"(?:\w+-\d|[0-9a-f-]{36})"/g, 'an id')
      const inTemplate = async () => {
        const { document: kept } = await make(
          administrator.person,
          'GET',
          `/api/process-templates/${made.id}/`,
        )
        return withoutIds(hiddenIn(kept))
      }
      expect(await inTemplate()).toBe(withoutIds(before))
      const again = { document: { ...made.document, process_name: 'Again by director' } }
      await make(director.person, 'PUT', `/api/process-templates/${made.id}/`, again)
      expect(await inTemplate()).toBe(withoutIds(before))
      const draft = { process_id: ids.process, base_revision: wire.revision, document: wire }
      await make(director.person, 'PUT', `/api/drafts/${ids.draft}/`, draft)
      await hide(maskableFields, ['sales_director'])
      const { document: backedUp } = await make(director.person, 'GET', `/api/drafts/${ids.draft}/`)
      expect(hiddenIn(backedUp)).toBe(before)
      await hide(maskableFields)
    })

    it('in reference data', async () => {
      const action = await make(director.person, 'GET', `/api/stage-actions/${ids.action}/`)
      expect(action.parameters).toEqual(masked)
      const { action_name, parameters: hidden } = action
      await make(director.person, 'PUT', `/api/stage-actions/${ids.action}/`, {
        action_name,
        parameters: hidden,
      })
      const workflow = await make(director.person, 'GET', `/api/approval-workflows/${ids.workflow}/`)
      const [first] = workflow.steps
      await make(director.person, 'PUT', `/api/approval-workflows/${ids.workflow}/`, {
        steps: [{ ...step, condition: undefined, name: 'New' }, first],
      })
      const kept = await make(administrator.person, 'GET', '/api/reference-data/')
      expect(kept.actions.map((one: { parameters: unknown }) => one.parameters)).toEqual([parameters])
      const [{ steps }] = kept.approval_workflows
      expect(steps.map((one: { name: string; condition?: unknown }) => [one.name, one.condition])).toEqual([
        ['New', undefined],
        ['Director', condition],
      ])
    })

    it('whatever else they send: refused, and not told whether it was right', async () => {
      const wire = await read(director.person)
      const tag = `"v${wire.revision}"`
      const refused = async (method: string, path: string, json: object) => {
        const headers = {
          'If-Match': path.includes('stage-actions') || path.includes('workflows') ? '*' : tag,
        }
        const said = await director.person.sends(method, path, { json, headers })
        expect([path, JSON.stringify(json).slice(0, 60), said.status]).toEqual([
          path,
          JSON.stringify(json).slice(0, 60),
          403,
        ])
        return said.text
      }
      const stage = `/api/sales-stages/${ids.stage}/`
      const right = await refused('PUT', stage, { guidance: 'canary-guidance two' })
      expect(await refused('PUT', stage, { guidance: 'wrong' })).toBe(right)
      await refused('PUT', stage, { guidance: '' })
      await refused('PUT', `/api/stage-transitions/${ids.transition}/`, { actions: [] })
      await refused('PATCH', '/api/sales-stages/bulk/', { changes: [{ id: ids.stage, notes: 'x' }] })
      const [first, ...others] = wire.stages
      const wiped = { ...wire, stages: [{ ...first, guidance: '' }, ...others] }
      await refused('POST', `${processPath()}versions/`, { document: wiped })
      await refused('POST', `${processPath()}publish-requests/`, { document: wiped, reason: 'Why' })
      await refused('POST', `${processPath()}impact/`, { document: wiped })
      await refused('PUT', `/api/stage-actions/${ids.action}/`, { parameters })
      await refused('PUT', `/api/stage-actions/${ids.action}/`, { action_type: 'create_task' })
      await refused('PUT', `/api/approval-workflows/${ids.workflow}/`, {
        steps: [{ ...step, condition: undefined }],
      })
      await unchanged()
    })

    it('and the sentinel is no value: not of a new row, not by who sees everything', async () => {
      const told = async (who: Person, method: string, path: string, json: object) => {
        const { status, text } = await who.sends(method, path, { json, headers: { 'If-Match': '*' } })
        expect([path, status]).toEqual([path, 422])
        expect(text).toContain('leave the field out')
      }
      const fresh = { stage_name: 'Copy', stage_code: `C_${randomUUID().slice(0, 8)}`, guidance: masked }
      await told(director.person, 'POST', '/api/sales-stages/', fresh)
      await told(administrator.person, 'PUT', `/api/sales-stages/${ids.stage}/`, { guidance: masked })
      const wire = await read(director.person)
      await told(administrator.person, 'POST', `${processPath()}versions/`, { document: wire })
      const [first, ...others] = wire.stages
      const copied = { ...wire, stages: [{ ...first, id: randomUUID() }, ...others] }
      const transitions = copied.transitions.filter(
        ({ from_stage_id, to_stage_id }) => from_stage_id !== first?.id && to_stage_id !== first?.id,
      )
      await told(director.person, 'POST', `${processPath()}versions/`, {
        document: { ...copied, transitions },
      })
      await unchanged()
    })
  })

  it('is not in an answer that is given again, once the right to see is gone', async () => {
    await hide(maskableFields, ['sales_director'])
    const again = () =>
      director.person.sends('PUT', `/api/sales-stages/${ids.stage}/`, {
        json: { stage_name: 'Again' },
        headers: { 'Idempotency-Key': 'once' },
      })
    expect(found((await again()).text)).toContain('stage.guidance')
    await hide(maskableFields)
    const said = await again()
    expect([said.status, found(said.text)]).toEqual([200, []])
  })

  it('is read by whom a mail is for: names and amounts of deals as their role sees them', () => {
    const [stage] = Object.values(document.stages)
    if (!stage) throw new Error('There is no stage.')
    const note = { to: 'sales_director', message: 'Look' }
    const mailed = (sees: MaskingPolicy['sees']) =>
      stageMails(
        [
          {
            id: 'deal',
            name: canaries['opportunity.name'],
            amount: Number(canaries['opportunity.amount']),
            owner_name: canaries['opportunity.owner'],
            from_stage_id: null,
            to_stage_id: stage.id,
          },
        ],
        {
          documents: [{ ...document, stages: { [stage.id]: { ...stage, entryActionIds: ['note'] } } }],
          reference: reference({ actions: [action('note', 'notify_in_app', { parameters: note })] }),
          colleagues: [
            {
              id: '1',
              email: 'd@d.example',
              name: 'D',
              role: 'sales_director',
              language: 'en',
              aboutDeals: true,
            },
          ],
          company: 'C',
          masking: { fields: [...maskableFields], sees, revision: 1 },
          newId: () => '1',
        },
      )
        .map(({ content }) => JSON.stringify(content).replaceAll(',', ''))
        .join()
    expect(found(mailed(['sales_director']))).toEqual([
      'opportunity.amount',
      'opportunity.owner',
      'opportunity.name',
    ])
    const blind = mailed([])
    expect([blind.includes('Look'), blind.includes('Hidden'), found(blind)]).toEqual([true, true, []])
  })

  it('is told by no operation that writes, whatever it is sent', async () => {
    const wire = await read(director.person)
    const bodies = [
      {},
      { document: wire },
      { document: wire, reason: 'Why', round: 1 },
      { document: { ...wire, stages: [] }, reason: 'Why' },
      { document: { ...wire, stages: wire.stages.slice(1) }, reason: 'Why' },
      { template_name: 'Canary', document: wire },
      { color: 'red' },
      { default_probability: 140 },
      { stage_code: 'NO CODE' },
      { stage_order: 1 },
      { text: 'A word' },
      { changes: [{ id: ids.stage, color: 'green' }] },
      { deal: { id: ids.deal, stage_id: ids.stage, entered_stage_at: '2026-01-05T09:00:00Z', fields: {} } },
      { opportunities: { stages: [] } },
      { opportunities: [{ id: ids.deal }] },
      { action_type: 'create_task' },
      { csv: `opportunity_id,to_stage_id,changed_at\n${ids.deal},${ids.stage},2026-01-06T09:00:00Z` },
    ]
    expect((await walked(director.person, ['POST', 'PUT', 'PATCH'], bodies)).leaks).toEqual([])
  }, 120_000)

  it('is told by no operation that takes something away', async () => {
    expect((await walked(director.person, ['DELETE'], [])).leaks).toEqual([])
  })
})
