/** Whether stages or transitions of any process still name a row of reference data. */
import { stageNameOf, transitionNameOf } from '../../../src/domain/process/names.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import { usesOfFields } from '../../../src/domain/process/whereUsed.ts'
import { ApiError } from '../../apiError.ts'
import type { Actor, ReferenceRows, ReferenceTable, Services } from '../../services.ts'

type Named = {
  readonly [T in ReferenceTable]: (document: ProcessDocument, row: ReferenceRows[T]) => readonly string[]
}

/** The names of the stages and transitions that would be left pointing at nothing. */
const namedBy: Named = {
  categories: (document, { id }) =>
    Object.values(document.stages).flatMap((stage) =>
      stage.categoryIds.includes(id) ? [stage.stageName] : [],
    ),
  actions: (document, { id, actionCode }) => [
    ...Object.values(document.stages).flatMap(({ entryActionIds, exitActionIds, stageName }) =>
      entryActionIds.includes(id) || exitActionIds.includes(id) ? [stageName] : [],
    ),
    ...Object.values(document.transitions).flatMap(({ actionIds, actions, transitionName }) =>
      actionIds.includes(id) || actions.some((action) => action.action_code === actionCode)
        ? [transitionName || 'a transition']
        : [],
    ),
  ],
  approvalWorkflows: (document, { id }) =>
    Object.values(document.stages).flatMap((stage) =>
      stage.approvalWorkflowId === id ? [stage.stageName] : [],
    ),
  fields: (document, { key }) => [
    ...new Set(
      (usesOfFields(document).get(key) ?? []).flatMap(({ at }) =>
        at.kind === 'stage'
          ? [stageNameOf(document, at.id)]
          : at.kind === 'transition'
            ? [transitionNameOf(document, at.id)]
            : [],
      ),
    ),
  ],
}

/** @throws ApiError REFERENCE_IN_USE naming up to five places. */
export async function refuseInUse<T extends ReferenceTable>(
  services: Services,
  actor: Actor,
  table: T,
  row: ReferenceRows[T],
): Promise<void> {
  const places = (await services.processes.list(actor)).flatMap(({ document }) =>
    namedBy[table](document, row).map((name) => `${name} (${document.process.processName})`),
  )
  if (places.length === 0) return
  throw new ApiError(
    'REFERENCE_IN_USE',
    `This is used by ${places.length === 1 ? 'one place' : `${places.length} places`}: ${places.slice(0, 5).join(', ')}. Take it out there first, or deactivate it.`,
    { count: places.length, used_by: places.slice(0, 5) },
  )
}
