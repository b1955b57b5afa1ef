/**
 * Files of other systems bring no ids of ours: the same stage read twice has two. Where two documents share no stage,
 * the second takes the first's ids for what is plainly the same, so that a difference shows changes and not strangers.
 */
import type { ProcessDocument } from '../src/domain/process/process.ts'
import type { SalesStage } from '../src/domain/process/stage.ts'
import type { StageTransition } from '../src/domain/process/transition.ts'

/** `given` with the ids of `like`; unchanged where they already share a stage. Scenarios and waivers keep theirs. */
export function withMatchingIds(given: ProcessDocument, like: ProcessDocument): ProcessDocument {
  if (Object.keys(given.stages).some((id) => Object.hasOwn(like.stages, id))) return given
  const stageIds = matches(Object.values(given.stages), Object.values(like.stages), [
    (stage) => stage.externalId ?? '',
    (stage) => stage.stageCode,
    (stage) => stage.stageName.trim().toLowerCase(),
  ])
  const stageId = (id: string): string => stageIds.get(id) ?? id
  const processId = like.process.id
  const stages = Object.values(given.stages).map(
    (stage): SalesStage => ({
      ...stage,
      id: stageId(stage.id),
      processId,
      companyId: like.process.companyId,
    }),
  )
  const moved = Object.values(given.transitions).map(
    (transition): StageTransition => ({
      ...transition,
      processId,
      companyId: like.process.companyId,
      fromStageId: transition.fromStageId === null ? null : stageId(transition.fromStageId),
      toStageId: stageId(transition.toStageId),
    }),
  )
  const transitionIds = matches(moved, Object.values(like.transitions), [
    (transition) => `${transition.fromStageId} ${transition.toStageId}`,
  ])
  const transitions = moved.map((transition) => ({
    ...transition,
    id: transitionIds.get(transition.id) ?? transition.id,
  }))
  const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]))
  return {
    ...given,
    process: { ...given.process, id: processId, companyId: like.process.companyId },
    stages: byId(stages),
    transitions: byId(transitions),
  }
}

/** Pairs rows by the first key that tells them apart on both sides; empty and repeated keys pair nobody. */
function matches<Row extends { id: string }>(
  ours: readonly Row[],
  theirs: readonly Row[],
  keys: readonly ((row: Row) => string)[],
): Map<string, string> {
  const found = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys) {
    const [mine, others] = [once(ours, key), once(theirs, key)]
    for (const [name, id] of mine) {
      const other = others.get(name)
      if (other === undefined || found.has(id) || taken.has(other)) continue
      found.set(id, other)
      taken.add(other)
    }
  }
  return found
}

function once<Row extends { id: string }>(
  rows: readonly Row[],
  key: (row: Row) => string,
): Map<string, string> {
  const seen = new Map<string, string | null>()
  for (const row of rows) {
    const name = key(row)
    if (name !== '') seen.set(name, seen.has(name) ? null : row.id)
  }
  return new Map([...seen].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])))
}
