/**
 * The shape of a rule that a user wrote: does it parse, which fields does it name, what does it compare. One walk,
 * shared by linter and engine, bounded by `ruleLimits`, so that a hostile rule costs no more than an honest one.
 * Says nothing about field types or values: those need the company's fields (see ../lint/ruleTypes.ts).
 */
import { readPattern } from './pattern.ts'
import { type Logic, type RuleOperator, ruleLimits, ruleOperators } from './rule.ts'
import { isObject, operationOf } from './ruleOperation.ts'

/** A place inside a rule as a JSON Pointer (`/and/0/>=/1`; the whole rule is ``) and what is wrong there. */
export interface RuleProblem {
  readonly path: string
  readonly sentence: string
  /** The rule is well formed, but deeper or larger than `ruleLimits`. */
  readonly limit?: true
}

/** What stands on one side of a comparison. `element` is the item inside `some`, `all` or `none` over a field. */
export type Operand =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'element'; readonly of: string | null }
  | { readonly kind: 'literal'; readonly value: Logic }
  | { readonly kind: 'computed'; readonly type: 'number' | 'date' | 'boolean' }

/** One application of an operator that expects its operands to be of a kind. */
export interface Comparison {
  readonly path: string
  readonly operator: RuleOperator
  readonly operands: readonly Operand[]
}

export interface RuleShape {
  /** Empty exactly where the rule may be evaluated. */
  readonly problems: readonly RuleProblem[]
  /** Keys of the opportunity fields the rule names, each once, in order of appearance. */
  readonly fields: readonly string[]
  readonly comparisons: readonly Comparison[]
}

/** How many arguments each operator takes: [fewest, most]. */
const arity: Readonly<Record<RuleOperator, readonly [number, number]>> = {
  var: [1, 2],
  and: [1, Infinity],
  or: [1, Infinity],
  '!': [1, 1],
  '!!': [1, 1],
  '==': [2, 2],
  '!=': [2, 2],
  '<': [2, 3],
  '<=': [2, 3],
  '>': [2, 2],
  '>=': [2, 2],
  in: [2, 2],
  starts_with: [2, 2],
  ends_with: [2, 2],
  matches: [2, 2],
  between: [3, 3],
  relative_date: [1, 1],
  some: [2, 2],
  all: [2, 2],
  none: [2, 2],
  '+': [1, Infinity],
  '-': [1, 2],
  '*': [1, Infinity],
  '/': [2, 2],
}

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/'])
const quantifiers: ReadonlySet<string> = new Set(['some', 'all', 'none'])
/** Operators that only look at truth, so any operand is right. */
const untyped: ReadonlySet<string> = new Set(['var', 'and', 'or', '!', '!!'])
/** Operators whose result is not a yes or no: a rule must not consist of one. */
const values: ReadonlySet<string> = new Set([...arithmetic, 'relative_date'])

const cache = new WeakMap<object, RuleShape>()

/** Never throws, whatever was stored as a rule. Memoised by identity: rules are immutable. */
export function inspectRule(logic: Logic): RuleShape {
  if (typeof logic !== 'object' || logic === null) return inspect(logic)
  const had = cache.get(logic)
  if (had) return had
  const shape = inspect(logic)
  cache.set(logic, shape)
  return shape
}

function inspect(logic: Logic): RuleShape {
  const walk = new RuleWalk()
  if (typeof logic !== 'boolean' && !isObject(logic)) {
    walk.wrong('', 'The rule is not a condition. Compare a field with a value.')
  } else if (values.has(operationOf(logic)?.operator ?? '')) {
    walk.wrong('', 'The rule gives a value, not a yes or no. Compare it with another value.')
  }
  walk.visit(logic, '', 1, undefined)
  return { problems: walk.problems, fields: [...walk.fields], comparisons: walk.comparisons }
}

/** Inside `some`, `all`, `none`: the field whose items are looked at (null: a list of values); else undefined. */
type Scope = string | null | undefined

class RuleWalk {
  readonly problems: RuleProblem[] = []
  readonly fields = new Set<string>()
  readonly comparisons: Comparison[] = []
  private nodes = 0

  wrong(path: string, sentence: string): void {
    this.problems.push({ path, sentence })
  }

  private tooLarge(path: string, sentence: string): void {
    this.problems.push({ path, sentence, limit: true })
  }

