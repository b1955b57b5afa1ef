/**
 * The default process seen as the audit's simple list of stages, and such a list turned back into it. A stage is
 * recognised by its id, which is the stage code; everything the list does not say (rules, position, transitions) stays.
 */
import type { SettingsStage } from '../../../src/contract/settings.ts'
import type { CommandContext } from '../../../src/domain/commands/command.ts'
import { type ProcessDocument, stagesInOrder } from '../../../src/domain/process/process.ts'
import { type SalesStage, type StageKind, stageKind } from '../../../src/domain/process/stage.ts'
import { ApiError } from '../../apiError.ts'
import { run } from '../write.ts'

export function stageListOf(document: ProcessDocument): SettingsStage[] {
  return stagesInOrder(document).map((stage) => ({
    id: stage.stageCode,
    name: stage.stageName,
    probability: stage.defaultProbability,
    color: stage.color,
    enabled: stage.isActive,
  }))
}

const fewest = 2

/** @throws ApiError VALIDATION_FAILED where an id is there twice, PROCESS_INVALID where fewer than two stages remain. */
export function withStageList(
  document: ProcessDocument,
  list: readonly SettingsStage[],
  context: CommandContext,
): ProcessDocument {
  refuseTwins(list)
  if (list.length < fewest) {
    throw new ApiError(
      'PROCESS_INVALID',
      'A process needs at least two stages: disable a stage instead of deleting it.',
      {
        minimum: fewest,
      },
    )
  }
  const known = stagesKnownBy(document, list)
  let next = document
  const order: string[] = []
  for (const wanted of list) {
    const had = known.get(wanted.id)
    const id = had?.id ?? context.newId()
    next = had ? changed(next, had, wanted, context) : added(next, id, wanted, context)
    order.push(id)
  }
  const gone = Object.keys(next.stages).filter((id) => !order.includes(id))
  if (gone.length > 0) next = run(next, { id: 'removeStages', payload: { stageIds: gone } }, context)
  return run(next, { id: 'reorderStages', payload: { stageIds: order } }, context)
}

/** By code; where none is written so, by the one that differs in large and small letters alone. */
function stagesKnownBy(
  document: ProcessDocument,
  list: readonly SettingsStage[],
): ReadonlyMap<string, SalesStage> {
  const ids = new Set(list.map(({ id }) => id))
  const stages = Object.values(document.stages)
  const known = new Map(stages.map((stage) => [stage.stageCode, stage]))
  const unclaimed = stages.filter(({ stageCode }) => !ids.has(stageCode))
  for (const id of ids) {
    if (known.has(id)) continue
    const at = unclaimed.findIndex(({ stageCode }) => stageCode.toLowerCase() === id.toLowerCase())
    const [alike] = at < 0 ? [] : unclaimed.splice(at, 1)
    if (alike) known.set(id, alike)
  }
  return known
}

const fieldsOf = (stage: SettingsStage) => ({
  stageName: stage.name,
  defaultProbability: stage.probability,
  color: stage.color,
  isActive: stage.enabled,
})

function changed(
  document: ProcessDocument,
  had: SalesStage,
  wanted: SettingsStage,
  context: CommandContext,
): ProcessDocument {
  return run(
    document,
    { id: 'updateStage', payload: { stageId: had.id, changes: fieldsOf(wanted) } },
    context,
  )
}

function added(
  document: ProcessDocument,
  id: string,
  wanted: SettingsStage,
  context: CommandContext,
): ProcessDocument {
  const changes = { ...fieldsOf(wanted), stageCode: wanted.id }
  const kind = kindOf(document, wanted)
  return run(document, { id: 'addStage', payload: { id, kind, changes } }, context)
}

/** The list does not say which stage is won or lost; the audit's own two ids do, where there is none yet. */
function kindOf(document: ProcessDocument, { id }: SettingsStage): StageKind {
  const kind =
    id.toLowerCase() === 'closed_won' ? 'won' : id.toLowerCase() === 'closed_lost' ? 'lost' : 'open'
  const taken = Object.values(document.stages).some((stage) => stageKind(stage) === kind)
  return kind !== 'open' && taken && document.process.policies.single_closed_stages ? 'open' : kind
}

function refuseTwins(list: readonly SettingsStage[]): void {
  const seen = new Set<string>()
  list.forEach(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return
    }
    const path = `opportunities.stages.${index}.id`
    const message = `The stage id ${id} is there twice.`
    throw new ApiError('VALIDATION_FAILED', `${path} is not valid: ${message}`, {
      in: 'body',
      issues: [{ path, message }],
    })
  })
}
