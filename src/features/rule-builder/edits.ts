/**
 * What can be done to the groups of a rule. Pure; parts keep their ids, so that focus can follow them. A group that
 * loses its last condition goes with it.
 */
import { insert, move, remove } from 'react-querybuilder'
import { v7 as newId } from 'uuid'
import { inspectRule } from '../../domain/process/ruleShape.ts'
import {
  type ConditionGroup,
  isGroup,
  type Join,
  type Part,
  partAt,
  partsOf,
  pathOf,
  writeQuery,
} from './query.ts'

const mutable = (path: readonly number[]): number[] => [...path]

/** Why the rule has become too deep or too large; null where it has not. */
export const limitOf = (query: ConditionGroup): string | null =>
  inspectRule(writeQuery(query)).problems.find(({ limit }) => limit)?.sentence ?? null

/** The rule with another part at a place; at `[]`, another rule. */
export function withPart(query: ConditionGroup, path: readonly number[], part: Part): ConditionGroup {
  const [index, ...rest] = path
  if (index === undefined) return isGroup(part) ? part : query
  const inner = query.rules[index]
  if (!inner) return query
  const next = rest.length === 0 ? part : isGroup(inner) ? withPart(inner, rest, part) : inner
  return { ...query, rules: query.rules.with(index, next) }
}

export function withJoin(query: ConditionGroup, path: readonly number[], join: Join): ConditionGroup {
  const group = partAt(query, path)
  return group && isGroup(group) ? withPart(query, path, { ...group, combinator: join }) : query
}

/** At the end of the group that stands there. */
export function withAdded(query: ConditionGroup, path: readonly number[], part: Part): ConditionGroup {
  const group = partAt(query, path)
  return group && isGroup(group) ? withPart(query, path, { ...group, rules: [...group.rules, part] }) : query
}

/** A group with one condition, joined the other way than what is around it: else it would say nothing new. */
export const groupAround = (part: Part, outer: Join): ConditionGroup => ({
  id: newId(),
  combinator: outer === 'any' ? 'all' : 'any',
  rules: [part],
})

export function withoutPart(query: ConditionGroup, path: readonly number[]): ConditionGroup {
  return withoutEmptied(remove(query, mutable(path)), query)
}

export function moved(
  query: ConditionGroup,
  from: readonly number[],
  to: readonly number[] | 'up' | 'down',
): ConditionGroup {
  return withoutEmptied(move(query, mutable(from), typeof to === 'string' ? to : mutable(to)), query)
}

/** The copy stands right below, under ids of its own. */
export function duplicated(query: ConditionGroup, path: readonly number[]): ConditionGroup {
  const below = [...path.slice(0, -1), (path.at(-1) ?? 0) + 1]
  return move(query, mutable(path), below, { clone: true, idGenerator: newId })
}

export function putIntoGroup(query: ConditionGroup, path: readonly number[]): ConditionGroup {
  const part = partAt(query, path)
  const parent = partAt(query, path.slice(0, -1))
  if (!part || !parent || !isGroup(parent)) return query
  return insert(remove(query, mutable(path)), groupAround(part, parent.combinator), mutable(path))
}

/** Where up or down would lead; null at the ends. */
export function canMove(query: ConditionGroup, path: readonly number[], to: 'up' | 'down'): boolean {
  if (path.length > 1) return true
  const [index = 0] = path
  return to === 'up' ? index > 0 : index < query.rules.length - 1
}

/** The groups that a part may be moved into: all but its own and those inside it. */
export function otherGroups(query: ConditionGroup, path: readonly number[]): (readonly number[])[] {
  const parent = path.slice(0, -1).join('.')
  return [...partsOf(query)]
    .filter(([part, at]) => isGroup(part) && at.join('.') !== parent && !isInside(at, path))
    .map(([, at]) => at)
}

/** True where `path` is `outer` or stands inside it. */
export const isInside = (path: readonly number[], outer: readonly number[]): boolean =>
  outer.every((index, level) => path[level] === index)

/** Groups that were empty before were written so and stay. */
function withoutEmptied(query: ConditionGroup, before: ConditionGroup): ConditionGroup {
  const wereEmpty = new Set(
    [...partsOf(before)].flatMap(([part]) => (isGroup(part) && part.rules.length === 0 ? [part.id] : [])),
  )
  for (const [part, path] of partsOf(query))
    if (path.length > 0 && isGroup(part) && part.rules.length === 0 && !wereEmpty.has(part.id))
      return withoutEmptied(remove(query, mutable(path)), before)
  return query
}

/** Where a part went: its place and how many stand beside it. */
export function placeOf(query: ConditionGroup, id: string) {
  const path = pathOf(query, id)
  const group = path ? partAt(query, path.slice(0, -1)) : null
  if (!path || !group || !isGroup(group)) return null
  return { group: path.slice(0, -1), position: (path.at(-1) ?? 0) + 1, count: group.rules.length }
}
