/**
 * Everything that names a stage or an opportunity field: what would change, break or go with it. Read before either
 * is removed. Rules are walked to the last leaf, valid or not, because a broken rule still means its field.
 */
import { threadsOf } from './comment.ts'
import { type ProcessDocument, stagesInOrder } from './process.ts'
import type { ReferenceData } from './reference.ts'
import type { Logic } from './rule.ts'
import type { Scenario } from './scenario.ts'
import { stagesNamedBy } from './withoutStages.ts'

export type UseKind =
  | 'comesFrom'
  | 'goesTo'
  | 'required'
  | 'locked'
  | 'rule'
  | 'condition'
  | 'action'
  | 'scenario'
  | 'waiver'
  | 'comment'
  | 'migration'
  | 'lineage'
  | 'approval'

/** One place. `at.field` is the row's field by its code name; a row may name the same thing in several fields. */
export interface Use {
  readonly as: UseKind
  readonly at: {
    readonly kind: 'process' | 'stage' | 'transition' | 'scenario' | 'stageAction' | 'approvalWorkflow'
    readonly id: string
    readonly field: string
  }
  /** What the rule, action or approval step there is called; empty where it is the row itself. */
  readonly name: string
}

/**
 * Places in the process that name the stage, each once: transitions, scenarios, waivers, comments, where deals of removed
 * stages go, stages that grew out of it, and rules or action parameters that hold its id or code.
 */
export function usesOfStage(document: ProcessDocument, stageId: string): readonly Use[] {
  const stage = document.stages[stageId]
  const names = new Set([stageId, ...(stage && stage.stageCode !== '' ? [stage.stageCode] : [])])
  const transitions = Object.values(document.transitions)
  const linked = transitions.flatMap(({ id, fromStageId, toStageId }): Use[] => [
    ...(toStageId === stageId ? [use('comesFrom', 'transition', id, 'toStageId')] : []),
    ...(fromStageId === stageId ? [use('goesTo', 'transition', id, 'fromStageId')] : []),
  ])
  const own = new Set([stageId, ...linked.map(({ at }) => at.id)])
  return [
    ...linked,
    ...Object.values(document.scenarios)
      .filter((scenario) => stagesNamedBy(scenario).includes(stageId))
      .map(({ id }) => use('scenario', 'scenario', id, 'steps')),
    ...Object.values(document.waivers)
      .filter(({ targetId }) => own.has(targetId))
      .map(({ targetId, ruleId }) => use('waiver', 'process', targetId, 'waivers', ruleId)),
    ...usesByComments(document.comments, own),
    ...Object.entries(document.process.stageMigrations)
      .filter(([, to]) => to === stageId)
      .map(([from]) => use('migration', 'process', from, 'stageMigrations')),
    ...stagesInOrder(document)
      .filter(({ id, lineage }) => id !== stageId && lineage.includes(stageId))
      .map(({ id }) => use('lineage', 'stage', id, 'lineage')),
    ...writings(document)
      .filter(({ at }) => at.id !== stageId)
      .filter(({ logic }) => holds(logic, (value) => typeof value === 'string' && names.has(value)))
      .map(({ logic: _, ...where }) => where),
  ]
}

const cache = new WeakMap<ProcessDocument, ReadonlyMap<string, readonly Use[]>>()

/** Places in the process that name each opportunity field, by the field's key. Memoised by document. */
export function usesOfFields(document: ProcessDocument): ReadonlyMap<string, readonly Use[]> {
  const had = cache.get(document)
  if (had) return had
  const uses = new Map<string, Use[]>()
  const add = (key: string, found: Use) => {
    const list = uses.get(key)
    if (!list) uses.set(key, [found])
    else if (!list.some((other) => sameUse(other, found))) list.push(found)
  }
  for (const { id, requiredFields, lockedFields = [] } of stagesInOrder(document)) {
    for (const key of requiredFields) add(key, use('required', 'stage', id, 'requiredFields'))
    for (const key of lockedFields) add(key, use('locked', 'stage', id, 'lockedFields'))
  }
  for (const { logic, ...where } of writings(document)) {
    if (where.as === 'action') {
      const key = isRecord(logic) ? logic.field : null
      if (typeof key === 'string' && key !== '') add(key, where)
    } else for (const key of fieldsNamedIn(logic)) add(key, where)
  }
  for (const scenario of Object.values(document.scenarios))
    for (const key of fieldsSetBy(scenario)) add(key, use('scenario', 'scenario', scenario.id, 'steps'))
  cache.set(document, uses)
  return uses
}

