/** Whatever is sent, the API answers as it says it does: generated garbage on every endpoint and in every field. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { allEndpoints, api } from '../../../src/contract/api.ts'
import { errorBodySchema } from '../../../src/contract/errors.ts'
import { statusesOf } from '../../../src/contract/openapi.ts'
import {
  documentFromWire,
  documentToWire,
  type WireDocument,
} from '../../../src/domain/process/wireDocument.ts'
import { expectNothingLeaks } from '../person.ts'
import type { Case } from '../scene.ts'

const feature = 'no input breaks it'

const nastyTexts = [
  '',
  'constructor',
  'x'.repeat(101),
  'x'.repeat(6_000),
  '\u202e\u0007',
  "'; DROP TABLE users; --",
  '🧭',
]
const nastyNumbers = [-1, 0, 1.5, 101, 2_147_483_648, 1e15, Number.MAX_SAFE_INTEGER, 5e-324, 1.7e308, -0]

/** Values of the same type, so that they get past the shape and meet what lies behind it. */
function nastyLike(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return nastyTexts
  if (typeof value === 'number') return nastyNumbers
  if (typeof value === 'boolean') return [!value]
  if (Array.isArray(value))
    return [[], nastyTexts, [{ id: 'a', name: '', check: { var: 'constructor' }, message: '' }]]
  return [null, {}, ...nastyTexts, ...nastyNumbers, { constructor: 'toString' }, { x: 1e308, y: -1e308 }]
}

/** As it is after a journey over the wire: numbers without a negative zero, stages by order. */
const inOrder = (wire: WireDocument): WireDocument =>
  documentToWire(documentFromWire(JSON.parse(JSON.stringify(wire))))

const spoiling = fc.record({
  table: fc.constantFrom('stages' as const, 'transitions' as const, 'process' as const),
  field: fc.nat(),
  value: fc.oneof(
    { weight: 4, arbitrary: fc.nat() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  ),
})

export const garbageCases: readonly Case[] = [
  {
    feature,
    title: 'takes or refuses a document with anything in any field, and keeps what it takes',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      await fc.assert(
        fc.asyncProperty(
          fc.array(spoiling, { minLength: 1, maxLength: 2 }),
          fc.boolean(),
          async (changes, asDraft) => {
            const { id, document, etag } = await scene.aProcess()
            const copy = documentToWire(document)
            for (const { table, field, value } of changes) {
              const row: object = table === 'process' ? copy : (copy[table][0] ?? {})
              const names = Object.keys(row).filter((name) => !['stages', 'transitions', 'id'].includes(name))
              const name = names[field % names.length] ?? ''
              const likes = nastyLike(Reflect.get(row, name))
              Reflect.set(row, name, typeof value === 'number' ? likes[value % likes.length] : value)
            }
            const said = asDraft
              ? await administrator.sends('PUT', `/api/drafts/${id}/`, {
                  json: { process_id: id, base_revision: 1, document: copy },
                })
              : await administrator.sends('POST', `/api/sales-processes/${id}/versions/`, {
                  json: { document: copy },
                  headers: { 'If-Match': etag },
                })
            const detail = `${said.status} ${said.text.slice(0, 400)} for ${JSON.stringify(changes).slice(0, 300)}`
            expect([200, 201, 409, 422], detail).toContain(said.status)
            expectNothingLeaks(said.text)
            if (said.status === 201) {
              const { value } = await administrator.does(api.processes.read, { params: { id } })
              expect(value).toEqual(Reflect.get(Object(said.json), 'document'))
            }
            if (said.status === 200) {
              const { value } = await administrator.does(api.drafts.read, { params: { id } })
              expect(value.document).toEqual(inOrder(copy))
            }
          },
        ),
        { numRuns: 150, seed: 20_261_122 },
      )
    },
  },
  {
    feature,
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
