/**
 * The blueprint's ten endpoints (§9.1) with nothing else to lean on: what any backend built from it promises. Asked as
 * widely as they may be served: rows may have more fields than the blueprint's. What is made here is removed again.
 */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type ErrorBody, errorBodySchema } from '../../../src/contract/errors.ts'
import type { Person, Said } from '../person.ts'
import type { Case, Scene } from '../scene.ts'

const stages = '/api/sales-stages/'
const transitions = '/api/stage-transitions/'
const feature = 'ten endpoints: stages'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** Rows of any list, paged as the blueprint says or bare. */
function rowsOf(said: Said): Row[] {
  expect(said.status, said.text.slice(0, 300)).toBe(200)
  const body: unknown = said.json
  if (Array.isArray(body)) return body
  expect(body).toMatchObject({ results: expect.any(Array), count: expect.any(Number) })
  return Object(body).results
}

function rowOf(said: Said): Row {
  expect([200, 201], said.text.slice(0, 300)).toContain(said.status)
  expect(said.json).toMatchObject({ id: expect.anything() })
  return Object(said.json)
}

function expectError(said: Said, status: number): ErrorBody {
  expect(said.status, said.text.slice(0, 300)).toBe(status)
  return errorBodySchema.parse(said.json)
}

/** Asleep and worth nothing, so that no rule of a process that is in use stands against it. */
const aStage = (name: string) => ({
  stage_name: name,
  stage_code: `T_${randomUUID().slice(0, 8)}`,
  default_probability: 0,
  is_active: false,
})

const listed = async (who: Person, query = '') =>
  rowsOf(await who.sends('GET', `${stages}?page_size=500${query}`))

/** Stages for one case, gone when it ends. */
async function withStages(
  scene: Scene,
  count: number,
  run: (who: Person, made: readonly Row[]) => Promise<void>,
) {
  const who = await scene.as('administrator')
  const made: Row[] = []
  try {
    for (let at = 1; at <= count; at += 1)
      made.push(rowOf(await who.sends('POST', stages, { json: aStage(`Conformance ${at}`) })))
    await run(who, made)
  } finally {
    for (const { id } of made) await who.sends('DELETE', `${stages}${id}/?reason=conformance`)
  }
}

