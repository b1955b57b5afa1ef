/** All reference data of the company at once, for an editor. */
import { z } from 'zod'
import { stageActionSchema } from '../domain/process/action.ts'
import { approvalWorkflowSchema } from '../domain/process/approval.ts'
import { stageCategorySchema } from '../domain/process/category.ts'
import { opportunityFieldSchema } from '../domain/process/field.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'

export const readReferenceData = defineEndpoint({
  method: 'GET',
  path: '/api/reference-data/',
  summary: 'All reference data of the company at once',
  access: 'read_reference_data',
  responses: {
    200: z.strictObject({
      categories: z.array(wireSchema(stageCategorySchema)),
      actions: z.array(wireSchema(stageActionSchema)),
      approval_workflows: z.array(wireSchema(approvalWorkflowSchema)),
      fields: z.array(wireSchema(opportunityFieldSchema)),
    }),
  },
})
