/**
 * The linter's words for somebody who does not see everything. A process is judged as it is; a problem that it would
 * not have, or not in these words, as its reader sees it could give away what is hidden, so only its place is told.
 */
import { lint } from '../../src/domain/lint/lint.ts'
import type { Problem } from '../../src/domain/lint/rule.ts'
import { asSeen } from './asSeen.ts'
import type { Mask } from './mask.ts'
import { maskJson } from './maskJson.ts'
import { hides } from './settled.ts'

type Judged = Parameters<typeof lint>[0]

const words = 'Something that is hidden from you is not right here: ask somebody who sees it.'

export function unseenProblems(problems: readonly Problem[], judged: Judged, mask: Mask): readonly Problem[] {
  if (problems.length === 0) return problems
  const seen = lint({
    ...judged,
    document: asSeen(judged.document, mask),
    base: judged.base && asSeen(judged.base, mask),
    reference: maskJson(judged.reference, mask),
    usage: judged.usage && (hides(mask, 'opportunity.amount') ? withoutAmounts(judged.usage) : judged.usage),
  })
  const said = new Set(seen.map(({ id, message }) => JSON.stringify([id, message])))
  return problems.map((problem) =>
    said.has(JSON.stringify([problem.id, problem.message]))
      ? problem
      : {
          ...problem,
          id: `${problem.ruleId} ${problem.at.kind} ${problem.at.id}`,
          message: words,
          fixes: [],
        },
  )
}

const withoutAmounts = (usage: NonNullable<Judged['usage']>): Judged['usage'] =>
  Object.fromEntries(Object.entries(usage).map(([id, { openDeals }]) => [id, { openDeals, openAmount: 0 }]))
