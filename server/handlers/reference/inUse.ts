/** Whether any process, or the company's own actions and workflows, still name a row of reference data. */
import { actionsStarting, usesOfWorkflow } from '../../../src/domain/engine/approvalUse.ts'
import { stageNameOf, transitionNameOf } from '../../../src/domain/process/names.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import type { ReferenceData } from '../../../src/domain/process/reference.ts'
import { usesOfFieldInCompany, usesOfFields } from '../../../src/domain/process/whereUsed.ts'
import { ApiError } from '../../apiError.ts'
import { asSeen } from '../../masking/asSeen.ts'
import { maskJson } from '../../masking/maskJson.ts'
import type { Actor, ReferenceRows, ReferenceTable, Services } from '../../services.ts'

type Named = {
  readonly [T in ReferenceTable]: (document: ProcessDocument, row: ReferenceRows[T]) => readonly string[]
}

/** The names of the stages and transitions that would be left pointing at nothing. */
const namedBy: Named = {
  categories: (document, { id }) =>
    Object.values(document.stages).flatMap((stage) =>
      stage.categoryIds.includes(id) ? [stageNameOf(document, stage.id)] : [],
    ),
  actions: (document, { id, actionCode }) => [
    ...Object.values(document.stages).flatMap((stage) =>
      stage.entryActionIds.includes(id) || stage.exitActionIds.includes(id)
        ? [stageNameOf(document, stage.id)]
        : [],
    ),
    ...Object.values(document.transitions).flatMap((way) =>
      way.actionIds.includes(id) || way.actions.some((action) => action.action_code === actionCode)
        ? [transitionNameOf(document, way.id)]
        : [],
    ),
  ],
  // A stage that names a workflow keeps it, though it needs no approval just now.
  approvalWorkflows: (document, { id }) => [
    ...new Set([
      ...Object.values(document.stages).flatMap((stage) =>
        stage.approvalWorkflowId === id ? [stageNameOf(document, stage.id)] : [],
      ),
      ...usesOfWorkflow(document, id).map(({ name }) => name),
    ]),
  ],
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

type InCompany = {
  readonly [T in ReferenceTable]?: (reference: ReferenceData, row: ReferenceRows[T]) => readonly string[]
}

/** The names of the company's own actions and workflows that would be. */
const namedInCompany: InCompany = {
  approvalWorkflows: ({ actions }, { id }) => actionsStarting(actions, id),
  fields: (reference, { key }) =>
    usesOfFieldInCompany(reference, key).flatMap(
      ({ at: { id } }) =>
        reference.actions[id]?.actionName ?? reference.approvalWorkflows[id]?.workflowName ?? [],
    ),
}

/** @throws ApiError REFERENCE_IN_USE naming up to five places. */
export async function refuseInUse<T extends ReferenceTable>(
  services: Services,
  actor: Actor,
  table: T,
  row: ReferenceRows[T],
): Promise<void> {
  const [processes, reference] = await Promise.all([
    services.processes.list(actor),
    services.reference.all(actor),
  ])
  const documents = processes.map(({ document }) => document)
  const places = placesOf(table, row, documents, reference)
  if (places.length === 0) return
  const { mask } = actor
  const told = mask
    ? placesOf(
        table,
        row,
        documents.map((document) => asSeen(document, mask)),
        maskJson(reference, mask),
      )
    : places
  if (told.length < places.length) {
    throw new ApiError(
      'REFERENCE_IN_USE',
      places.length === 1
        ? 'This is used by one place that is hidden from you: ask somebody who sees it.'
        : `This is used by ${places.length} places, some of them hidden from you: ask somebody who sees them.`,
      { count: places.length, used_by: told.slice(0, 5) },
    )
  }
  throw new ApiError(
    'REFERENCE_IN_USE',
    `This is used by ${places.length === 1 ? 'one place' : `${places.length} places`}: ${places.slice(0, 5).join(', ')}. Take it out there first, or deactivate it.`,
    { count: places.length, used_by: places.slice(0, 5) },
  )
}

const placesOf = <T extends ReferenceTable>(
  table: T,
  row: ReferenceRows[T],
  documents: readonly ProcessDocument[],
  reference: ReferenceData,
): readonly string[] => [
  ...documents.flatMap((document) =>
    namedBy[table](document, row).map((name) => `${name} (${document.process.processName})`),
  ),
  ...(namedInCompany[table]?.(reference, row) ?? []),
]
