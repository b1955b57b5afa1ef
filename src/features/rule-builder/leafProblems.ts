/** What is wrong with one condition, said at the condition, with the repairs that would make it right. */

import { isDate } from '../../domain/engine/dates.ts'
import { byNearness } from '../../domain/lint/nearestKey.ts'
import { mismatchOf } from '../../domain/lint/ruleTypes.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import type { FieldsByKey } from './BuilderContext.ts'

export type LeafProblem =
  /** Said by the schema, as a sentence of its own. */
  | { readonly kind: 'broken'; readonly sentence: string }
  | { readonly kind: 'unknown'; readonly key: string }
  /** The middle of a sentence. */
  | { readonly kind: 'mismatch'; readonly what: string }

export function leafProblems(logic: Logic, fields: FieldsByKey): readonly LeafProblem[] {
  const shape = inspectRule(logic)
  // A company without fields has not been loaded yet, or has none to be wrong about.
  const known = Object.keys(fields).length > 0
  const reference = { ...emptyReferenceData, fields }
  return [
    ...shape.problems.map(({ sentence }) => ({ kind: 'broken' as const, sentence })),
    ...shape.fields
      .filter((key) => known && !Object.hasOwn(fields, key))
      .map((key) => ({ kind: 'unknown' as const, key })),
    ...shape.comparisons.flatMap((comparison) => {
      const what = mismatchOf({ reference }, comparison)
      return what === null ? [] : [{ kind: 'mismatch' as const, what }]
    }),
  ]
}

/** The fields that somebody most probably meant by an unknown key, nearest first. */
export function meantFields(key: string, fields: FieldsByKey): readonly OpportunityField[] {
  const all = Object.values(fields)
  const names = new Map(all.flatMap((field) => [[field.label, field] as const, [field.key, field] as const]))
  return [...new Set(byNearness(key, [...names.keys()]).flatMap((name) => names.get(name) ?? []))]
}

/** A value of the field's type that says what a wrongly typed one meant; null where that is anybody's guess. */
export function repairedValue(value: Logic, field: OpportunityField | undefined): Logic | null {
  switch (field?.type) {
    case 'number':
    case 'currency': {
      const number = typeof value === 'string' ? readNumber(value) : Number.NaN
      return Number.isFinite(number) ? number : null
    }
    case 'boolean':
      return value === 'true' || value === 1 ? true : value === 'false' || value === 0 ? false : null
    case 'date':
      return typeof value === 'string' && isDate(value.trim()) ? value.trim() : null
    case 'select':
    case 'multiselect': {
      const [nearest] = typeof value === 'string' ? byNearness(value, field.options) : []
      return nearest === undefined || nearest === value ? null : nearest
    }
    case 'text':
    case 'user':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
    default:
      return null
  }
}
