/**
 * Removing rows so that nothing is left pointing at them: transitions, waivers and comments go with their stage; a scenario
 * follows the stage's successor, else loses the steps that named it, and goes where its expected stage is gone.
 */

import { withEntryMovedOn } from './entry.ts'
import type { ProcessDocument } from './process.ts'
import { dropRows, putRows, withFields, withProcess } from './rows.ts'
import type { Scenario, ScenarioStep } from './scenario.ts'

/**
 * The document without the stages. `successors` says for a removed stage which one its deals, and the scenarios
 * that named it, go to; it becomes part of `stageMigrations`.
 */
export function withoutStages(
  document: ProcessDocument,
  stageIds: Iterable<string>,
  successors: Readonly<Record<string, string>> = {},
): ProcessDocument {
  const gone = new Set([...stageIds].filter((id) => Object.hasOwn(document.stages, id)))
  if (gone.size === 0) return document
  const leads = (id: string | null) => id !== null && gone.has(id)
  const transitionIds = Object.values(document.transitions)
    .filter((transition) => leads(transition.fromStageId) || leads(transition.toStageId))
    .map((transition) => transition.id)
  const successorOf = (id: string) => {
    const next = successors[id]
    return next !== undefined && !gone.has(next) ? next : undefined
  }
  const scenarios = Object.values(document.scenarios).map((had) => ({
    had,
    now: followed(had, gone, successorOf),
  }))

  let next = dropRows(document, 'stages', gone)
  next = dropRows(next, 'transitions', transitionIds)
  next = putRows(
    next,
    'scenarios',
    scenarios.flatMap(({ had, now }) => (now === null || now === had ? [] : [now])),
  )
  const lostScenarios = scenarios.filter(({ now }) => now === null).map(({ had }) => had.id)
  next = dropRows(next, 'scenarios', lostScenarios)
  next = withoutRowsAbout(next, [...gone, ...transitionIds, ...lostScenarios])
  next = withProcess(next, { stageMigrations: migrationsWithout(next, gone, successorOf) })
  return withEntryMovedOn(next, document)
}

/** The document without the waivers and comments about the given stages, transitions or scenarios. */
export function withoutRowsAbout(document: ProcessDocument, targetIds: Iterable<string>): ProcessDocument {
  const gone = new Set(targetIds)
  const about = (rows: Readonly<Record<string, { readonly id: string; readonly targetId: string }>>) =>
    Object.values(rows).flatMap(({ id, targetId }) => (gone.has(targetId) ? [id] : []))
  return dropRows(
    dropRows(document, 'waivers', about(document.waivers)),
    'comments',
    about(document.comments),
  )
}

/** The stages a scenario names. */
export function stagesNamedBy(scenario: Scenario): string[] {
  const walked = scenario.steps.flatMap((step) => (step.do === 'move_to' ? [step.stage] : []))
  return [
    ...(scenario.start.stage === null ? [] : [scenario.start.stage]),
    ...walked,
    scenario.expectation.stage,
  ]
}

function followed(
  scenario: Scenario,
  gone: ReadonlySet<string>,
  successorOf: (id: string) => string | undefined,
): Scenario | null {
  if (!stagesNamedBy(scenario).some((id) => gone.has(id))) return scenario
  const now = (id: string) => (gone.has(id) ? successorOf(id) : id)
  const expected = now(scenario.expectation.stage)
  if (expected === undefined) return null
  const steps = scenario.steps.flatMap((step): ScenarioStep[] => {
    if (step.do !== 'move_to') return [step]
    const stage = now(step.stage)
    return stage === undefined ? [] : [{ ...step, stage }]
  })
  const start = scenario.start.stage === null ? null : (now(scenario.start.stage) ?? null)
  return withFields(scenario, {
    start: { ...scenario.start, stage: start },
    steps,
    expectation: { ...scenario.expectation, stage: expected },
  })
}

function migrationsWithout(
  document: ProcessDocument,
  gone: ReadonlySet<string>,
  successorOf: (id: string) => string | undefined,
): Record<string, string> {
  const kept = Object.entries(document.process.stageMigrations).flatMap(([from, to]) => {
    const target = gone.has(to) ? successorOf(to) : to
    return target === undefined ? [] : [[from, target] as const]
  })
  const added = [...gone].flatMap((id) => {
    const target = successorOf(id)
    return target === undefined ? [] : [[id, target] as const]
  })
  return Object.fromEntries([...kept, ...added])
}
