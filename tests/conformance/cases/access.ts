/** Who may: sign-in and its end, the permission of every operation, and walls between companies. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { allEndpoints, api } from '../../../src/contract/api.ts'
import type { Endpoint } from '../../../src/contract/endpoint.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { actors, type Credentials } from '../base.ts'
import { expectProblem, type Person, person } from '../person.ts'
import type { Case, PublishedProcess, Scene } from '../scene.ts'

const feature = 'sign-in'
const login = '/api/auth/login/'

function accountOf(scene: Scene): Credentials {
  const account = scene.base.people.representative
  if (!account || 'token' in account) throw new Error('This case signs a representative in.')
  return account
}

/** The path of an endpoint with every parameter filled. */
const pathOf = (endpoint: Endpoint, id: string): string =>
  endpoint.path.replace('{id}', encodeURIComponent(id)).replace('{revision}', '1')

/** Endpoints that only make sense to ask with a permission. */
const guarded = allEndpoints.filter(({ endpoint }) => endpoint.access !== 'public')

/** Well-formed enough to get past permission, wrong enough to change nothing. */
const asks = (who: Person, endpoint: Endpoint) =>
  who.sends(endpoint.method, pathOf(endpoint, randomUUID()), {
    ...(endpoint.body && { json: { no_such_field: true } }),
    headers: { 'If-Match': '"v999999"' },
  })

