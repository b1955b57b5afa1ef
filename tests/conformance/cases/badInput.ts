/** What people and programs get wrong: each is refused in the one format, by its own code, with the place named. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { expectProblem } from '../person.ts'
import type { Case } from '../scene.ts'

const feature = 'clear errors'
const stages = '/api/sales-stages/'

export const badInputCases: readonly Case[] = [
  {
    feature,
    title: 'malformed JSON: the line and the column',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const said = await administrator.sends('POST', stages, {
        text: '{\n  "stage_name": "A",\n  "stage_code": B\n}',
      })
      const { message, details } = expectProblem(said, 'MALFORMED_JSON')
      expect(message).toContain('line 3')
      expect(details).toMatchObject({ line: 3, column: expect.any(Number) })
      expectProblem(await administrator.sends('POST', stages, { text: '{"stage_name": ' }), 'MALFORMED_JSON')
    },
  },
  {
    feature,
    title: 'an unknown field, in the body and in the query: its name',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const body = { stage_name: 'A', stage_code: 'A', colour: 'blue' }
      const { message, details } = expectProblem(
        await administrator.sends('POST', stages, { json: body }),
        'VALIDATION_FAILED',
      )
      expect(message).toContain('colour')
      expect(details).toMatchObject({ issues: [{ path: 'colour' }] })
      const query = expectProblem(
        await administrator.sends('GET', `${stages}?activ=true`),
        'VALIDATION_FAILED',
      )
      expect(query.message).toContain('activ')
    },
  },
  {
    feature,
    title: 'a wrong type, and a missing field: the path',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const wrong = expectProblem(
        await administrator.sends('POST', stages, {
          json: { stage_name: 7, stage_code: 'A', position: { x: 'left', y: 0 } },
        }),
        'VALIDATION_FAILED',
      )
      expect(wrong.details).toMatchObject({
        issues: expect.arrayContaining([
          expect.objectContaining({ path: 'stage_name' }),
          expect.objectContaining({ path: 'position.x' }),
        ]),
      })
      const missing = expectProblem(
        await administrator.sends('POST', stages, { json: {} }),
        'VALIDATION_FAILED',
      )
      expect(missing.details).toMatchObject({
        issues: [
          expect.objectContaining({ path: 'stage_name' }),
          expect.objectContaining({ path: 'stage_code' }),
        ],
      })
      expect(missing.message).toBe('stage_name is missing.')
      expectProblem(await administrator.sends('POST', stages, { json: [] }), 'VALIDATION_FAILED')
    },
  },
  {
    feature,
    title: 'a body of 10 MB, and one that is no JSON by its own word',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const huge = await administrator.sends('POST', stages, { json: { stage_name: 'x'.repeat(10_000_000) } })
      expect(expectProblem(huge, 'BODY_TOO_LARGE').message).toMatch(/larger than \d+ MB/)
      const form = { text: 'stage_name=A', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }
      expectProblem(await administrator.sends('POST', stages, form), 'UNSUPPORTED_MEDIA_TYPE')
    },
  },
  {
    feature,
    title: 'an unknown id, an unknown address, a method that is not there',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      expectProblem(await administrator.sends('GET', `${stages}${randomUUID()}/`), 'NOT_FOUND')
      expectProblem(await administrator.sends('GET', '/api/no-such-thing/'), 'NOT_FOUND')
      const patched = await administrator.sends('PATCH', `${stages}${randomUUID()}/`, { json: {} })
      expectProblem(patched, 'METHOD_NOT_ALLOWED')
      expect(patched.headers.get('Allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'PUT'])
      await administrator.isRefused(
        api.stages.create,
        { body: { process_id: randomUUID(), stage_name: 'A', stage_code: 'A' } },
        'NOT_FOUND',
      )
    },
  },
  {
    feature,
    title: 'a stale ETag: which is current; a strange one: that it is none',
    run: async (scene) => {
      const { stages: rows } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const params = { id: rows[0].id }
      const { etag } = await administrator.does(api.stages.read, { params })
      await administrator.does(api.stages.update, { params, body: { notes: 'First' }, ifMatch: etag })
      const late = { params, body: { notes: 'Late' }, ifMatch: etag }
      const refused = await administrator.isRefused(api.stages.update, late, 'VERSION_CONFLICT')
      expect(refused.details).toMatchObject({ current_revision: 2 })
      await administrator.isRefused(api.stages.delete, { params, ifMatch: etag }, 'VERSION_CONFLICT')
      const strange = { headers: { 'If-Match': 'yesterday' }, json: { notes: 'Late' } }
      expectProblem(await administrator.sends('PUT', `${stages}${rows[0].id}/`, strange), 'MALFORMED_REQUEST')
    },
  },
  {
    feature,
    title: 'a stage changed elsewhere does not stand in the way of another stage',
    run: async (scene) => {
      const { stages: rows } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { etag } = await administrator.does(api.stages.read, { params: { id: rows[1].id } })
      await administrator.does(api.stages.update, { params: { id: rows[0].id }, body: { notes: 'First' } })
      const { value } = await administrator.does(api.stages.update, {
        params: { id: rows[1].id },
        body: { notes: 'Second' },
        ifMatch: etag,
      })
      expect(value.notes).toBe('Second')
    },
  },
  {
    feature,
    title: 'a stage code that is taken, a second closed won stage, a probability of 101 or going down',
    run: async (scene) => {
      const { id, stages: rows } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const create = (body: { stage_name: string; stage_code: string; [field: string]: unknown }) =>
        administrator.sends('POST', stages, { json: { process_id: id, ...body } })
      const twin = expectProblem(
        await create({ stage_name: 'Twin', stage_code: 'QUALIFY' }),
        'PROCESS_INVALID',
      )
      expect(JSON.stringify(twin.details)).toContain('stage/code-unique')
      const won = { stage_name: 'Won again', stage_code: 'WON_2', is_closed_won: true }
      expect(JSON.stringify(expectProblem(await create(won), 'PROCESS_INVALID').details)).toContain(
        'closed-won',
      )
      const sure = { stage_name: 'Sure', stage_code: 'SURE', default_probability: 101 }
      const over = expectProblem(await create(sure), 'VALIDATION_FAILED')
      expect(over.message).toMatch(/default_probability.*between 0 and 100/)
      const down = { params: { id: rows[1].id }, body: { default_probability: 5 } }
      const refused = await administrator.isRefused(api.stages.update, down, 'PROCESS_INVALID')
      expect(JSON.stringify(refused.details)).toContain('probability/decreases')
      const code = expectProblem(await create({ stage_name: 'Odd', stage_code: 'a b' }), 'VALIDATION_FAILED')
      expect(code.message).toContain('letters, digits and underscores')
    },
  },
  {
    feature,
    title: 'an id that is taken already',
    run: async (scene) => {
      const { id, stages: rows, document } = await scene.aProcess()
      const other = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const body = { stage_name: 'Twin', stage_code: 'TWIN', id: rows[0].id }
      for (const process_id of [id, other.id]) {
        await administrator.isRefused(api.stages.create, { body: { ...body, process_id } }, 'ALREADY_EXISTS')
      }
      const wire = documentToWire(document)
      await administrator.isRefused(
        api.versions.publish,
        {
          params: { id: other.id },
          body: { document: { ...wire, id: other.id, process_code: other.document.process.processCode } },
          ifMatch: '"v1"',
        },
        'ALREADY_EXISTS',
      )
    },
  },
  {
    feature,
    title: 'names that every object has are no ids, and settings may be called so',
    run: async (scene) => {
      const { stages: rows } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const bulk = { changes: [{ id: rows[0].id }, { id: 'constructor', notes: 'x' }] }
      expectProblem(await administrator.sends('PATCH', `${stages}bulk/`, { json: bulk }), 'VALIDATION_FAILED')
      const end = { from_stage_id: rows[0].id, to_stage_id: 'toString' }
      expectProblem(
        await administrator.sends('POST', '/api/stage-transitions/', { json: end }),
        'VALIDATION_FAILED',
      )
      const gone = await administrator.sends('DELETE', `${stages}${rows[1].id}/?migrate_to=valueOf`)
      expectProblem(gone, 'VALIDATION_FAILED')
      const { value } = await administrator.does(api.settings.write, {
        body: { constructor: { valueOf: 'kept' } },
      })
      expect(Object.entries(value.settings)).toContainEqual(['constructor', { valueOf: 'kept' }])
      expect(Object.hasOwn(Object, 'valueOf')).toBe(false)
    },
  },
  {
    feature,
    title: 'bombs: nested a thousand deep, NUL, half a character, a prototype, bytes that are no text',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const create = (text: string) => administrator.sends('POST', stages, { text })
      expectProblem(await create(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'MALFORMED_REQUEST')
      expectProblem(await create('{"stage_name": "a\\u0000b", "stage_code": "A"}'), 'VALIDATION_FAILED')
      expectProblem(await create('{"stage_name": "a\\ud800b", "stage_code": "A"}'), 'VALIDATION_FAILED')
      expectProblem(
        await create('{"__proto__": {"stage_name": "A"}, "stage_code": "A"}'),
        'VALIDATION_FAILED',
      )
      const bytes = await scene.base.fetch(
        new Request(`${scene.base.url}${stages}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${administrator.token}` },
          body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
        }),
      )
      expect(bytes.status).toBe(400)
      expectProblem(await administrator.sends('GET', `${stages}a%00b/`), 'VALIDATION_FAILED')
      expectProblem(await administrator.sends('GET', `${stages}?page=1&page=2`), 'VALIDATION_FAILED')
      expectProblem(await administrator.sends('GET', `${stages}?page=99999999999`), 'VALIDATION_FAILED')
    },
  },
]
