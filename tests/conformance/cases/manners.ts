/** How the API behaves everywhere: caching, request ids, its own description and drafts. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { openApiDocument } from '../../../src/contract/openapi.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { type Case, soundProcess } from '../scene.ts'

const feature = 'manners'

export const mannerCases: readonly Case[] = [
  {
    feature: 'conditional GET',
    title: 'answers 304 to who has it already, and the whole again after a change',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const paths = [
        `/api/sales-processes/${id}/`,
        `/api/sales-stages/?process_id=${id}`,
        `/api/sales-stages/${stages[0].id}/`,
        `/api/stage-transitions/?process_id=${id}`,
      ]
      const etags = await Promise.all(
        paths.map(async (path) => (await administrator.sends('GET', path)).headers.get('ETag')),
      )
      const ask = async (index: number) =>
        administrator.sends('GET', paths[index] ?? '', {
          headers: { 'If-None-Match': `"other", W/${etags[index]}` },
        })
      for (const index of paths.keys()) {
        const said = await ask(index)
        expect([paths[index], said.status, said.text]).toEqual([paths[index], 304, ''])
      }
      await administrator.does(api.stages.update, {
        params: { id: stages[0].id },
        body: { notes: 'Changed' },
      })
      for (const index of paths.keys()) expect((await ask(index)).status).toBe(200)
    },
  },
  {
    feature,
    title: 'says its own contract, a readable page of it, what it supports, and that it is alive and ready',
    run: async (scene) => {
      const described = await scene.anybody.sends('GET', '/api/openapi.json')
      expect(described.json).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
      const page = await scene.base.fetch(new Request(`${scene.base.url}/api/docs`))
      expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
      expect(await page.text()).toContain('/api/sales-stages/{id}/reorder/')
      const { value } = await scene.anybody.does(api.service.capabilities, {})
      expect(value).toMatchObject({
        etag: true,
        idempotency: true,
        atomic_publish: true,
        replay: true,
        settings: true,
      })
      await scene.anybody.does(api.service.health, {})
      await scene.anybody.does(api.service.readiness, {})
    },
  },
  {
    feature,
    title: 'gives every answer an id, keeps the one it is given, and is never sniffed or stored',
    run: async (scene) => {
      const own = await scene.anybody.sends('GET', '/api/nothing', { headers: { 'X-Request-Id': 'mine-1' } })
      expect(own.headers.get('X-Request-Id')).toBe('mine-1')
      const made = await scene.anybody.sends('GET', '/api/me')
      expect(made.headers.get('X-Request-Id')).toMatch(/^[\w-]{8,}$/)
      expect(made.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(made.headers.get('Cache-Control')).toBe('no-store')
      const bare = await (await scene.as('administrator')).sends('GET', '/api/sales-stages')
      expect(bare.status).toBe(200)
    },
  },
  {
    feature: 'drafts',
    title: 'keeps a draft for its owner alone, unsound as it may be',
    needs: ['operations'],
    run: async (scene) => {
      const document = { ...soundProcess(), transitions: {} }
      const operations = await scene.as('operations')
      const params = { id: randomUUID() }
      const body = { process_id: document.process.id, base_revision: 0, document: documentToWire(document) }
      const { value } = await operations.does(api.drafts.save, { params, body })
      expect(value).toMatchObject({ id: params.id, base_revision: 0 })
      const beginning = { kind: 'template', name: 'Field sales', at: '2026-01-15T00:00:00Z' } as const
      await operations.does(api.drafts.save, { params, body: { ...body, base_revision: 3, beginning } })
      const { value: read } = await operations.does(api.drafts.read, { params })
      expect(read).toMatchObject({ base_revision: 3, document: body.document, beginning })
      const administrator = await scene.as('administrator')
      await administrator.isRefused(api.drafts.read, { params }, 'NOT_FOUND')
      const { value: theirs } = await administrator.does(api.drafts.list, { query: { page_size: 500 } })
      expect(theirs.results.map((draft) => draft.id)).not.toContain(params.id)
      await operations.does(api.drafts.delete, { params })
      await operations.isRefused(api.drafts.delete, { params }, 'NOT_FOUND')
    },
  },
]
