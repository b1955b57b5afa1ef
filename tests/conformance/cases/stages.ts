/** The blueprint's six stage endpoints, and bulk change. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import type { Case } from '../scene.ts'

const feature = 'stages'

export const stageCases: readonly Case[] = [
  {
    feature,
    title: 'lists the stages of a process by order, with count, pages and filters said back',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const list = (query: object) =>
        administrator
          .does(api.stages.list, { query: { process_id: id, ...query } })
          .then(({ value }) => value)
      const all = await list({})
      expect(all.results.map((stage) => stage.stage_name)).toEqual(['Qualify', 'Propose', 'Won', 'Lost'])
      expect(all).toMatchObject({
        count: 4,
        page: 1,
        page_size: 50,
        total_pages: 1,
        next: null,
        previous: null,
      })
      expect(all.results[0]).toMatchObject({
        id: stages[0].id,
        process_id: id,
        is_deleted: false,
        deleted_at: null,
      })

      const second = await list({ page: 2, page_size: 3 })
      expect(second.results.map((stage) => stage.stage_code)).toEqual(['LOST'])
      expect(second).toMatchObject({ count: 4, page: 2, page_size: 3, total_pages: 2, next: null })
      expect(second.previous).toMatch(/^\/api\/sales-stages\/\?.*page=1/)

      const ranged = await list({ stage_order_range: '2-3', is_active: 'true' })
      expect(ranged.results.map((stage) => stage.stage_order)).toEqual([2, 3])
      expect(ranged.filters).toEqual({ process_id: id, stage_order_range: '2-3', is_active: 'true' })
      expect((await list({ search: 'qual' })).results.map((stage) => stage.stage_name)).toEqual(['Qualify'])
      expect((await list({ is_active: 'false' })).count).toBe(0)
    },
  },
  {
    feature,
    title: 'filters stages by the type of their categories',
    run: async (scene) => {
      const { stages, id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { value: category } = await administrator.does(api.categories.create, {
        body: {
          category_name: 'Asking',
          category_code: `A_${randomUUID().slice(0, 8)}`,
          category_type: 'discovery',
        },
      })
      await administrator.does(api.stages.update, {
        params: { id: stages[1].id },
        body: { category_ids: [category.id] },
      })
      const { value } = await administrator.does(api.stages.list, {
        query: { process_id: id, category_type: 'discovery' },
      })
      expect(value.results.map((stage) => stage.id)).toEqual([stages[1].id])
      await administrator.isRefused(
        api.categories.delete,
        { params: { id: category.id } },
        'REFERENCE_IN_USE',
      )
    },
  },
  {
    feature,
    title: 'creates a stage before the closed ones, with what is calculated and what is wrong still',
    run: async (scene) => {
      const { id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { value, status, etag } = await administrator.does(api.stages.create, {
        body: { process_id: id, stage_name: 'Negotiate', stage_code: 'NEGOTIATE' },
      })
      expect(status).toBe(201)
      expect(value).toMatchObject({ stage_order: 3, is_active: true, process_id: id })
      expect(value.default_probability).toBeGreaterThanOrEqual(60)
      expect(value.warnings.map((problem) => problem.rule_id)).toContain('graph/unreachable-stage')
      expect(etag).toBe(`"s-${value.id}-2"`)
      const { value: list } = await administrator.does(api.stages.list, { query: { process_id: id } })
      expect(list.results.map((stage) => stage.stage_order)).toEqual([1, 2, 3, 4, 5])
    },
  },
  {
    feature,
    title: 'calculates the probability of a stage by those around the place that was asked for',
    run: async (scene) => {
      const { id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      for (const [stage_order, least, most] of [
        [2, 20, 60],
        [1, 0, 20],
      ] as const) {
        const { value } = await administrator.does(api.stages.create, {
          body: {
            process_id: id,
            stage_name: `At ${stage_order}`,
            stage_code: `AT_${stage_order}`,
            stage_order,
          },
        })
        expect(value.stage_order).toBe(stage_order)
        expect(value.default_probability).toBeGreaterThanOrEqual(least)
        expect(value.default_probability).toBeLessThanOrEqual(most)
      }
    },
  },
  {
    feature,
    title: 'gives a stage with its transitions and its actions where asked',
    run: async (scene) => {
      const { stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { value: action } = await administrator.does(api.actions.create, {
        body: {
          action_name: 'Tell the team',
          action_code: `T_${randomUUID().slice(0, 8)}`,
          action_type: 'notify_in_app',
          parameters: { to: 'team', message: 'A deal moved on.' },
        },
      })
      const params = { id: stages[0].id }
      await administrator.does(api.stages.update, { params, body: { entry_action_ids: [action.id] } })
      const { value: plain } = await administrator.does(api.stages.read, { params })
      expect(plain.transitions).toBeUndefined()
      const { value } = await administrator.does(api.stages.read, {
        params,
        query: { include_transitions: 'true', include_actions: 'true' },
      })
      expect(value.transitions?.map((one) => one.from_stage_id)).toEqual([stages[0].id, stages[0].id])
      expect(value.actions?.entry.map((one) => one.action_name)).toEqual(['Tell the team'])
    },
  },
  {
    feature,
    title: 'changes a stage, says what changed, and takes back what it answered',
    run: async (scene) => {
      const { stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const params = { id: stages[0].id }
      const { value: had, etag } = await administrator.does(api.stages.read, { params })
      const { value, etag: next } = await administrator.does(api.stages.update, {
        params,
        body: { ...had, stage_name: 'Qualify first', max_duration_days: 14 },
        ifMatch: etag,
      })
      expect(value.changes).toEqual(
        expect.arrayContaining([
          { field: 'stage_name', from: 'Qualify', to: 'Qualify first' },
          { field: 'max_duration_days', from: null, to: 14 },
        ]),
      )
      expect(value.changes).toHaveLength(2)
      expect(next).not.toBe(etag)
      expect((await administrator.does(api.stages.read, { params })).value.stage_name).toBe('Qualify first')
    },
  },
  {
    feature,
    title: 'moves one stage to an order and takes a whole order, numbering 1…n',
    run: async (scene) => {
      const { stages, id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const params = { id: stages[3].id }
      const { value: moved } = await administrator.does(api.stages.reorder, {
        params,
        body: { stage_order: 3 },
      })
      expect(moved.results.map((stage) => [stage.stage_name, stage.stage_order])).toEqual([
        ['Qualify', 1],
        ['Propose', 2],
        ['Lost', 3],
        ['Won', 4],
      ])
      const order = [stages[0].id, stages[1].id, stages[2].id, stages[3].id]
      const { value: back } = await administrator.does(api.stages.reorder, { params, body: { order } })
      expect(back.results.map((stage) => stage.id)).toEqual(order)
      expect(back.process_id).toBe(id)
      await administrator.isRefused(
        api.stages.reorder,
        { params, body: { order: [stages[0].id] } },
        'PROCESS_INVALID',
      )
    },
  },
  {
    feature,
    title: 'archives a stage with its transitions and the reason',
    run: async (scene) => {
      const { id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { value: extra } = await administrator.does(api.stages.create, {
        body: { process_id: id, stage_name: 'Extra', stage_code: 'EXTRA' },
      })
      const { value } = await administrator.does(api.stages.delete, {
        params: { id: extra.id },
        query: { reason: 'Nobody uses it' },
      })
      expect(value).toMatchObject({
        id: extra.id,
        deleted: true,
        reason: 'Nobody uses it',
        process_id: id,
        revision: 3,
      })
      expect(value.archived.stage.stage_name).toBe('Extra')
      await administrator.isRefused(api.stages.read, { params: { id: extra.id } }, 'NOT_FOUND')
    },
  },
  {
    feature,
    title: 'changes several stages at once, all or none',
    run: async (scene) => {
      const { stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const [first, second] = stages
      const { value } = await administrator.does(api.stages.bulk, {
        body: {
          changes: [
            { id: first.id, default_probability: 30 },
            { id: second.id, default_probability: 70 },
          ],
        },
      })
      expect(value.results.map((stage) => stage.default_probability)).toEqual([30, 70])
      const unknown = { changes: [{ id: first.id, default_probability: 40 }, { id: randomUUID() }] }
      await administrator.isRefused(api.stages.bulk, { body: unknown }, 'NOT_FOUND')
      const { value: after } = await administrator.does(api.stages.read, { params: { id: first.id } })
      expect(after.default_probability).toBe(30)
    },
  },
]