/** Places in the company's own data that name the field: actions that set it, conditions of approval steps. */
export function usesOfFieldInCompany(
  { actions, approvalWorkflows }: Pick<ReferenceData, 'actions' | 'approvalWorkflows'>,
  key: string,
): readonly Use[] {
  return [
    ...Object.values(actions)
      .filter(({ parameters }) => parameters.field === key)
      .map(({ id }) => use('action', 'stageAction', id, 'parameters')),
    ...Object.values(approvalWorkflows).flatMap(({ id, steps }) =>
      steps
        .filter(({ condition }) => condition !== undefined && fieldsNamedIn(condition).has(key))
        .map(({ name }) => use('approval', 'approvalWorkflow', id, 'steps', name)),
    ),
  ]
}

/** Keys of the fields that a rule names anywhere inside, in order of appearance. */
export function fieldsNamedIn(logic: Logic): ReadonlySet<string> {
  const keys = new Set<string>()
  holds(logic, (value) => {
    if (!isRecord(value) || !Object.hasOwn(value, 'var')) return false
    const named = value.var
    const key = Array.isArray(named) ? named[0] : named
    if (typeof key === 'string' && key !== '') keys.add(key)
    return false
  })
  return keys
}

/** One for each thread about any of the targets, named by how it begins. */
export const usesByComments = (
  comments: ProcessDocument['comments'],
  targetIds: ReadonlySet<string>,
): readonly Use[] =>
  threadsOf(comments)
    .filter(({ targetId }) => targetIds.has(targetId))
    .map(({ id, targetId, comments: [first] }) => ({
      as: 'comment',
      at: { kind: 'process', id: targetId, field: `comments.${id}` },
      name: first?.text ?? '',
    }))

const use = (as: UseKind, kind: Use['at']['kind'], id: string, field: string, name = ''): Use => ({
  as,
  at: { kind, id, field },
  name,
})

const sameUse = (a: Use, b: Use): boolean =>
  a.as === b.as && a.name === b.name && a.at.id === b.at.id && a.at.field === b.at.field

/** Every rule and every action with parameters in the process, with what is written there. */
function writings(document: ProcessDocument): readonly (Use & { readonly logic: Logic })[] {
  const rule = (as: UseKind, kind: 'stage' | 'transition', id: string, field: string) => {
    return ({ name, check, when }: { name: string; check: Logic; when?: Logic | undefined }) => ({
      ...use(as, kind, id, field, name),
      logic: when === undefined ? check : [check, when],
    })
  }
  return [
    ...stagesInOrder(document).flatMap(({ id, validationRules, transitionRules }) => [
      ...validationRules.map(rule('rule', 'stage', id, 'validationRules')),
      ...transitionRules.map(rule('rule', 'stage', id, 'transitionRules')),
    ]),
    ...Object.values(document.transitions).flatMap(({ id, conditions, actions }) => [
      ...conditions.map(rule('condition', 'transition', id, 'conditions')),
      ...actions.map(({ action_code, parameters }) => ({
        ...use('action', 'transition', id, 'actions', action_code),
        logic: parameters,
      })),
    ]),
  ]
}

/** Whether the test holds anywhere inside. Without recursion, so that no depth of nesting can break it. */
function holds(logic: Logic, test: (value: Logic) => boolean): boolean {
  const open: Logic[] = [logic]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (test(value)) return true
    if (Array.isArray(value)) open.push(...value.toReversed())
    else if (isRecord(value)) open.push(...Object.values(value).toReversed())
  }
  return false
}

const isRecord = (value: Logic): value is { [key: string]: Logic } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsSetBy = ({ start, steps }: Scenario): string[] => [
  ...Object.keys(start.fields),
  ...steps.flatMap((step) => (step.do === 'set_fields' ? Object.keys(step.fields) : [])),
]
