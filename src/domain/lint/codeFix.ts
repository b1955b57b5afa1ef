/** The fix of the three code rules: a valid code that no stage has, nor any fix offered before it. */
import { codeFromName, uniqueCode } from '../commands/stageCode.ts'
import { codePattern, type SalesStage } from '../process/stage.ts'
import { changeStage, forAll } from './fixes.ts'
import type { QuickFix } from './rule.ts'

/** Keeps a wanted text that is a code already, derives one from it otherwise; marks the code as taken. */
export function codeFix(taken: Set<string>, stage: SalesStage, wanted: string): QuickFix {
  const code = uniqueCode(taken, codePattern.test(wanted) ? wanted.slice(0, 20) : codeFromName(wanted))
  taken.add(code)
  return forAll(changeStage(`Use the code “${code}”`, stage.id, { stageCode: code }))
}
