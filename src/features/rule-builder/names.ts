/** What the parts of a rule are called, in sight and aloud: "Condition 2.1" is the first of the second group. */
import type { FieldType } from '../../domain/process/field.ts'
import type { ComparisonId } from '../../editor/comparisons.ts'
import { text } from '../../text/index.ts'
import { type ConditionGroup, isGroup, partAt } from './query.ts'

const numberOf = (path: readonly number[]): string => path.map((index) => index + 1).join('.')

export function partName(query: ConditionGroup, path: readonly number[]): string {
  const part = partAt(query, path)
  return text('ruleBuilder', part && isGroup(part) ? 'groupNumber' : 'conditionNumber', {
    number: numberOf(path),
  })
}

/** Sizes of dates have words of their own. */
export function comparisonWords(id: ComparisonId, type: FieldType | undefined): string {
  const dated = type === 'date' && (id === 'atLeast' || id === 'atMost' || id === 'more' || id === 'less')
  return text('ruleBuilder', dated ? `date_${id}` : `is_${id}`)
}
