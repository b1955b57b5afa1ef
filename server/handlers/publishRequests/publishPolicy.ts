import type { readPublishPolicy, writePublishPolicy } from '../../../src/contract/publishRequests.ts'
import type { Handler } from '../../http/handler.ts'

const read: Handler<typeof readPublishPolicy> = async ({ services, actor }) => ({
  status: 200,
  body: await services.publishRequests.policy(actor),
})

const write: Handler<typeof writePublishPolicy> = async ({ services, actor, body }) => ({
  status: 200,
  body: await services.publishRequests.savePolicy(actor, body),
})

export const publishPolicy = { read, write }
