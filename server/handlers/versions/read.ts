import type { readVersion } from '../../../src/contract/versions.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { versionToWire } from './list.ts'

export const read: Handler<typeof readVersion> = async ({ services, actor, params: { id, revision } }) => {
  const version = found(
    await services.processes.version(actor, id, revision),
    'revision',
    `${id} ${revision}`,
  )
  return { status: 200, body: { ...versionToWire(version), document: documentToWire(version.document) } }
}
