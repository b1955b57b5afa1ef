/**
 * A rule as the builder shows it: groups of conditions, nested. Whatever was not touched is written back exactly as it
 * was found; a part that no condition can say stays in the tree as JSON. Nothing is lost on the way in or out.
 */
import type { RuleGroupType, RuleType } from 'react-querybuilder'
import { v7 as newId } from 'uuid'
import { sameValue } from '../../domain/process/equality.ts'
import { type Logic, ruleLimits } from '../../domain/process/rule.ts'
import { operationOf } from '../../domain/process/ruleOperation.ts'
import {
  type Comparison,
  type ComparisonId,
  comparisonIds,
  readComparison,
  writeComparison,
} from '../../editor/comparisons.ts'

/** What a group asks of its parts. */
export const joins = ['all', 'any', 'none', 'notAll'] as const
export type Join = (typeof joins)[number]

/** How a part was written; gone from a part that somebody changed or made. */
type Written = { readonly logic?: Logic }

/** A comparison by its parts, or, with the operator `json`, a piece of JsonLogic as its only value. */
export type Condition = Omit<
  RuleType<string, ComparisonId | 'json', readonly Logic[], string, Written>,
  'meta'
> & {
  readonly meta?: Written
}
export type ConditionGroup = Omit<RuleGroupType, 'combinator' | 'rules'> & {
  combinator: Join
  rules: (Condition | ConditionGroup)[]
  readonly meta?: Written
}
export type Part = Condition | ConditionGroup

export const isGroup = (part: Part): part is ConditionGroup => 'rules' in part

/** The whole rule as a group; a rule that is one comparison is a group of one. */
export function readQuery(logic: Logic): ConditionGroup {
  if (logic === true) return { id: newId(), combinator: 'all', rules: [], meta: { logic } }
  const part = readPart(logic)
  return isGroup(part) ? part : { id: newId(), combinator: 'all', rules: [part], meta: { logic } }
}

/** The rule as written before, where the group still says the same; else in the plainest JsonLogic that says it. */
export function writeQuery(root: ConditionGroup): Logic {
  const { meta, rules, combinator } = root
  if (meta?.logic !== undefined && saysTheSame(root, readQuery(meta.logic))) return meta.logic
  const [only] = rules
  if (only === undefined) return true
  if (rules.length === 1 && combinator === 'all' && !isGroup(only)) return writePart(only)
  return writeGroup(root)
}

/** Deeper than any rule may be: what is nested without end is shown as JSON, not walked. */
const deepest = 3 * ruleLimits.depth

export function readPart(logic: Logic, level = 0): Part {
  const meta = { logic }
  const comparison = readComparison(logic)
  if (comparison) return { ...conditionOf(comparison), meta }
  const operation = level < deepest ? operationOf(logic) : null
  const [first = null] = operation?.args ?? []
  switch (operation?.operator) {
    case 'and':
    case 'or':
      return {
        id: newId(),
        combinator: operation.operator === 'and' ? 'all' : 'any',
        rules: operation.args.map((arg) => readPart(arg, level + 1)),
        meta,
      }
    case '!': {
      if (operation.args.length !== 1 || operationOf(first) === null) break
      const inner = readPart(first, level + 1)
      if (isGroup(inner) && (inner.combinator === 'all' || inner.combinator === 'any'))
        return { ...inner, combinator: inner.combinator === 'all' ? 'notAll' : 'none', meta }
      return { id: newId(), combinator: 'none', rules: [inner], meta }
    }
    case '!!': {
      if (operation.args.length !== 1 || operationOf(first) === null) break
      return { ...readPart(first, level + 1), meta }
    }
  }
  return { id: newId(), field: '', operator: 'json', value: [logic], meta }
}

export function conditionOf({ key, id, values }: Comparison): Condition {
  return { id: newId(), field: key, operator: id, value: values }
}

/** The comparison that a condition is; null for a piece of JSON. */
export const comparisonOf = ({ field, operator, value }: Condition): Comparison | null =>
  operator === 'json' ? null : { key: field, id: operator, values: value }

export function writePart(part: Part): Logic {
  const logic = part.meta?.logic
  if (logic !== undefined && saysTheSame(part, readPart(logic))) return logic
  if (isGroup(part)) return writeGroup(part)
  const comparison = comparisonOf(part)
  return comparison ? writeComparison(comparison) : (part.value[0] ?? null)
}

function writeGroup({ combinator, rules }: ConditionGroup): Logic {
  const parts = rules.map(writePart)
  const joined: Logic = { [combinator === 'all' || combinator === 'notAll' ? 'and' : 'or']: parts }
  return combinator === 'none' || combinator === 'notAll' ? { '!': [joined] } : joined
}

/** True where both show the same; ids and spelling do not count. */
function saysTheSame(a: Part, b: Part): boolean {
  if (isGroup(a) || isGroup(b))
    return (
      isGroup(a) &&
      isGroup(b) &&
      a.combinator === b.combinator &&
      a.rules.length === b.rules.length &&
      a.rules.every((part, index) => {
        const other = b.rules[index]
        return other !== undefined && saysTheSame(part, other)
      })
    )
  return a.field === b.field && a.operator === b.operator && sameValue(a.value, b.value)
}

const known: ReadonlySet<string> = new Set(comparisonIds)
export const isComparisonId = (name: string): name is ComparisonId => known.has(name)

/** The part at a place; the root at `[]`. */
export function partAt(query: ConditionGroup, path: readonly number[]): Part | null {
  let part: Part = query
  for (const index of path) {
    const next: Part | undefined = isGroup(part) ? part.rules[index] : undefined
    if (!next) return null
    part = next
  }
  return part
}

/** Every part with its place, the root first, in the order of reading. */
export function* partsOf(part: Part, path: readonly number[] = []): Generator<[Part, readonly number[]]> {
  yield [part, path]
  if (isGroup(part))
    for (const [index, inner] of part.rules.entries()) yield* partsOf(inner, [...path, index])
}

export const pathOf = (query: ConditionGroup, id: string): readonly number[] | null => {
  for (const [part, path] of partsOf(query)) if (part.id === id) return path
  return null
}

/** The same parts under the ids that stood at these places before, so that focus stays where it is. */
export function withIdsOf<P extends Part>(next: P, before: Part | undefined): P {
  if (!before || isGroup(before) !== isGroup(next)) return next
  const id = before.id ?? newId()
  if (!isGroup(next) || !isGroup(before)) return { ...next, id }
  return { ...next, id, rules: next.rules.map((rule, index) => withIdsOf(rule, before.rules[index])) }
}
