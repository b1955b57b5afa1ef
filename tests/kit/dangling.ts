/** What points at a row that is not there: the thing that no command and no merge may bring about. */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { stagesNamedBy } from '../../src/domain/process/withoutStages.ts'

/** Every such place, in words: "t1 to s9". */
export function dangling(document: ProcessDocument): Set<string> {
  const { stages, transitions, scenarios, waivers, comments, process } = document
  const found = new Set<string>()
  for (const { id, fromStageId, toStageId } of Object.values(transitions)) {
    if (!stages[toStageId]) found.add(`${id} to ${toStageId}`)
    if (fromStageId !== null && !stages[fromStageId]) found.add(`${id} from ${fromStageId}`)
  }
  for (const scenario of Object.values(scenarios))
    for (const id of stagesNamedBy(scenario)) if (!stages[id]) found.add(`${scenario.id} at ${id}`)
  for (const { id, targetId } of Object.values(waivers))
    if (!stages[targetId] && !transitions[targetId] && !scenarios[targetId] && process.id !== targetId)
      found.add(`${id} at ${targetId}`)
  for (const { id, targetId } of Object.values(comments))
    if (!stages[targetId] && !transitions[targetId] && process.id !== targetId)
      found.add(`${id} at ${targetId}`)
  for (const [from, to] of Object.entries(process.stageMigrations))
    if (!stages[to]) found.add(`${from} moves to ${to}`)
  return found
}

/** Frozen through and through, so that a change in place throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
