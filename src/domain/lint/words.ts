/** How problems name what they are about: stages in typographic quotes, transitions by their two ends. */

import { quoted } from '../process/names.ts'
import type { CheckRule } from '../process/rule.ts'
import type { StageTransition } from '../process/transition.ts'
import type { LintContext } from './rule.ts'

/** “Proposal”; “stage 3” where it has no name; safe for ids that lead nowhere. */
export function stageWords({ graph }: LintContext, stageId: string | null): string {
  if (stageId === null) return 'any open stage'
  const stage = graph.stage(stageId)
  if (!stage) return 'a missing stage'
  return quoted(stage.stageName.trim() || stage.stageCode.trim() || `stage ${stage.stageOrder}`)
}

/** “Proposal” → “Negotiation”. */
export function transitionWords(context: LintContext, transition: StageTransition): string {
  const from = transition.isGlobal ? null : transition.fromStageId
  return `${stageWords(context, from)} → ${stageWords(context, transition.toStageId)}`
}

/** The rule “Budget known”, or “an unnamed rule”. */
export const ruleWords = (rule: Pick<CheckRule, 'name'>): string =>
  rule.name.trim() ? `the rule ${quoted(rule.name.trim())}` : 'an unnamed rule'

/** First letter in upper case, for a sentence that begins with a name-giving phrase. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** 12 deals, 1 deal. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
