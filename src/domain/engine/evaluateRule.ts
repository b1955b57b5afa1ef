/**
 * Evaluates a rule that a user wrote: interpreted by json-logic-engine with our own operators and no others, never
 * compiled. Whether it may run at all (operators, depth, size) is checked first. The answer is a tree, so that
 * people see which part of "all of these" does not hold.
 */
import { LogicEngine } from 'json-logic-engine'
import type { Logic } from '../process/rule.ts'
import { operationOf } from '../process/ruleOperation.ts'
import { inspectRule, type RuleProblem } from '../process/ruleShape.ts'
import { isTrue, plainOperators, type RuleScope } from './operators.ts'

/** A rule, or a part of it, with its result. `logic` is the part as written. */
export interface RuleTrace {
  readonly kind: 'all' | 'any' | 'not' | 'leaf'
  readonly holds: boolean
  readonly logic: Logic
  /** JSON Pointer into the rule; the whole rule is the empty text. */
  readonly path: string
  readonly parts: readonly RuleTrace[]
  /** Of a leaf: the fields it names with their current values; null where empty. */
  readonly values: Readonly<Record<string, Logic>>
}

export type RuleResult =
  | { readonly ok: true; readonly holds: boolean; readonly trace: RuleTrace }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] }

/** Never throws. A field that the deal does not have is null. */
export function evaluateRule(logic: Logic, scope: RuleScope): RuleResult {
  const { problems } = inspectRule(logic)
  if (problems.length > 0) return { ok: false, problems }
  const trace = traceOf(logic, '', scope)
  return { ok: true, holds: trace.holds, trace }
}

/** The leaves because of which a rule does not hold; empty where it does. */
export function failingLeaves(trace: RuleTrace): RuleTrace[] {
  if (trace.holds) return []
  return trace.kind === 'all' || trace.kind === 'any' ? trace.parts.flatMap(failingLeaves) : [trace]
}

const connectives = { and: 'all', or: 'any', '!': 'not' } as const

function traceOf(logic: Logic, path: string, scope: RuleScope): RuleTrace {
  const operation = operationOf(logic)
  const name = operation?.operator
  if (operation && (name === 'and' || name === 'or' || (name === '!' && isCondition(operation.args[0])))) {
    const parts = operation.args.map((arg, index) => traceOf(arg, `${path}/${name}/${index}`, scope))
    const holds =
      name === 'and'
        ? parts.every((part) => part.holds)
        : name === 'or'
          ? parts.some((part) => part.holds)
          : !parts[0]?.holds
    return { kind: connectives[name], holds, logic, path, parts, values: valuesOf(logic, scope) }
  }
  return {
    kind: 'leaf',
    holds: isTrue(evaluate(logic, scope)),
    logic,
    path,
    parts: [],
    values: valuesOf(logic, scope),
  }
}

/** `!` of a condition is a "not"; `!` of a field is a leaf ("is empty"). */
const isCondition = (logic: Logic | undefined): boolean => {
  const operator = operationOf(logic ?? null)?.operator
  return operator !== undefined && operator !== 'var'
}

function valuesOf(logic: Logic, { fields }: RuleScope): Record<string, Logic> {
  return Object.fromEntries(inspectRule(logic).fields.map((key) => [key, fieldOf(fields, key)]))
}

/** Own properties only: a field called `constructor` is a field like any other. */
const fieldOf = (fields: RuleScope['fields'], key: unknown): Logic =>
  typeof key === 'string' && Object.hasOwn(fields, key) ? (fields[key] ?? null) : null

/** The value of any part of a sound rule. */
function evaluate(logic: Logic, scope: RuleScope): Logic {
  return engine.run(logic, scope)
}

/** Every operator takes its arguments as written: a list that is a field's value is one argument, not several. */
const operator = (apply: (args: readonly Logic[], scope: RuleScope) => Logic) => ({
  lazy: true,
  method: (given: Logic, scope: RuleScope): Logic => apply(Array.isArray(given) ? given : [given], scope),
})
const quantifier = (holds: (items: readonly Logic[], test: (item: Logic) => boolean) => boolean) =>
  operator(([list = null, test = null], scope) => {
    const items = evaluate(list, scope)
    return holds(Array.isArray(items) ? items : [], (item) => isTrue(evaluate(test, { ...scope, item })))
  })

const engine = new LogicEngine(
  {
    ...Object.fromEntries(
      Object.entries(plainOperators).map(([name, apply]) => [
        name,
        operator((args, scope) =>
          apply(
            args.map((arg) => evaluate(arg, scope)),
            scope,
          ),
        ),
      ]),
    ),
    and: operator((args, scope) => args.every((arg) => isTrue(evaluate(arg, scope)))),
    or: operator((args, scope) => args.some((arg) => isTrue(evaluate(arg, scope)))),
    var: operator(([key, fallback = null], scope) =>
      scope.item === undefined ? (fieldOf(scope.fields, key) ?? fallback) : scope.item,
    ),
    some: quantifier((items, test) => items.some(test)),
    all: quantifier((items, test) => items.length > 0 && items.every(test)),
    none: quantifier((items, test) => !items.some(test)),
  },
  { disableInterpretedOptimization: true },
)
