/**
 * A rule as the simple editor shows it: all or any of a few comparisons. Parts that are not edited keep the JSON they
 * were written in; a rule that does not fit is null here, shown as a sentence, and changed by nobody but an expert.
 */
import type { Logic } from '../../../domain/process/rule.ts'
import { type Comparison, readComparison } from './comparisons.ts'

export interface SimplePart {
  /** As written. */
  readonly logic: Logic
  readonly comparison: Comparison
}

export interface SimpleRule {
  readonly join: 'all' | 'any'
  /** None: the rule always holds. */
  readonly parts: readonly SimplePart[]
}

export function readSimpleRule(logic: Logic): SimpleRule | null {
  if (logic === true) return { join: 'all', parts: [] }
  const group = groupOf(logic)
  const parts: SimplePart[] = []
  for (const part of group?.parts ?? [logic]) {
    const comparison = readComparison(part)
    if (comparison === null) return null
    parts.push({ logic: part, comparison })
  }
  return { join: group?.join ?? 'all', parts }
}

/** One part stands alone; several in `and` or `or`; none is `true`. */
export function writeSimpleRule({ join, parts }: SimpleRule): Logic {
  const [first, ...more] = parts
  if (!first) return true
  if (more.length === 0) return first.logic
  return { [join === 'all' ? 'and' : 'or']: parts.map(({ logic }) => logic) }
}

function groupOf(logic: Logic): { join: SimpleRule['join']; parts: readonly Logic[] } | null {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return null
  const [name, ...others] = Object.keys(logic)
  if (others.length > 0 || (name !== 'and' && name !== 'or')) return null
  const parts = logic[name]
  return Array.isArray(parts) && parts.length > 0 ? { join: name === 'and' ? 'all' : 'any', parts } : null
}
