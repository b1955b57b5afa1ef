import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Fetch } from '../client.ts'
import { createSession } from '../session.ts'
import { pickBackend } from './pick.ts'

const missing = () => Response.json({ error_code: 'NOT_FOUND', message: 'No.', details: {} }, { status: 404 })
const capabilities = {
  etag: true,
  idempotency: true,
  atomic_publish: true,
  replay: true,
  settings: true,
  drafts: true,
  evaluate: true,
  publish_requests: true,
}

/** A backend with these doors and no others; and what it was asked. */
function doors(open: Readonly<Record<string, unknown>>) {
  const asked: Request[] = []
  const fetch: Fetch = async (request) => {
    asked.push(request)
    const { pathname } = new URL(request.url)
    return pathname in open ? Response.json(open[pathname]) : missing()
  }
  return { fetch, asked }
}

async function picked(
  fetch: Fetch,
  { described = '', remembered = null }: { described?: string; remembered?: string | null } = {},
) {
  const kept: string[] = []
  const backend = await pickBackend({
    described,
    remembered,
    remember: (kind) => kept.push(kind),
    session: createSession({ fetch }),
    user: { id: 'u', company: { id: 'c' } },
    fetch,
  })
  return { backend, kind: backend.limits?.kind ?? 'native', kept }
}

const list = { '/api/sales-stages/': { count: 0, results: [], next: null } }
const settings = { '/api/settings': { settings: { opportunities: { stages: [] } } } }

describe('which backend it is', () => {
  it.each([
    ['native', { '/api/capabilities': capabilities }],
    ['blueprint', { '/api/capabilities': { ...capabilities, atomic_publish: false } }],
    ['blueprint', { ...list, ...settings }],
    ['tenant-settings', settings],
    ['native', {}],
  ] as const)('is found out by its doors: %s', async (kind, open) => {
    expect((await picked(doors(open).fetch)).kind).toBe(kind)
  })

  it('is what it was, where nobody answers; and asked again for the next time', async () => {
    const silent: Fetch = async () => {
      throw new TypeError('offline')
    }
    expect((await picked(silent, { remembered: 'blueprint' })).kind).toBe('blueprint')
    const { kind, kept } = await picked(doors({ '/api/capabilities': capabilities }).fetch, {
      remembered: 'blueprint',
    })
    expect(kind).toBe('blueprint')
    await expect.poll(() => kept).toEqual(['native'])
  })

  it('is what the page says, without a question', async () => {
    const { fetch, asked } = doors({})
    expect((await picked(fetch, { described: '{"kind":"tenant-settings"}' })).kind).toBe('tenant-settings')
    expect(asked).toEqual([])
  })

  it.each([
    ['{', 'it is no JSON'],
    ['{"page_size":0}', 'page_size'],
    ['{"auth":{"mode":"magic"}}', 'auth.mode'],
  ])('is refused in a sentence where the page says %s', async (described, why) => {
    await expect(picked(doors({}).fetch, { described })).rejects.toThrow(
      new RegExp(`^The description of the backend in this page cannot be used: ${why}`),
    )
  })
})

describe('a backend that is described', () => {
  const row = { id: 7, title: 'Lead', code: 'LEAD', position: 1, probability: 10, shade: '#fff' }
  const rename = {
    stages: {
      stage_name: 'title',
      stage_code: 'code',
      stage_order: 'position',
      default_probability: 'probability',
    },
  }

  it('is read with its own names, ids, pages and base address', async () => {
    const { fetch, asked } = doors({
      '/crm/api/sales-stages/': [row, { ...row, id: 8, title: 'Gone', is_deleted: true }],
      '/crm/api/stage-transitions/': { count: 0, results: [] },
    })
    const described = JSON.stringify({
      kind: 'blueprint',
      base_url: 'https://crm.test/crm',
      rename,
      page_size: 25,
      process_name: 'Pipeline',
    })
    const { backend } = await picked(fetch, { described })
    const answer = await backend.load('sales-process')
    expect(answer).toMatchObject({
      ok: true,
      value: {
        revision: 1,
        document: {
          process: { processName: 'Pipeline' },
          stages: { 7: { stageName: 'Lead', stageCode: 'LEAD', stageOrder: 1, defaultProbability: 10 } },
        },
      },
    })
    expect(asked.map(({ url }) => url.replace(/^.*\/crm/, ''))).toEqual([
      '/api/sales-stages/?page=1&page_size=25',
      '/api/stage-transitions/?page=1&page_size=25',
    ])
  })

  it.each([
    ['{"mode":"header","name":"X-Auth-Token","prefix":"Token "}', 'x-auth-token', 'Token secret'],
    ['{"mode":"bearer"}', 'authorization', 'Bearer secret'],
  ])('lets people in as it wants: %s', async (auth, name, value) => {
    const { fetch, asked } = doors({ ...list, '/api/stage-transitions/': [] })
    const session = { ...createSession({ fetch }), token: () => 'secret' }
    const backend = await pickBackend({
      described: `{"kind":"blueprint","base_url":"https://crm.test","auth":${auth}}`,
      remembered: null,
      remember: () => {},
      session,
      user: { id: 'someone', company: { id: name } },
      fetch,
    })
    await backend.load('sales-process')
    expect(asked[0]?.headers.get(name)).toBe(value)
    expect(asked[0]?.headers.has('authorization')).toBe(name === 'authorization')
  })
})
