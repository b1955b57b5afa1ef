import type { listTransitions } from '../../../src/contract/transitions.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import type { Asked, Handler } from '../../http/handler.ts'
import type { StoredProcess } from '../../services.ts'
import { notFound } from '../notFound.ts'
import { cutPage, keptPages } from '../pages.ts'

type ListAsked = Asked<typeof listTransitions>

export const list: Handler<typeof listTransitions> = async (asked) => {
  const { query, url } = asked
  const stored = await processAsked(asked)
  if (!stored) return { status: 200, body: cutPage(url, query, []), headers: {} }
  const { process, transitions } = stored.document
  const made = () => {
    const fitting = Object.values(transitions)
      .filter(
        ({ fromStageId, toStageId, isAutomatic }) =>
          (query.from_stage_id === undefined || fromStageId === query.from_stage_id) &&
          (query.to_stage_id === undefined || toStageId === query.to_stage_id) &&
          (query.is_automatic === undefined || isAutomatic === query.is_automatic),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    return cutPage(url, query, fitting.map(transitionToWire))
  }
  return {
    status: 200,
    body: kept(stored.document, url, made),
    headers: {
      ETag: `"l-${encodeURIComponent(process.id)}-${process.revision}"`,
      'Cache-Control': 'private, no-cache',
    },
  }
}

const kept = keptPages<ReturnType<typeof transitionToWire>>()

/** The named process, else that of a named stage, else the default one. */
async function processAsked({ services, actor, query }: ListAsked): Promise<StoredProcess | null> {
  const { processes } = services
  if (query.process_id !== undefined) {
    const stored = await processes.load(actor, query.process_id)
    if (!stored) throw notFound('sales process', query.process_id)
    return stored
  }
  const stageId = query.from_stage_id ?? query.to_stage_id
  return stageId === undefined
    ? await processes.loadDefault(actor)
    : await processes.holding(actor, 'stages', stageId)
}
