import type {
  readCapabilities,
  readHealth,
  readOpenApi,
  readReadiness,
} from '../../../src/contract/capabilities.ts'
import { openApiDocument } from '../../../src/contract/openapi.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { inTime } from './inTime.ts'

const capabilities: Handler<typeof readCapabilities> = async ({ services: { demo, forgottenPassword } }) => ({
  status: 200,
  body: {
    etag: true,
    idempotency: true,
    atomic_publish: true,
    replay: true,
    settings: true,
    drafts: true,
    evaluate: true,
    publish_requests: true,
    forgotten_password: forgottenPassword.offered,
    ...(demo && { demo }),
  },
})

/** Built once: it is the same for everybody, half a second of work, and anybody may ask for it. */
let described: ReturnType<typeof openApiDocument> | undefined

const openApi: Handler<typeof readOpenApi> = async () => {
  described ??= openApiDocument()
  return { status: 200, body: described }
}

const health: Handler<typeof readHealth> = async () => ({ status: 200, body: { status: 'ok' } })

/** A database that hangs neither answers nor refuses, and a balancer has to hear of that, too. */
const patienceMilliseconds = 2_000

const readiness: Handler<typeof readReadiness> = async ({ services }) => {
  try {
    await inTime(services.ready(), patienceMilliseconds)
  } catch {
    throw new ApiError('NOT_READY', 'The database does not answer yet.', {}, { 'Retry-After': '1' })
  }
  return { status: 200, body: { status: 'ready' } }
}

export const service = { capabilities, openApi, health, readiness }
