import type { readProcess } from '../../../src/contract/processes.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { processHeaders } from '../write.ts'

export const read: Handler<typeof readProcess> = async ({ services, actor, params: { id } }) => {
  const stored = found(await services.processes.load(actor, id), 'sales process', id)
  return { status: 200, body: documentToWire(stored.document), headers: processHeaders(stored) }
}
