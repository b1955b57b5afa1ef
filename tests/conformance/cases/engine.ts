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
  {
    feature: 'evaluate',
    title: 'keeps a move for those who may make it, asks a text for its pattern, and says what is locked',
    run: async (scene) => {
      const { stages } = await scene.aProcess()
      const [first, second] = stages
      const administrator = await scene.as('administrator')
      const { value: reference } = await administrator.does(api.referenceData.read, {})
      const key = reference.fields.find(({ type }) => type === 'text')?.key
      if (key === undefined) return
      const check = { matches: [{ var: key }, '[A-Z]{2}-\\d+'] }
      await administrator.does(api.stages.update, {
        params: { id: first.id },
        body: {
          locked_fields: [key],
          transition_rules: [
            { id: 'r1', kind: 'exit', name: 'Number', check, message: 'Write it as EU-12.' },
          ],
        },
      })
      const deal = {
        id: 'd1',
        stage_id: first.id,
        fields: { [key]: 'EU-12' },
        entered_stage_at: '2026-01-05T09:00:00Z',
      }
      const verdictOn = async (fields: typeof deal.fields) => {
        const { value } = await administrator.does(api.transitions.evaluate, {
          body: { deal: { ...deal, fields } },
        })
        expect(value.locks).toMatchObject([{ field: key }])
        return value.verdicts.find((verdict) => verdict.to_stage_id === second.id)
      }
      const id = (await verdictOn(deal.fields))?.transition_id ?? ''
      expect((await verdictOn({ [key]: 'EU-x' }))?.blockers).toMatchObject([
        { sentence: 'Write it as EU-12.' },
      ])
      const keepFor = (ref: string) =>
        administrator.does(api.transitions.update, {
          params: { id },
          body: { run_by: [{ kind: 'role', ref }] },
        })
      await keepFor('auditor')
      expect(await verdictOn(deal.fields)).toMatchObject({
        outcome: 'blocked',
        blockers: [{ rule_id: 'transition/not-yours' }],
      })
      await keepFor('administrator')
      expect((await verdictOn(deal.fields))?.outcome).toBe('allowed')
    },
  },
]
