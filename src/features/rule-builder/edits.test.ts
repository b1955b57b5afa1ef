import { describe, expect, it } from 'vitest'
import {
  duplicated,
  limitOf,
  moved,
  otherGroups,
  putIntoGroup,
  withAdded,
  withJoin,
  withoutPart,
} from './edits.ts'
import { type ConditionGroup, isGroup, type Part, readQuery, writeQuery } from './query.ts'

const v = (key: string) => ({ var: key })
const a = { '==': [v('a'), 1] }
const b = { '==': [v('b'), 1] }
const c = { '==': [v('c'), 1] }
const rule = (logic: Parameters<typeof readQuery>[0]) => readQuery(logic)
const idsOf = (part: Part): (string | undefined)[] =>
  isGroup(part) ? [part.id, ...part.rules.flatMap(idsOf)] : [part.id]

describe('the parts of a rule', () => {
  it('move within, into and out of groups, and keep their ids', () => {
    const query = rule({ and: [a, { or: [b, c] }] })
    const into = moved(query, [0], 'down')
    expect(writeQuery(into)).toEqual({ and: [{ or: [a, b, c] }] })
    expect(idsOf(into).sort()).toEqual(idsOf(query).sort())
    expect(writeQuery(moved(into, [0, 0], 'up'))).toEqual({ and: [a, { or: [b, c] }] })
    expect(writeQuery(moved(query, [1, 1], [0]))).toEqual({ and: [c, a, { or: [b] }] })
  })

  it('take their group with them when they were its last', () => {
    const query = rule({ and: [a, { or: [{ and: [b] }] }] })
    expect(writeQuery(moved(query, [1, 0, 0], [0]))).toEqual({ and: [b, a] })
    expect(writeQuery(withoutPart(query, [1, 0, 0]))).toEqual(a)
    expect(writeQuery(withoutPart(rule(a), [0]))).toBe(true)
  })

  it('are copied right below, under ids of their own', () => {
    const query = rule({ and: [{ or: [a, b] }, c] })
    const twice = duplicated(query, [0])
    expect(writeQuery(twice)).toEqual({ and: [{ or: [a, b] }, { or: [a, b] }, c] })
    expect(new Set(idsOf(twice)).size).toBe(idsOf(twice).length)
  })

  it('are put into a group of their own, joined the other way', () => {
    expect(writeQuery(putIntoGroup(rule({ and: [a, b] }), [1]))).toEqual({ and: [a, { or: [b] }] })
    expect(writeQuery(putIntoGroup(rule({ or: [a, b] }), [1]))).toEqual({ or: [a, { and: [b] }] })
  })

  it('may go to any group but their own and those inside them', () => {
    const query = rule({ and: [{ or: [a, { and: [b] }] }, { or: [c] }] })
    expect(otherGroups(query, [0])).toEqual([[1]])
    expect(otherGroups(query, [0, 0])).toEqual([[], [0, 1], [1]])
  })

  it('are joined anew without touching them', () => {
    expect(writeQuery(withJoin(rule({ and: [a, b] }), [], 'none'))).toEqual({ '!': [{ or: [a, b] }] })
  })

  it('may become too many, which is said', () => {
    let query: ConditionGroup = rule({ and: [a, b] })
    expect(limitOf(query)).toBeNull()
    for (let count = 0; count < 60; count += 1)
      query = withAdded(query, [], { ...readQuery(c), id: `g${count}` })
    expect(limitOf(query)).toBe('The rule has more than 200 parts. Split it into several rules.')
  })
})
