/** From the text of a cell to the change it means, or why it means none. */
import type { StageChanges } from '../../domain/commands/changes.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { codePattern } from '../../domain/process/stage.ts'
import { text as words } from '../../text/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'

export type CellField =
  | 'stageName'
  | 'stageCode'
  | 'defaultProbability'
  | 'averageDurationDays'
  | 'maxDurationDays'

export type Reading = { readonly changes: StageChanges } | { readonly reason: string }

/** `stageId` is left out where the text is meant for several stages. */
export function readCell(
  document: Pick<ProcessDocument, 'stages'>,
  field: CellField,
  given: string,
  stageId?: string,
): Reading {
  const text = given.trim()
  switch (field) {
    case 'stageName':
      return text === '' ? { reason: words('stageTable', 'nameMissing') } : { changes: { stageName: text } }
    case 'stageCode': {
      if (text === '') return { reason: words('stageTable', 'codeMissing') }
      if (!codePattern.test(text) || text.length > 20) return { reason: words('stageTable', 'codeFormat') }
      const twin = Object.values(document.stages).find(
        (stage) => stage.id !== stageId && stage.stageCode.toLowerCase() === text.toLowerCase(),
      )
      return twin
        ? { reason: words('stageTable', 'codeTaken', { name: twin.stageName }) }
        : { changes: { stageCode: text } }
    }
    case 'defaultProbability': {
      const number = readNumber(text.replace(/%$/, ''))
      return Number.isInteger(number) && number >= 0 && number <= 100
        ? { changes: { defaultProbability: number } }
        : { reason: words('stageTable', 'probabilityWrong') }
    }
    case 'averageDurationDays':
    case 'maxDurationDays': {
      if (text === '') return { changes: { [field]: null } }
      const number = readNumber(text)
      return number >= 0 ? { changes: { [field]: number } } : { reason: words('stageTable', 'daysWrong') }
    }
  }
}
