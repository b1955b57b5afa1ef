/** The single checks of a move, each yielding what is wrong as a sentence with the field that would fix it. */
import { stageNameOf, transitionNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'
import type { CheckRule, Logic } from '../process/rule.ts'
import { type SalesStage, stageKind } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import { isNamed, listInWords, type Who, whoKey } from '../process/who.ts'
import { daysBetween } from './dates.ts'
import { type Deal, isFilled } from './deal.ts'
import { evaluateRule, failingLeaves, type RuleTrace } from './evaluateRule.ts'
import { ruleSentence, valueSentence } from './ruleSentence.ts'
import type { VerdictEntry } from './verdict.ts'

/** Who makes the move. */
export interface Actor {
  readonly id: string
  readonly permissions: readonly string[]
  /**
   * What they are to this deal: roles by their codes, an address, `owner` and `manager_of_owner`. Null: nobody in
   * particular, who tries the process and may run everything.
   */
  readonly is: readonly string[] | null
}

/** Somebody as an actor: a role is that role alone, a person that address alone. Null: whoever tries the process. */
export function actorAs(who: Who | null | undefined): Actor {
  const is = who ? [isNamed(who) ? who.ref : who.kind] : null
  return { id: who ? whoKey(who) : 'trial', permissions: ['override_probability'], is }
}

export interface MoveQuestion {
  readonly document: ProcessDocument
  readonly reference: ReferenceData
  readonly deal: Deal
  readonly transitionId: string
  readonly actor: Actor
  /** ISO 8601, UTC. */
  readonly now: string
}

/** The rows a question is about, once they are known to exist. */
export interface Move {
  readonly transition: StageTransition
  readonly from: SalesStage
  readonly to: SalesStage
}

/** At least so many characters make a justification. */
export const justificationLength = 10

export const entry = (
  step: VerdictEntry['step'],
  ruleId: string,
  sentence: string,
  field: string | null = null,
): VerdictEntry => ({ step, rule_id: ruleId, sentence, field, failing: [] })

export function missingMove({ document, deal, transitionId }: MoveQuestion): VerdictEntry {
  const transition = document.transitions[transitionId]
  if (!transition)
    return entry(
      'transition',
      'transition/missing',
      'This transition does not exist. Pick one of the exits of the stage.',
    )
  return document.stages[deal.stageId]
    ? entry(
        'transition',
        'transition/no-target',
        'The stage this transition leads to does not exist. Reconnect it.',
      )
    : entry('transition', 'deal/unknown-stage', 'The deal stands in a stage that this process does not have.')
}

/** Step 1: the transition leaves the deal's stage, both stages are active, and its time has come. */
export function checkLeaving(
  { document, deal, now }: MoveQuestion,
  { transition, from, to }: Move,
): VerdictEntry[] {
  const name = (stage: SalesStage) => `“${stageNameOf(document, stage.id)}”`
  const move = `“${transitionNameOf(document, transition.id)}”`
  const found: VerdictEntry[] = []
  const add = (ruleId: string, sentence: string) => found.push(entry('transition', ruleId, sentence))
  if (stageKind(from) !== 'open')
    add('deal/closed', `The deal is closed: nothing leads out of ${name(from)}.`)
  else if (!transition.isGlobal && transition.fromStageId !== from.id)
    add(
      'deal/other-stage',
      `${move} leaves “${stageNameOf(document, transition.fromStageId ?? '')}”, but the deal stands in ${name(from)}.`,
    )
  else if (from.id === to.id) add('transition/nowhere', `The deal already stands in ${name(to)}.`)
  for (const stage of from.id === to.id ? [from] : [from, to])
    if (!stage.isActive)
      add('stage/inactive', `${name(stage)} is not active: no deal moves out of it or into it.`)
  const { afterDays } = transition
  if (transition.isAutomatic && afterDays !== null) {
    const stayed = Math.max(0, daysBetween(deal.enteredStageAt, now))
    if (stayed < afterDays)
      add(
        'transition/too-early',
        `${move} happens by itself after ${days(afterDays)} in ${name(from)}; ${days(Math.floor(stayed))} have passed.`,
      )
  }
  return found
}

/** Step 1, of a move by hand: whoever makes it is among those who may. Nobody runs what happens by itself. */
export function checkWho({ document, actor }: MoveQuestion, { transition }: Move): VerdictEntry[] {
  const { runBy = [], isAutomatic, id } = transition
  const { is } = actor
  const among = (who: Who) => is?.includes(isNamed(who) ? who.ref : who.kind)
  if (is === null || isAutomatic || runBy.length === 0 || runBy.some(among)) return []
  const move = `“${transitionNameOf(document, id)}”`
  return [
    entry(
      'transition',
      'transition/not-yours',
      `Only ${listInWords(runBy, 'or')} can run ${move}. Ask one of them.`,
    ),
  ]
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

/** Steps 2, 3 and 5: each rule has to hold. One that cannot be evaluated does not. */
export function checkRules(
  { deal, reference, now }: MoveQuestion,
  step: VerdictEntry['step'],
  rules: readonly CheckRule[],
): VerdictEntry[] {
  return rules.flatMap((rule): VerdictEntry[] => {
    const result = evaluateRule(rule.check, { fields: deal.fields, now })
    const name = rule.name.trim() || 'A rule without a name'
    if (!result.ok) {
      const reason = result.problems[0]?.sentence ?? ''
      return [
        entry(step, rule.id, `“${name}” cannot be checked, because the rule is broken. ${reason}`.trim()),
      ]
    }
    if (result.holds) return []
    const failing = failingLeaves(result.trace).map((leaf) => failingPart(leaf, reference))
    const sentence =
      rule.message.trim() || `${upperFirst(ruleSentence(rule.check, reference.fields))}: this has to hold.`
    const field = failing.find((part) => part.field !== null)?.field ?? null
    return [{ step, rule_id: rule.id, sentence, field, failing }]
  })
}

function failingPart(leaf: RuleTrace, { fields }: ReferenceData): VerdictEntry['failing'][number] {
  const values = Object.entries(leaf.values)
  return {
    expected: upperFirst(ruleSentence(leaf.logic, fields)),
    actual: values.map(([key, value]) => valueSentence(key, value, fields)).join(', '),
    field: values[0]?.[0] ?? null,
  }
}

const upperFirst = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** Step 4: what the entered stage requires is filled. */
export function checkRequiredFields(
  { document, deal, reference }: MoveQuestion,
  to: SalesStage,
): VerdictEntry[] {
  return [...new Set(to.requiredFields)].flatMap((key) => {
    if (isFilled(Object.hasOwn(deal.fields, key) ? deal.fields[key] : null)) return []
    const label = (Object.hasOwn(reference.fields, key) && reference.fields[key]?.label) || key
    return [
      entry(
        'required_field',
        `required/${key}`,
        `Fill in ${label}: “${stageNameOf(document, to.id)}” requires it.`,
        key,
      ),
    ]
  })
}

/** Step 5: validation rules of the entered stage; a warning blocks where the transition requires validation. */
export function checkValidationRules(
  question: MoveQuestion,
  { transition, to }: Move,
): { blockers: VerdictEntry[]; warnings: VerdictEntry[] } {
  const blockers: VerdictEntry[] = []
  const warnings: VerdictEntry[] = []
  for (const rule of to.validationRules) {
    if (rule.when !== undefined && !applies(question, rule.when)) continue
    const blocks = rule.severity === 'error' || transition.requiresValidation
    const list = blocks ? blockers : warnings
    list.push(...checkRules(question, 'validation_rule', [rule]))
  }
  return { blockers, warnings }
}

/** A `when` that cannot be evaluated excuses nobody. */
function applies({ deal, now }: MoveQuestion, when: Logic): boolean {
  const result = evaluateRule(when, { fields: deal.fields, now })
  return !result.ok || result.holds
}

/** Step 6: another probability than the stage's needs the permission and a reason. */
export function checkOverride({ deal, actor }: MoveQuestion): VerdictEntry[] {
  const override = deal.probabilityOverride
  if (!override) return []
  const found: VerdictEntry[] = []
  if (!actor.permissions.includes('override_probability'))
    found.push(
      entry(
        'probability',
        'probability/permission',
        'You may not override the probability. Ask someone who may, or use the stage’s.',
      ),
    )
  if (override.justification.trim().length < justificationLength)
    found.push(
      entry(
        'probability',
        'probability/justification',
        `Say in at least ${justificationLength} characters why the probability should be ${override.value}%.`,
      ),
    )
  return found
}
