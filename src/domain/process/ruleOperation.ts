/** One application of an operator in a rule, apart from whether the whole rule is well formed (see ruleShape.ts). */
import { type Logic, type RuleOperator, ruleOperators } from './rule.ts'

const known: ReadonlySet<string> = new Set(ruleOperators)

const isOperator = (name: string): name is RuleOperator => known.has(name)
export const isObject = (logic: Logic): logic is { [key: string]: Logic } =>
  typeof logic === 'object' && logic !== null && !Array.isArray(logic)

/** The operator of `{operator: arguments}` with its arguments as a list; null for literals and broken objects. */
export function operationOf(logic: Logic): { operator: RuleOperator; args: readonly Logic[] } | null {
  if (!isObject(logic)) return null
  const [name, ...more] = Object.keys(logic)
  if (name === undefined || more.length > 0 || !isOperator(name)) return null
  const given = logic[name]
  return { operator: name, args: Array.isArray(given) ? given : given === undefined ? [] : [given] }
}
