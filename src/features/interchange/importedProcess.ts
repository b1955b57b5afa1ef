/** The process as it goes on from the dialog: named, with a free code, belonging to the company. */
import { codeFromName, uniqueCode } from '../../domain/commands/stageCode.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'

interface Given {
  readonly name: string
  readonly companyId: string
  /** Codes of the company's other processes. */
  readonly takenCodes: ReadonlySet<string>
}

export function importedProcess(document: ProcessDocument, given: Given): ProcessDocument {
  const { companyId } = given
  const owned = <Row extends { readonly companyId: string }>(rows: Readonly<Record<string, Row>>) =>
    Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...row, companyId }]))
  return {
    ...document,
    process: {
      ...document.process,
      companyId,
      processName: given.name,
      processCode: uniqueCode(given.takenCodes, document.process.processCode || codeFromName(given.name)),
    },
    stages: owned(document.stages),
    transitions: owned(document.transitions),
  }
}
