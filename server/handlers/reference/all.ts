import type { readReferenceData } from '../../../src/contract/referenceData.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import type { Handler } from '../../http/handler.ts'

export const all: Handler<typeof readReferenceData> = async ({ services, actor }) => {
  const { categories, actions, approvalWorkflows, fields } = await services.reference.all(actor)
  return {
    status: 200,
    body: {
      categories: Object.values(categories).map(toWire),
      actions: Object.values(actions).map(toWire),
      approval_workflows: Object.values(approvalWorkflows).map(toWire),
      fields: Object.values(fields).map(toWire),
    },
  }
}
