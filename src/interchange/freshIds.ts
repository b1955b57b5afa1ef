/**
 * A copy of a process with new ids throughout, belonging to nobody and never published: what an import puts beside the
 * processes that are already there. Names, codes, external ids and lineage stay.
 */
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ScenarioStep } from '../domain/process/scenario.ts'

/** Every reference inside the document follows; ids of things outside (categories, workflows) stay as they are. */
export function freshIds(document: ProcessDocument, newId: () => string): ProcessDocument {
  const ids = new Map<string, string>()
  const fresh = (id: string): string => {
    const had = ids.get(id)
    if (had !== undefined) return had
    const made = newId()
    ids.set(id, made)
    return made
  }
  const processId = fresh(document.process.id)
  for (const table of ['stages', 'transitions', 'scenarios'] as const)
    for (const id of Object.keys(document[table])) fresh(id)
  const known = (id: string): string => ids.get(id) ?? id
  const knownOrNull = (id: string | null): string | null => (id === null ? null : known(id))
  const owned = { companyId: '', createdAt: null, updatedAt: null }
  return {
    process: {
      ...document.process,
      ...owned,
      id: processId,
      revision: 0,
      isDefault: false,
      stageMigrations: {},
      createdByUserId: null,
      updatedByUserId: null,
    },
    stages: byId(
      Object.values(document.stages).map((stage) => ({
        ...stage,
        ...owned,
        id: known(stage.id),
        processId,
        createdByUserId: null,
        updatedByUserId: null,
      })),
    ),
    transitions: byId(
      Object.values(document.transitions).map((transition) => ({
        ...transition,
        ...owned,
        id: known(transition.id),
        processId,
        fromStageId: knownOrNull(transition.fromStageId),
        toStageId: known(transition.toStageId),
      })),
    ),
    scenarios: byId(
      Object.values(document.scenarios).map((scenario) => ({
        ...scenario,
        id: known(scenario.id),
        start: { ...scenario.start, stage: knownOrNull(scenario.start.stage) },
        steps: scenario.steps.map(
          (step): ScenarioStep => (step.do === 'move_to' ? { ...step, stage: known(step.stage) } : step),
        ),
        expectation: { ...scenario.expectation, stage: known(scenario.expectation.stage) },
      })),
    ),
    waivers: byId(
      Object.values(document.waivers).map((waiver) => ({
        ...waiver,
        id: fresh(waiver.id),
        targetId: known(waiver.targetId),
      })),
    ),
    comments: byId(
      Object.values(document.comments).map((comment) => ({
        ...comment,
        id: fresh(comment.id),
        threadId: fresh(comment.threadId),
        targetId: known(comment.targetId),
      })),
    ),
  }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]))
