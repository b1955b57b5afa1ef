/** Transitions: connect, read, change, filter, delete, and what may not be connected. */
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import type { Case } from '../scene.ts'

const feature = 'transitions'

export const transitionCases: readonly Case[] = [
  {
    feature,
    title: 'lists the transitions of a process, filtered by their ends and kind',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const count = async (query: object) =>
        (await administrator.does(api.transitions.list, { query })).value.count
      expect(await count({ process_id: id })).toBe(4)
      expect(await count({ from_stage_id: stages[0].id })).toBe(2)
      expect(await count({ to_stage_id: stages[3].id })).toBe(2)
      expect(await count({ process_id: id, is_automatic: 'true' })).toBe(0)
    },
  },
  {
    feature,
    title: 'connects two stages, changes the transition, and deletes it',
    run: async (scene) => {
      const { stages, id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { value: extra } = await administrator.does(api.stages.create, {
        body: { process_id: id, stage_name: 'Extra', stage_code: 'EXTRA' },
      })
      const { value, status } = await administrator.does(api.transitions.create, {
        body: { from_stage_id: stages[1].id, to_stage_id: extra.id, transition_name: 'Go on' },
      })
      expect(status).toBe(201)
      expect(value).toMatchObject({ process_id: id, is_automatic: false, transition_name: 'Go on' })
      const params = { id: value.id }
      const { etag } = await administrator.does(api.transitions.read, { params })
      const { value: changed } = await administrator.does(api.transitions.update, {
        params,
        body: { requires_validation: true, from_stage_id: stages[0].id },
        ifMatch: etag,
      })
      expect(changed).toMatchObject({
        requires_validation: true,
        from_stage_id: stages[0].id,
        to_stage_id: extra.id,
      })
      await administrator.isRefused(
        api.transitions.update,
        { params, body: { requires_validation: false }, ifMatch: etag },
        'VERSION_CONFLICT',
      )
      const { value: gone } = await administrator.does(api.transitions.delete, {
        params,
        query: { reason: 'A mistake' },
      })
      expect(gone).toMatchObject({ id: value.id, deleted: true, process_id: id })
      await administrator.isRefused(api.transitions.read, { params }, 'NOT_FOUND')
    },
  },
  {
    feature,
    title: 'refuses a stage to itself, the same two twice, a way out of a closed stage and a circle',
    run: async (scene) => {
      const { stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const [first, second, won] = stages
      const connect = (from: string, to: string) =>
        administrator.isRefused(
          api.transitions.create,
          { body: { from_stage_id: from, to_stage_id: to } },
          'PROCESS_INVALID',
        )
      expect((await connect(first.id, first.id)).message).toMatch(/itself/)
      expect((await connect(first.id, second.id)).message).toMatch(/already connected/)
      expect((await connect(won.id, first.id)).message).toMatch(/final stage/)
      expect((await connect(second.id, first.id)).details).toMatchObject({
        problems: expect.arrayContaining([expect.objectContaining({ rule_id: 'graph/cycle' })]),
      })
    },
  },
]
