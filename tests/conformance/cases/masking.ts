/** What a company shows to some roles only: a sentinel for the others, and as it was when they write. */
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { masked } from '../../../src/domain/process/masking.ts'
import type { Case } from '../scene.ts'

const hidden = 'Never below 12 percent.'

export const maskingCases: readonly Case[] = [
  {
    feature: 'masking',
    title: 'hides a field from a role, keeps it when that role writes, and refuses another value',
    needs: ['operations'],
    run: async (scene) => {
      const { stages, id } = await scene.aProcess()
      const [administrator, operations] = [await scene.as('administrator'), await scene.as('operations')]
      const stage = { params: { id: stages[0].id } }
      await administrator.does(api.stages.update, { ...stage, body: { guidance: hidden } })
      const { value: before } = await administrator.does(api.masking.readPolicy, {})
      await administrator.does(api.masking.writePolicy, { body: { fields: ['stage.guidance'], sees: [] } })
      try {
        const own = await operations.does(api.stages.read, stage)
        expect([own.value.guidance, own.value.description]).toEqual([masked, null])
        const read = await operations.does(api.processes.read, { params: { id } })
        await operations.does(api.versions.publish, {
          params: { id },
          body: { document: { ...read.value, description: 'By somebody who sees less' } },
          ifMatch: read.etag,
        })
        await operations.isRefused(
          api.stages.update,
          { ...stage, body: { guidance: '' } },
          'PERMISSION_DENIED',
        )
        const copy = { stage_name: 'Copy', stage_code: 'COPY', process_id: id, guidance: masked }
        await operations.isRefused(api.stages.create, { body: copy }, 'VALIDATION_FAILED')
        const kept = await administrator.does(api.stages.read, stage)
        expect([kept.value.guidance, kept.etag === own.etag]).toEqual([hidden, false])
      } finally {
        await administrator.does(api.masking.writePolicy, { body: before })
      }
      expect((await operations.does(api.stages.read, stage)).value.guidance).toBe(hidden)
    },
  },
]