  visit(logic: Logic, path: string, depth: number, scope: Scope): void {
    this.nodes += 1
    if (this.nodes > ruleLimits.nodes) {
      if (this.nodes === ruleLimits.nodes + 1)
        this.tooLarge('', `The rule has more than ${ruleLimits.nodes} parts. Split it into several rules.`)
      return
    }
    if (Array.isArray(logic)) {
      this.list(logic, path, depth, scope)
      return
    }
    if (!isObject(logic)) return
    if (depth > ruleLimits.depth) {
      this.tooLarge(path, `The rule is nested more than ${ruleLimits.depth} levels deep. Make it flatter.`)
      return
    }
    const operation = operationOf(logic)
    if (operation)
      this.operation(
        operation.operator,
        operation.args,
        `${path}/${pointer(operation.operator)}`,
        depth,
        scope,
      )
    else this.wrong(path, brokenObject(logic))
  }

  private list(items: readonly Logic[], path: string, depth: number, scope: Scope): void {
    for (const [index, item] of items.entries()) {
      if (this.nodes > ruleLimits.nodes) return
      this.visit(item, `${path}/${index}`, depth + 1, scope)
    }
  }

  private operation(
    operator: RuleOperator,
    args: readonly Logic[],
    path: string,
    depth: number,
    scope: Scope,
  ): void {
    const [fewest, most] = arity[operator]
    if (args.length < fewest || args.length > most) {
      const count =
        fewest === most ? `${fewest}` : most === Infinity ? `at least ${fewest}` : `${fewest} or ${most}`
      this.wrong(
        path,
        `“${operator}” needs ${count} value${count === '1' ? '' : 's'}, but has ${args.length}.`,
      )
      return
    }
    if (operator === 'var') {
      this.variable(args, path, scope)
      return
    }
    if (operator === 'matches') this.pattern(args[1] ?? null, path)
    if (!untyped.has(operator))
      this.comparisons.push({ path, operator, operands: args.map((arg) => operandOf(arg, scope)) })
    for (const [index, arg] of args.entries()) {
      if (this.nodes > ruleLimits.nodes) return
      this.visit(
        arg,
        `${path}/${index}`,
        depth + 1,
        quantifiers.has(operator) && index === 1 ? listed(args[0]) : scope,
      )
    }
  }

  private pattern(source: Logic, path: string): void {
    if (typeof source !== 'string')
      this.wrong(path, 'A pattern has to be written out, not taken from a field.')
    else {
      const reading = readPattern(source)
      if (!reading.ok) this.wrong(path, reading.sentence)
    }
  }

  private variable(args: readonly Logic[], path: string, scope: Scope): void {
    const key = args[0]
    if (scope !== undefined) {
      if (key !== '') this.wrong(path, 'Inside “some”, “all” and “none” only the item itself can be named.')
    } else if (typeof key !== 'string' || key === '') {
      this.wrong(path, 'A field has to be named by its key. Pick a field.')
    } else this.fields.add(key)
    if (isObject(args[1] ?? null)) this.wrong(path, 'The value for an empty field has to be a plain value.')
  }
}

/** The field whose items a quantifier walks, or null for a list of values. */
function listed(logic: Logic | undefined): string | null {
  const operand = operandOf(logic ?? null, undefined)
  return operand.kind === 'field' ? operand.key : null
}

function operandOf(logic: Logic, scope: Scope): Operand {
  const operation = operationOf(logic)
  if (!operation) return { kind: 'literal', value: logic }
  const { operator, args } = operation
  if (operator === 'var') {
    const key = args[0]
    return scope !== undefined
      ? { kind: 'element', of: scope }
      : { kind: 'field', key: typeof key === 'string' ? key : '' }
  }
  const type = arithmetic.has(operator) ? 'number' : operator === 'relative_date' ? 'date' : 'boolean'
  return { kind: 'computed', type }
}

function brokenObject(logic: { [key: string]: Logic }): string {
  const names = Object.keys(logic)
  if (names.length === 0) return 'A condition is empty. Choose a field, an operator and a value.'
  if (names.length > 1)
    return `One operator at a time: “${names.slice(0, 3).join('”, “')}” stand side by side.`
  return `Unknown operator “${names[0]?.slice(0, 40)}”. Use one of: ${ruleOperators.join(' ')}.`
}

/** JSON Pointer (RFC 6901) escapes. */
const pointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
