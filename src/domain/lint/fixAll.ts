/** All problems of one rule repaired as one step of undo, with the fix that the rule marked for this. */
import type { CommandCall } from '../commands/registry.ts'
import { allRules } from './registry.ts'
import type { Problem, QuickFix } from './rule.ts'

const cache = new WeakMap<readonly Problem[], Map<string, QuickFix | null>>()

/**
 * The fix for all problems of a rule that nobody waived; null where the rule marks none. A fix that stands for
 * several problems (renumbering) is done once. One pass may uncover the next problem of the same kind. Memoised by
 * the list of problems, so that every item of a long list may ask.
 */
export function fixAllOf(problems: readonly Problem[], ruleId: string): QuickFix | null {
  let known = cache.get(problems)
  if (!known) {
    known = new Map()
    cache.set(problems, known)
  }
  const had = known.get(ruleId)
  if (had !== undefined) return had
  const fix = combine(problems, ruleId)
  known.set(ruleId, fix)
  return fix
}

function combine(problems: readonly Problem[], ruleId: string): QuickFix | null {
  const marked = new Set<CommandCall>()
  const titles = new Set<string>()
  for (const problem of problems) {
    if (problem.ruleId !== ruleId || problem.waivedBy !== null) continue
    const fix = problem.fixes?.find((offered) => offered.fixAll)
    if (!fix) continue
    marked.add(fix.command)
    titles.add(fix.title)
  }
  // The same object is the same fix; equal ones come from rules that make one for each problem.
  const calls = [...new Map([...marked].map((call) => [JSON.stringify(call), call])).values()]
  const [first] = calls
  if (!first) return null
  const [onlyTitle] = titles
  const rule = allRules.find(({ id }) => id === ruleId)
  const title = onlyTitle !== undefined && titles.size === 1 ? onlyTitle : `Fix all: ${rule?.title ?? ruleId}`
  if (calls.length === 1) return { title, command: first }
  return { title, command: { id: 'applyFix', payload: { title: title.slice(0, 200), calls } } }
}
