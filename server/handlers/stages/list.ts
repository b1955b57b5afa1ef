import type { listStages, StageResource } from '../../../src/contract/stages.ts'
import { type ProcessDocument, stagesInOrder } from '../../../src/domain/process/process.ts'
import type { ReferenceData } from '../../../src/domain/process/reference.ts'
import type { SalesStage } from '../../../src/domain/process/stage.ts'
import type { Asked, Handler } from '../../http/handler.ts'
import type { Mask } from '../../masking/mask.ts'
import { hides } from '../../masking/settled.ts'
import { notFound } from '../notFound.ts'
import { cutPage, keptPages } from '../pages.ts'
import { stageToResource } from './resource.ts'

type Query = Asked<typeof listStages>['query']

/** A company without any process has no stages: an empty list, not an error. */
export const list: Handler<typeof listStages> = async ({ services, actor, query, url }) => {
  const { processes, reference } = services
  const asked = query.process_id
  const stored = asked === undefined ? await processes.loadDefault(actor) : await processes.load(actor, asked)
  if (!stored && asked !== undefined) throw notFound('sales process', asked)
  const categories = query.category_type === undefined ? null : (await reference.all(actor)).categories
  const made = () => {
    const all = stored ? stagesInOrder(stored.document) : []
    const stages = all.filter((stage) => fits(stage, query, categories, actor.mask))
    return cutPage(url, query, stages.map(stageToResource))
  }
  if (!stored || categories !== null) return { status: 200, body: made(), headers: {} }
  return {
    status: 200,
    body: kept(stored.document, url, made, actor.mask?.revision),
    headers: listHeaders(stored.document),
  }
}

const kept = keptPages<StageResource>()

/** Categories change without a revision, so a list filtered by them is never answered from memory. */
function listHeaders({ process }: ProcessDocument): Record<string, string> {
  return {
    ETag: `"l-${encodeURIComponent(process.id)}-${process.revision}"`,
    'Cache-Control': 'private, no-cache',
  }
}

function fits(
  stage: SalesStage,
  query: Query,
  categories: ReferenceData['categories'] | null,
  mask: Mask | undefined,
): boolean {
  if (query.is_active !== undefined && stage.isActive !== query.is_active) return false
  if (query.stage_order_range !== undefined && !inRange(stage.stageOrder, query.stage_order_range))
    return false
  if (categories && !stage.categoryIds.some((id) => categories[id]?.categoryType === query.category_type))
    return false
  return query.search === undefined || mentions(stage, query.search.trim().toLowerCase(), mask)
}

function inRange(order: number, range: string): boolean {
  const [from = 0, to = 0] = range.split('-').map(Number)
  return order >= from && order <= to
}

/** In what its reader may see: a search is no way to find out the rest. */
const mentions = (stage: SalesStage, words: string, mask: Mask | undefined): boolean =>
  [stage.stageName, stage.stageCode, hides(mask, 'stage.description') ? '' : (stage.description ?? '')].some(
    (text) => text.toLowerCase().includes(words),
  )
