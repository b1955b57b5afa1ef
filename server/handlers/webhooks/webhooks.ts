import { etagOf, type Tagged } from '../../../src/contract/etag.ts'
import type {
  createWebhook,
  DeliveryRow,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  readWebhook,
  redeliver as redeliverEndpoint,
  renewWebhookSecret,
  testWebhook,
  updateWebhook,
  WebhookRow,
} from '../../../src/contract/webhooks.ts'
import type { Handler } from '../../http/handler.ts'
import type { StoredDelivery, StoredWebhook, WebhookFields } from '../../integrations.ts'
import { found } from '../notFound.ts'
import { pageOf } from '../pages.ts'
import { refuseForeignTag } from '../write.ts'

const what = 'webhook'

const rowOf = (hook: StoredWebhook): WebhookRow => ({
  id: hook.id,
  name: hook.name,
  url: hook.url,
  events: [...hook.events],
  is_active: hook.isActive,
  revision: hook.revision,
  created_at: hook.createdAt,
  updated_at: hook.updatedAt,
  last_delivery: hook.lastDelivery,
})

const deliveryRow = (delivery: StoredDelivery): DeliveryRow => ({
  id: delivery.id,
  kind: delivery.kind,
  state: delivery.state,
  attempts: delivery.attempts,
  created_at: delivery.createdAt,
  tried_at: delivery.triedAt,
  next_at: delivery.nextAt,
  status: delivery.status,
  milliseconds: delivery.milliseconds,
  excerpt: delivery.excerpt,
  failure: delivery.failure,
  body: { ...delivery.content },
  tries: delivery.tries.map(({ at, status, milliseconds, failure }) => ({
    at,
    status,
    milliseconds,
    failure,
  })),
})

const tagOf = ({ id, revision }: StoredWebhook) => ({ ETag: etagOf({ of: 'webhooks', id, revision }) })

const fieldsOf = (body: Pick<WebhookRow, 'name' | 'url' | 'events' | 'is_active'>): WebhookFields => ({
  name: body.name,
  url: body.url,
  events: [...new Set(body.events)],
  isActive: body.is_active,
})

function expectedOf(ifMatch: Tagged | null, id: string): number | null {
  refuseForeignTag(ifMatch, { of: 'webhooks', id })
  return ifMatch?.revision ?? null
}

const list: Handler<typeof listWebhooks> = async ({ services, actor }) => ({
  status: 200,
  body: { results: (await services.webhooks.list(actor)).map(rowOf) },
})

const create: Handler<typeof createWebhook> = async ({ services, actor, body }) => {
  const made = await services.webhooks.create(actor, fieldsOf(body))
  return {
    status: 201,
    body: { ...rowOf(made), secret: made.secret },
    headers: { ...tagOf(made), Location: `/api/webhooks/${encodeURIComponent(made.id)}/` },
  }
}

const read: Handler<typeof readWebhook> = async ({ services, actor, params: { id } }) => {
  const row = found(await services.webhooks.find(actor, id), what, id)
  return { status: 200, body: rowOf(row), headers: tagOf(row) }
}

const update: Handler<typeof updateWebhook> = async ({ services, actor, params: { id }, body, ifMatch }) => {
  const expected = expectedOf(ifMatch, id)
  const row = found(await services.webhooks.update(actor, id, fieldsOf(body), expected), what, id)
  return { status: 200, body: rowOf(row), headers: tagOf(row) }
}

const remove: Handler<typeof deleteWebhook> = async ({ services, actor, params: { id }, ifMatch }) => {
  found((await services.webhooks.remove(actor, id, expectedOf(ifMatch, id))) || null, what, id)
  return { status: 200, body: { id, deleted: true } }
}

const renewSecret: Handler<typeof renewWebhookSecret> = async ({ services, actor, params: { id } }) => {
  const row = found(await services.webhooks.renewSecret(actor, id), what, id)
  return { status: 200, body: { ...rowOf(row), secret: row.secret } }
}

const test: Handler<typeof testWebhook> = async ({ services, actor, params: { id } }) => ({
  status: 202,
  body: deliveryRow(found(await services.webhooks.test(actor, id), what, id)),
})

const deliveries: Handler<typeof listDeliveries> = async ({
  services,
  actor,
  params: { id },
  query,
  url,
}) => {
  const { page, page_size: limit, state } = query
  const asked = { state, offset: (page - 1) * limit, limit }
  const { count, rows } = found(await services.webhooks.deliveries(actor, id, asked), what, id)
  return { status: 200, body: pageOf(url, query, count, rows.map(deliveryRow)) }
}

const redeliver: Handler<typeof redeliverEndpoint> = async ({ services, actor, params }) => {
  const row = await services.webhooks.redeliver(actor, params.id, params.delivery)
  return { status: 202, body: deliveryRow(found(row, 'delivery of a webhook', params.delivery)) }
}

export const webhooks = {
  list,
  create,
  read,
  update,
  delete: remove,
  renewSecret,
  test,
  deliveries,
  redeliver,
}
