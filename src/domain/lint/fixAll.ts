/** All problems of one rule repaired as one step of undo, with the fix that the rule marked for this. */
import type { CommandCall } from '../commands/registry.ts'
import { allRules } from './registry.ts'
import type { Problem, QuickFix } from './rule.ts'

/**
 * The fix for all problems of a rule that nobody waived; null where the rule marks none. A fix that stands for
 * several problems (renumbering) is done once. One pass may uncover the next problem of the same kind.
 */
export function fixAllOf(problems: readonly Problem[], ruleId: string): QuickFix | null {
  const calls = new Map<string, CommandCall>()
  const titles = new Set<string>()
  for (const problem of problems) {
    if (problem.ruleId !== ruleId || problem.waivedBy !== null) continue
    const fix = problem.fixes?.find((offered) => offered.fixAll)
    if (!fix) continue
    calls.set(JSON.stringify(fix.command), fix.command)
    titles.add(fix.title)
  }
  const [first] = calls.values()
  if (!first) return null
  const [onlyTitle, ...more] = titles
  const rule = allRules.find(({ id }) => id === ruleId)
  const title = onlyTitle !== undefined && more.length === 0 ? onlyTitle : `Fix all: ${rule?.title ?? ruleId}`
  if (calls.size === 1) return { title, command: first }
  return {
    title,
    command: { id: 'applyFix', payload: { title: title.slice(0, 200), calls: [...calls.values()] } },
  }
}
