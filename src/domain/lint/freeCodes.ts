/** Codes that the three code rules offer: valid, had by no stage, and offered to no other stage either. */
import { codeFromName, codesOf, uniqueCode } from '../commands/stageCode.ts'
import type { ProcessDocument } from '../process/process.ts'
import { codePattern, type SalesStage } from '../process/stage.ts'
import { changeStage, forAll } from './fixes.ts'
import type { QuickFix } from './rule.ts'

export class FreeCodes {
  private taken: Set<string> | undefined
  /** Last number given for a wanted code: many stages with one code must not each count from 2. */
  private readonly last = new Map<string, number>()
  private readonly document: ProcessDocument

  constructor(document: ProcessDocument) {
    this.document = document
  }

  /** Keeps a wanted text that is a code already, derives one from it otherwise. */
  fix(stage: SalesStage, wanted: string): QuickFix {
    const code = this.next(codePattern.test(wanted) ? wanted.slice(0, 20) : codeFromName(wanted))
    return forAll(changeStage(`Use the code “${code}”`, stage.id, { stageCode: code }))
  }

  private next(wanted: string): string {
    this.taken ??= codesOf(this.document)
    const had = this.last.get(wanted)
    const numbered = had === undefined ? null : `${wanted.slice(0, 20 - `_${had + 1}`.length)}_${had + 1}`
    const code = numbered !== null && !this.taken.has(numbered) ? numbered : uniqueCode(this.taken, wanted)
    const number = Number(/_(\d+)$/.exec(code)?.[1] ?? 1)
    this.last.set(wanted, code === wanted ? 1 : number)
    this.taken.add(code)
    return code
  }
}
