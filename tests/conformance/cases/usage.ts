/** Stages with deals in them: told, kept from vanishing, kept closed. */
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Case } from '../scene.ts'

const feature = 'usage'

export const usageCases: readonly Case[] = [
  {
    feature,
    title: 'tells the open deals of a stage, refuses to delete it, and lets it be disabled or its deals move',
    run: async (scene) => {
      const { stages, id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const [first, second] = stages
      const params = { id: second.id }
      const free = await administrator.does(api.stages.usage, { params })
      expect(free.value).toMatchObject({ open_deals: 0, can_delete: true, remedy: null })
      await scene.aDealIn(second.id)
      const { value } = await administrator.does(api.stages.usage, { params })
      expect(value).toMatchObject({ open_deals: 1, open_amount: 12_500, can_delete: false })
      expect(value.deals.map((deal) => deal.name)).toEqual(['A big deal'])
      const { value: byStage } = await administrator.does(api.processes.usage, { params: { id } })
      expect(byStage.stages).toEqual({ [second.id]: { open_deals: 1, open_amount: 12_500 } })

      const refused = await administrator.isRefused(api.stages.delete, { params }, 'STAGE_IN_USE')
      expect(refused.message).toContain('Disable it instead')
      expect(refused.details).toMatchObject({ stages: [{ stage_id: second.id, open_deals: 1 }] })
      await administrator.does(api.stages.update, { params, body: { is_active: false } })
      await administrator.does(api.stages.update, { params, body: { is_active: true } })

      const { value: gone } = await administrator.does(api.stages.delete, {
        params,
        query: { migrate_to: first.id },
      })
      expect(gone.migrated_deals).toBe(1)
      const { value: moved } = await administrator.does(api.stages.usage, { params: { id: first.id } })
      expect(moved.open_deals).toBe(1)
    },
  },
  {
    feature,
    title: 'keeps a closed stage closed once deals were closed in it',
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess()
      const [, second, won] = stages
      const administrator = await scene.as('administrator')
      const open = { params: { id: won.id }, body: { is_closed_won: false, default_probability: 80 } }
      const deal = await scene.aDealIn(second.id)
      await administrator.does(api.opportunities.feed, {
        body: {
          opportunities: [
            {
              id: deal,
              name: 'A big deal',
              stage_id: won.id,
              status: 'won',
              amount: 12_500,
              entered_stage_at: '2026-02-01T09:00:00Z',
              created_at: '2026-01-02T09:00:00Z',
              closed_at: '2026-02-01T09:00:00Z',
            },
          ],
        },
      })
      const refused = await administrator.isRefused(api.stages.update, open, 'STAGE_IN_USE')
      expect(refused.message).toContain('deal was closed in it')
      const bulk = { changes: [{ id: won.id, is_closed_won: false }] }
      await administrator.isRefused(api.stages.bulk, { body: bulk }, 'STAGE_IN_USE')
      const reopened = { ...document.stages, [won.id]: { ...won, isClosedWon: false } }
      await administrator.isRefused(
        api.versions.publish,
        {
          params: { id },
          body: { document: documentToWire({ ...document, stages: reopened }) },
          ifMatch: etag,
        },
        'STAGE_IN_USE',
      )
    },
  },
]
