import { describe, expect, it } from 'vitest'
import { errorBodySchema } from '../../src/contract/errors.ts'
import { withProfile } from './profile.ts'

const stage = {
  id: 's1',
  stage_name: 'Lead',
  stage_code: 'LEAD',
  default_probability: 10,
  validation_rules: [{ id: 'r', color: 'a word of the user' }],
  color: 'blue',
  position: { x: 1, y: 2 },
  process_id: 'p1',
}
const transition = { id: 't1', to_stage_id: 's1', from_stage_id: 's0', transition_name: '', weight: 3 }

/** Our server, as far as a profile sees it: what it was asked, and rows with everything in them. */
function behind(profile: 'blueprint' | 'tenant-settings' | 'full') {
  const asked: Request[] = []
  const app = withProfile(
    {
      fetch: async (request) => {
        asked.push(request)
        const body = request.url.includes('sales-stages')
          ? { results: [{ ...stage, transitions: [transition], warnings: [] }] }
          : { settings: {} }
        return Response.json(body, { headers: { ETag: '"v1"' } })
      },
    },
    profile,
  )
  const ask = (method: string, path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`http://here${path}`, { method, ...init }))
  return { ask, asked }
}

describe('a server with most doors closed', () => {
  it.each([
    ['blueprint', 'GET', '/api/capabilities', 404],
    ['blueprint', 'GET', '/api/sales-processes/', 404],
    ['blueprint', 'PUT', '/api/stage-transitions/t1/', 404],
    ['blueprint', 'PATCH', '/api/sales-stages/bulk/', 405],
    ['blueprint', 'POST', '/api/stage-categories/', 405],
    ['blueprint', 'GET', '/api/settings', 404],
    ['blueprint', 'GET', '/api/sales-stages', 200],
    ['blueprint', 'GET', '/healthz', 200],
    ['tenant-settings', 'GET', '/api/sales-stages/', 404],
    ['tenant-settings', 'DELETE', '/api/settings', 405],
    ['tenant-settings', 'GET', '/api/settings', 200],
    ['full', 'GET', '/api/capabilities', 200],
  ] as const)('%s answers %s %s with %i', async (profile, method, path, status) => {
    const { ask, asked } = behind(profile)
    const answer = await ask(method, path)
    expect([answer.status, asked.length]).toEqual([status, status === 200 ? 1 : 0])
    if (status !== 200) errorBodySchema.parse(await answer.json())
  })

  it('says no field and no header of ours', async () => {
    const answer = await behind('blueprint').ask('GET', '/api/sales-stages/')
    expect(answer.headers.has('ETag')).toBe(false)
    const { color: _color, position: _position, process_id: _process, ...left } = stage
    const { weight: _weight, ...way } = transition
    expect(await answer.json()).toEqual({ results: [{ ...left, transitions: [way], warnings: [] }] })
  })

  it('takes no field, header or parameter of ours', async () => {
    const { ask, asked } = behind('blueprint')
    await ask('POST', '/api/sales-stages/?process_id=p1&page=2', {
      headers: { 'If-Match': '"v1"', 'Idempotency-Key': 'k', 'Content-Type': 'application/json' },
      body: JSON.stringify(stage),
    })
    const [request] = asked
    expect(new URL(request?.url ?? '').search).toBe('?page=2')
    expect([...(request?.headers.keys() ?? [])]).toEqual(['content-type'])
    expect(Object.keys(await request?.json())).toEqual([
      'stage_name',
      'stage_code',
      'default_probability',
      'validation_rules',
    ])
  })

  it('passes on what is no JSON, for the app to say what is wrong with it', async () => {
    const { ask, asked } = behind('blueprint')
    await ask('POST', '/api/sales-stages/', { body: '{' })
    expect(await asked[0]?.text()).toBe('{')
  })
})