export const accessCases: readonly Case[] = [
  {
    feature,
    title: 'signs in, says who one is, and refuses a wrong password like an unknown address',
    needs: ['representative'],
    run: async (scene) => {
      const { email, password } = accountOf(scene)
      const said = await scene.anybody.sends('POST', login, { json: { email, password } })
      expect(said.status).toBe(200)
      expect(said.json).toMatchObject({ access_token: expect.any(String), expires_in: expect.any(Number) })
      const { value } = await (await scene.as('representative')).does(api.auth.me, {})
      expect(value).toMatchObject({
        email,
        role: 'sales_representative',
        company: { name: expect.any(String) },
      })
      expect(value.permissions).toEqual(['read_stage', 'read_transitions', 'read_reference_data'])
      const wrong = await scene.anybody.sends('POST', login, { json: { email, password: `${password}!` } })
      const nobody = await scene.anybody.sends('POST', login, {
        json: { email: 'nobody@demo.example', password },
      })
      expect(expectProblem(wrong, 'INVALID_CREDENTIALS')).toEqual(
        expectProblem(nobody, 'INVALID_CREDENTIALS'),
      )
    },
  },
  {
    feature,
    title: 'refuses to sign in for a page of another site',
    needs: ['representative'],
    run: async (scene) => {
      const json = accountOf(scene)
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }]) {
        const said = await scene.anybody.sends('POST', '/api/auth/refresh/', { json: {}, headers })
        expectProblem(said, 'CROSS_SITE_REFUSED')
      }
      const form = { text: `email=${json.email}`, headers: { 'Content-Type': 'text/plain' } }
      expectProblem(await scene.anybody.sends('POST', login, form), 'UNSUPPORTED_MEDIA_TYPE')
    },
  },
  {
    feature,
    title: 'takes a session up again by its cookie, spends the cookie, and ends with sign-out',
    needs: ['representative', 'cookies'],
    run: async (scene) => {
      const signed = await scene.anybody.sends('POST', login, { json: accountOf(scene) })
      const cookie = cookieIn(signed.headers)
      expect(signed.headers.get('Set-Cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/)
      expect(signed.text).not.toContain(cookie.split('=')[1])
      const refreshed = await scene.anybody.sends('POST', '/api/auth/refresh/', {
        json: {},
        headers: { Cookie: cookie },
      })
      expect(refreshed.status).toBe(200)
      const next = cookieIn(refreshed.headers)
      expect(next).not.toBe(cookie)
      const out = await scene.anybody.sends('POST', '/api/auth/logout/', {
        json: {},
        headers: { Cookie: next },
      })
      expect(out.status).toBe(204)
      const late = await scene.anybody.sends('POST', '/api/auth/refresh/', {
        json: {},
        headers: { Cookie: next },
      })
      expectProblem(late, 'SESSION_ENDED')
      const { access_token } = Object(refreshed.json)
      const gone = person(scene.base, String(access_token))
      expectProblem(await gone.sends('GET', '/api/me'), 'NOT_SIGNED_IN')
    },
  },
  {
    feature: 'permissions',
    title: 'lets nobody in without a token, with a made-up one, or with another scheme',
    run: async (scene) => {
      for (const { endpoint } of guarded) {
        for (const who of [scene.anybody, person(scene.base, 'made.up.token')]) {
          expectProblem(await asks(who, endpoint), 'NOT_SIGNED_IN')
        }
      }
      const basic = { headers: { Authorization: 'Basic YTpi' } }
      expectProblem(await scene.anybody.sends('GET', '/api/me', basic), 'NOT_SIGNED_IN')
    },
  },
  {
    feature: 'permissions',
    title: 'gives each role exactly what its permissions say, on every operation',
    needs: ['director', 'operations', 'manager', 'representative'],
    run: async (scene) => {
      const wrong: string[] = []
      for (const name of actors.filter((actor) => actor !== 'stranger')) {
        const who = await scene.as(name)
        const { value: me } = await who.does(api.auth.me, {})
        for (const { name: operation, endpoint } of guarded) {
          const may = endpoint.access === 'signed_in' || me.permissions.some((one) => one === endpoint.access)
          const { status } = await asks(who, endpoint)
          if ((status === 403) === may || status === 401 || status >= 500) {
            wrong.push(`${name} ${operation}: ${status}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
  },
  {
    feature: 'isolation',
    title: 'shows another company nothing: every id of ours is answered as if it had never been',
    needs: ['stranger'],
    run: async (scene) => {
      const mine = await scene.aProcess()
      const stranger = await scene.as('stranger')
      const ids = await idsOf(scene, mine)
      for (const [what, id] of Object.entries(ids)) {
        for (const { name, endpoint } of allEndpoints.filter(
          (one) => one.group === what && one.endpoint.params,
        )) {
          if (name === 'drafts.save' || name === 'versions.publish' || name === 'processes.impact') continue
          const ask = (asked: string) =>
            stranger.sends(endpoint.method, pathOf(endpoint, asked), {
              ...(endpoint.body && { json: bodyFor(name) }),
              ...(endpoint.errors?.includes('PRECONDITION_REQUIRED') && { headers: { 'If-Match': '"v1"' } }),
            })
          const never = randomUUID()
          const [ours, unknown] = [await ask(id), await ask(never)]
          expect([name, ours.status], name).toEqual([name, 404])
          expect(ours.text.replaceAll(id, '·')).toBe(unknown.text.replaceAll(never, '·'))
        }
      }
      for (const path of ['/api/sales-stages/', '/api/stage-transitions/']) {
        expectProblem(await stranger.sends('GET', `${path}?process_id=${mine.id}`), 'NOT_FOUND')
      }
      const { value: list } = await stranger.does(api.processes.list, { query: { page_size: 500 } })
      expect(list.results.map((process) => process.id)).not.toContain(mine.id)
      const { value: usage } = await stranger.does(api.processes.list, {})
      expect(JSON.stringify(usage)).not.toContain(mine.stages[0].id)
    },
  },
  {
    feature: 'isolation',
    title: 'lets two companies use the same ids without noticing each other, and no deal cross over',
    needs: ['stranger'],
    run: async (scene) => {
      const mine = await scene.aProcess()
      const stranger = await scene.as('stranger')
      const { value } = await stranger.does(api.versions.publish, {
        params: { id: mine.id },
        body: { document: documentToWire(mine.document) },
        ifMatch: '"v0"',
      })
      expect(value.revision).toBe(1)
      await stranger.does(api.stages.update, {
        params: { id: mine.stages[0].id },
        body: { stage_name: 'Theirs' },
      })
      const administrator = await scene.as('administrator')
      const { value: read } = await administrator.does(api.stages.read, { params: { id: mine.stages[0].id } })
      expect(read.stage_name).toBe('Qualify')
      await scene.aDealIn(mine.stages[0].id)
      const { value: theirs } = await stranger.does(api.stages.usage, { params: { id: mine.stages[0].id } })
      expect(theirs.open_deals).toBe(0)
      const ours = await scene.aProcess()
      const crossing = {
        opportunities: [
          {
            id: randomUUID(),
            name: 'Crossing',
            stage_id: ours.stages[0].id,
            status: 'open' as const,
            amount: 1,
            entered_stage_at: '2026-01-05T09:00:00Z',
            created_at: '2026-01-05T09:00:00Z',
          },
        ],
      }
      await stranger.isRefused(api.opportunities.feed, { body: crossing }, 'VALIDATION_FAILED')
    },
  },
]

const cookieIn = (headers: Headers): string => headers.get('Set-Cookie')?.split(';')[0] ?? ''

async function idsOf(scene: Scene, mine: PublishedProcess): Promise<Record<string, string>> {
  const administrator = await scene.as('administrator')
  const { value: category } = await administrator.does(api.categories.create, {
    body: { category_name: 'Ours', category_code: `O_${randomUUID().slice(0, 8)}`, category_type: 'closing' },
  })
  const { value: field } = await administrator.does(api.opportunityFields.create, {
    body: { key: `o_${randomUUID().slice(0, 8)}`, label: 'Ours', type: 'text' },
  })
  const { value: template } = await administrator.does(api.processTemplates.create, {
    body: { template_name: `Ours ${randomUUID()}`, document: documentToWire(mine.document) },
  })
  const draft = randomUUID()
  await administrator.does(api.drafts.save, {
    params: { id: draft },
    body: { process_id: mine.id, base_revision: 1, document: documentToWire(mine.document) },
  })
  return {
    processes: mine.id,
    versions: mine.id,
    stages: mine.stages[0].id,
    transitions: Object.keys(mine.document.transitions)[0] ?? '',
    categories: category.id,
    opportunityFields: field.id,
    drafts: draft,
    processTemplates: template.id,
  }
}

/** Right for its endpoint, so that nothing but the id can be what is refused. */
function bodyFor(name: string): object {
  if (name === 'stages.reorder') return { stage_order: 1 }
  return {}
}
