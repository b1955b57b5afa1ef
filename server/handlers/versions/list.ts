import type { listVersions, WireVersionSummary } from '../../../src/contract/versions.ts'
import type { Handler } from '../../http/handler.ts'
import type { VersionSummary } from '../../services.ts'
import { found } from '../notFound.ts'
import { pageOf } from '../pages.ts'

export const list: Handler<typeof listVersions> = async ({ services, actor, params: { id }, query, url }) => {
  const window = { offset: (query.page - 1) * query.page_size, limit: query.page_size }
  const { count, rows } = found(await services.processes.versions(actor, id, window), 'sales process', id)
  return { status: 200, body: pageOf(url, query, count, rows.map(versionToWire)) }
}

export const versionToWire = ({
  revision,
  kind,
  reason,
  at,
  by,
  request,
  changes,
}: VersionSummary): WireVersionSummary => ({
  revision,
  kind,
  reason,
  at,
  by: { ...by },
  request: request && {
    number: request.number,
    requested_by: { ...request.requestedBy },
    approved_by: request.approvedBy && { ...request.approvedBy },
  },
  changes: { ...changes },
})
