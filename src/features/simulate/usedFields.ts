/** Which opportunity fields matter to a walk: those the process asks for first. Pure. */
import type { OpportunityField } from '../../domain/process/field.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'

type WalkField = Pick<OpportunityField, 'key' | 'label' | 'type' | 'options'>

export interface WalkFields {
  /** Amount and close date: every deal has them. */
  readonly first: readonly WalkField[]
  /** What else is known of the deal, in the order in which it was filled. */
  readonly filled: readonly WalkField[]
  /** What a stage requires or a rule names, then the company's other fields. */
  readonly others: readonly WalkField[]
}

const always = ['amount', 'close_date']

/** A field that no company data describes is a text under its key. */
export const fieldOf = ({ fields }: ReferenceData, key: string): WalkField =>
  (Object.hasOwn(fields, key) && fields[key]) || { key, label: key, type: 'text', options: [] }

export function walkFields(
  document: ProcessDocument,
  reference: ReferenceData,
  values: Readonly<Record<string, Logic>>,
): WalkFields {
  const keys = new Set<string>()
  const name = (logic: Logic | undefined) => {
    if (logic !== undefined) for (const key of inspectRule(logic).fields) keys.add(key)
  }
  for (const stage of Object.values(document.stages)) {
    for (const key of stage.requiredFields) keys.add(key)
    for (const rule of stage.validationRules) {
      name(rule.when)
      name(rule.check)
    }
    for (const rule of stage.transitionRules) name(rule.check)
  }
  for (const transition of Object.values(document.transitions))
    for (const rule of transition.conditions) name(rule.check)
  const first = always.filter((key) => Object.hasOwn(reference.fields, key))
  const filled = Object.keys(values).filter((key) => !first.includes(key))
  const shown = new Set([...first, ...filled])
  const others = [...new Set([...keys, ...Object.keys(reference.fields)])].filter((key) => !shown.has(key))
  const rows = (list: readonly string[]) => list.map((key) => fieldOf(reference, key))
  return { first: rows(first), filled: rows(filled), others: rows(others) }
}