export const tenEndpointsCases: readonly Case[] = [
  {
    feature,
    on: 'blueprint',
    title: 'lists stages in pages of the size that is asked for, with how many there are',
    run: (scene) =>
      withStages(scene, 2, async (who) => {
        const said = await who.sends('GET', `${stages}?page=1&page_size=2`)
        expect(rowsOf(said).length).toBe(2)
        expect(Number(Object(said.json).count)).toBe((await listed(who)).length)
        const second = rowsOf(await who.sends('GET', `${stages}?page=2&page_size=1`))
        expect(second.map(({ id }) => id)).toEqual([rowsOf(said)[1]?.id])
      }),
  },
  {
    feature,
    on: 'blueprint',
    title: 'creates a stage, says it by its id, changes it, deletes it with a reason, and has it no more',
    run: (scene) =>
      withStages(scene, 1, async (who, [made]) => {
        const path = `${stages}${made?.id}/`
        const { id: _id, ...read } = rowOf(await who.sends('GET', path))
        expect(read).toMatchObject({ stage_name: 'Conformance 1', is_active: false, default_probability: 0 })
        const json = { ...read, description: 'Changed', required_fields: ['amount'], max_duration_days: 30 }
        rowOf(await who.sends('PUT', path, { json }))
        expect(rowOf(await who.sends('GET', path))).toMatchObject({
          stage_name: 'Conformance 1',
          description: 'Changed',
          required_fields: ['amount'],
          max_duration_days: 30,
        })
        expect((await who.sends('DELETE', `${path}?reason=Nobody%20uses%20it`)).status).toBeLessThan(300)
        expectError(await who.sends('GET', path), 404)
        expect((await listed(who)).map(({ id }) => id)).not.toContain(made?.id)
      }),
  },
  {
    feature,
    on: 'blueprint',
    title: 'filters by whether a stage is active, and by a range of the order',
    run: (scene) =>
      withStages(scene, 1, async (who, [made]) => {
        expect((await listed(who, '&is_active=false')).map(({ id }) => id)).toContain(made?.id)
        expect((await listed(who, '&is_active=true')).map(({ id }) => id)).not.toContain(made?.id)
        const ranged = await listed(who, '&stage_order_range=1-2')
        expect(ranged.map((row) => row.stage_order)).toEqual([1, 2])
      }),
  },
  {
    feature,
    on: 'blueprint',
    title: 'takes a whole order and numbers the stages by it',
    run: (scene) =>
      withStages(scene, 2, async (who, made) => {
        const before = (await listed(who)).map(({ id }) => id)
        const [a = '', b = ''] = made.map(({ id }) => id)
        const order = before.map((id) => (id === a ? b : id === b ? a : id))
        const said = await who.sends('POST', `${stages}${a}/reorder/`, { json: { order } })
        expect(said.status, said.text.slice(0, 300)).toBeLessThan(300)
        const after = await listed(who)
        expect(after.map(({ id }) => id)).toEqual(order)
        expect(after.map((row) => row.stage_order)).toEqual(after.map((_, index) => index + 1))
      }),
  },
  {
    feature,
    on: 'blueprint',
    title: 'refuses a code twice, a probability out of range and a stage without a name',
    run: (scene) =>
      withStages(scene, 1, async (who, [made]) => {
        for (const json of [
          { ...aStage('Twice'), stage_code: made?.stage_code },
          { ...aStage('Much'), default_probability: 101 },
          { ...aStage(''), stage_name: '' },
        ]) {
          const said = await who.sends('POST', stages, { json })
          expect([400, 409, 422], said.text.slice(0, 300)).toContain(said.status)
          errorBodySchema.parse(said.json)
        }
      }),
  },
  {
    feature: 'ten endpoints: transitions',
    on: 'blueprint',
    title: 'connects two stages, finds the transition from either end, and lets it go with its stage',
    run: (scene) =>
      withStages(scene, 2, async (who, [from, to]) => {
        const json = {
          from_stage_id: from?.id,
          to_stage_id: to?.id,
          transition_name: 'Conformance',
          is_automatic: false,
          conditions: [],
        }
        const { id } = rowOf(await who.sends('POST', transitions, { json }))
        const found = async (query: string) =>
          rowsOf(await who.sends('GET', `${transitions}?${query}`)).map((row) => row.id)
        expect(await found(`from_stage_id=${from?.id}`)).toEqual([id])
        expect(await found(`to_stage_id=${to?.id}&is_automatic=false`)).toEqual([id])
        const detail = rowOf(await who.sends('GET', `${stages}${from?.id}/?include_transitions=true`))
        expect(detail.transitions).toMatchObject([{ id, transition_name: 'Conformance' }])
        await who.sends('DELETE', `${stages}${to?.id}/`)
        expect(await found('page_size=500')).not.toContain(id)
      }),
  },
  {
    feature: 'ten endpoints: reference data',
    on: 'blueprint',
    title: 'lists categories and actions, filtered by whether they are active',
    run: async (scene) => {
      const who = await scene.as('administrator')
      for (const [path, code] of [
        ['/api/stage-categories/', 'category_code'],
        ['/api/stage-actions/', 'action_code'],
      ] as const) {
        const rows = rowsOf(await who.sends('GET', `${path}?is_active=true`))
        for (const row of rows) expect(row).toMatchObject({ [code]: expect.any(String), is_active: true })
      }
    },
  },
  {
    feature: 'ten endpoints: manners',
    on: 'blueprint',
    title: 'lets nobody in without a token, and says what is wrong in the one format',
    run: async (scene) => {
      expectError(await scene.anybody.sends('GET', stages), 401)
      const who = await scene.as('administrator')
      const { message } = expectError(await who.sends('GET', `${stages}${randomUUID()}/`), 404)
      expect(message).toMatch(/\w/)
    },
  },
]
