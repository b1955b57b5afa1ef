/** How the API behaves everywhere: caching, request ids, its own description, drafts, and garbage on every endpoint. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { allEndpoints, api } from '../../../src/contract/api.ts'
import { errorBodySchema } from '../../../src/contract/errors.ts'
import { openApiDocument, statusesOf } from '../../../src/contract/openapi.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { expectNothingLeaks } from '../person.ts'
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
      await operations.does(api.drafts.save, { params, body: { ...body, base_revision: 3 } })
      const { value: read } = await operations.does(api.drafts.read, { params })
      expect(read).toMatchObject({ base_revision: 3, document: body.document })
      const administrator = await scene.as('administrator')
      await administrator.isRefused(api.drafts.read, { params }, 'NOT_FOUND')
      const { value: theirs } = await administrator.does(api.drafts.list, { query: { page_size: 500 } })
      expect(theirs.results.map((draft) => draft.id)).not.toContain(params.id)
      await operations.does(api.drafts.delete, { params })
      await operations.isRefused(api.drafts.delete, { params }, 'NOT_FOUND')
    },
  },
  {
    feature: 'no input breaks it',
    title: 'takes or refuses a document with anything anywhere in it, and keeps what it takes',
    run: async (scene) => {
      const { id, document } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const wire = documentToWire(document)
      const texts = [
        '',
        'constructor',
        '__proto__x',
        'x'.repeat(6_000),
        '\u202e\u0007',
        "'; DROP TABLE users; --",
        '🧭',
      ]
      const nasty = fc.oneof(
        fc.constantFrom<unknown>(
          null,
          true,
          [],
          {},
          -1,
          1e15,
          -0,
          1.5,
          Number.MAX_SAFE_INTEGER,
          5e-324,
          1.7e308,
        ),
        fc.constantFrom<unknown>(
          ...texts,
          ...texts.map((text) => [text]),
          ...texts.map((text) => ({ [text]: text })),
        ),
        fc.jsonValue({ maxDepth: 3 }),
      )
      const spoiled = fc.record({
        table: fc.constantFrom('stages' as const, 'transitions' as const, 'process' as const),
        field: fc.nat(),
        value: nasty,
      })
      await fc.assert(
        fc.asyncProperty(fc.array(spoiled, { minLength: 1, maxLength: 2 }), async (changes) => {
          const copy = structuredClone(wire)
          for (const { table, field, value } of changes) {
            const row: object = table === 'process' ? copy : (copy[table][0] ?? {})
            const names = Object.keys(row).filter((name) => !Array.isArray(Reflect.get(copy, name)))
            Reflect.set(row, names[field % names.length] ?? '', value)
          }
          const { etag } = await administrator.does(api.processes.read, { params: { id } })
          const said = await administrator.sends('POST', `/api/sales-processes/${id}/versions/`, {
            json: { document: copy },
            headers: { 'If-Match': etag },
          })
          const detail = `${said.status} ${said.text.slice(0, 400)} for ${JSON.stringify(changes).slice(0, 300)}`
          expect([201, 409, 422], detail).toContain(said.status)
          expectNothingLeaks(said.text)
          if (said.status === 201) {
            const { value } = await administrator.does(api.processes.read, { params: { id } })
            const published: unknown = Reflect.get(Object(said.json), 'document')
            expect(value).toEqual(published)
          }
        }),
        { numRuns: 120, seed: 20_261_122 },
      )
    },
  },
  {
    feature: 'no input breaks it',
    title: 'answers any garbage on any endpoint with a documented status, in the one format, without a leak',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const words = [
        'stage_name',
        'stage_code',
        'order',
        'stage_order',
        'id',
        'document',
        'opportunities',
        'changes',
      ]
      const json = fc.oneof(
        fc.jsonValue({ maxDepth: 4 }),
        fc.dictionary(fc.constantFrom(...words), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 }),
      )
      const one = fc.record({
        at: fc.constantFrom(...allEndpoints.filter(({ group }) => group !== 'auth')),
        id: fc.constantFrom(id, stages[1].id, 'nobody', '%', '..', "' OR 1=1 --", 'é'.repeat(30)),
        body: json,
        query: fc.option(
          fc.dictionary(fc.constantFrom('page', 'search', 'since', 'reason', 'limit', 'x'), fc.string()),
        ),
        ifMatch: fc.option(fc.constantFrom('"v1"', '"s-x-1"', '*', '""', 'W/"v1"')),
      })
      await fc.assert(
        fc.asyncProperty(one, async ({ at: { endpoint, name }, id: given, body, query, ifMatch }) => {
          const path = endpoint.path.replace('{id}', encodeURIComponent(given)).replace('{revision}', '1')
          const search = query === null ? '' : `?${new URLSearchParams(query)}`
          const said = await administrator.sends(endpoint.method, `${path}${search}`, {
            ...(endpoint.body && { json: body }),
            ...(ifMatch !== null && { headers: { 'If-Match': ifMatch } }),
          })
          expect(said.status, `${name} ${said.text}`).toBeLessThan(500)
          const documented = [...statusesOf(endpoint), ...(given === '..' ? [404, 405, 200] : [])]
          expect(documented, `${name} ${said.status} ${said.text.slice(0, 300)}`).toContain(said.status)
          if (said.status >= 400) {
            expect(errorBodySchema.safeParse(said.json).success, said.text.slice(0, 300)).toBe(true)
            expectNothingLeaks(said.text)
          }
        }),
        { numRuns: 250, seed: 20_261_121 },
      )
    },
  },
]
