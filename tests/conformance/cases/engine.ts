/** The engine over the wire: the verdict about a deal, by the published process. */
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import type { Case } from '../scene.ts'

export const engineCases: readonly Case[] = [
  {
    feature: 'evaluate',
    title: 'says of every exit whether a deal may take it, why not, and what happens then',
    run: async (scene) => {
      const { stages, id } = await scene.aProcess()
      const [first, second] = stages
      const administrator = await scene.as('administrator')
      const { value: reference } = await administrator.does(api.referenceData.read, {})
      const key = reference.fields[0]?.key
      if (key !== undefined) {
        await administrator.does(api.stages.update, {
          params: { id: second.id },
          body: { required_fields: [key] },
        })
      }
      const deal = { id: 'd1', stage_id: first.id, fields: {}, entered_stage_at: '2026-01-05T09:00:00Z' }
      const { value } = await administrator.does(api.transitions.evaluate, { body: { deal } })
      expect(value.process_id).toBe(id)
      const to = (stageId: string) => value.verdicts.find((verdict) => verdict.to_stage_id === stageId)
      expect(to(stages[3].id)?.outcome).toBe('allowed')
      if (key !== undefined) {
        expect(to(second.id)).toMatchObject({
          outcome: 'blocked',
          blockers: [{ step: 'required_field', field: key }],
        })
        const transition_id = to(second.id)?.transition_id ?? ''
        const filled = { deal: { ...deal, fields: { [key]: 'Filled' } }, transition_id }
        const { value: one } = await administrator.does(api.transitions.evaluate, { body: filled })
        expect(one.verdicts).toHaveLength(1)
        expect(one.verdicts[0]?.effects).toEqual(
          expect.arrayContaining([expect.objectContaining({ kind: 'stage', stage_id: second.id })]),
        )
      }
      const nowhere = { deal: { ...deal, stage_id: 'nowhere' } }
      await administrator.isRefused(api.transitions.evaluate, { body: nowhere }, 'NOT_FOUND')
    },
  },
]
