/** The steps of the wizard, and what keeps one from being done. */
import { codeFromName, uniqueCode } from '../../domain/commands/stageCode.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import type { Beginning } from '../../domain/process/beginning.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { codePattern, stageKind } from '../../domain/process/stage.ts'
import { text } from '../../text/index.ts'
import type { FormError } from '../../ui/forms/ErrorSummary.tsx'
import { unfinishedRules } from './unfinishedRules.ts'

export const wizardSteps = [
  'start',
  'stages',
  'estimates',
  'transitions',
  'rules',
  'approvals',
  'review',
] as const
export type WizardStep = (typeof wizardSteps)[number]

/** What a new process starts from: a ready-made template, one of the company's own, nothing, or a file. */
export type Start =
  | { readonly kind: 'template' | 'own'; readonly id: string }
  | { readonly kind: 'blank' | 'import' }

/** What was typed where the document takes only what is sound. */
export interface Answers {
  readonly start: Start | null
  /** The same as the draft keeps it; null for what begins blank. */
  readonly from: Beginning | null
  readonly processName: string
  readonly processCode: string
  /** False as long as the code follows the name. */
  readonly ownCode: boolean
}

export interface Taken {
  readonly names: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
}

/** The answers with this name; the code follows it until one is typed. */
export function named(processName: string, { ownCode, processCode }: Answers, { codes }: Taken) {
  if (ownCode) return { processName, processCode }
  const code = processName.trim() === '' ? '' : uniqueCode(codes, codeFromName(processName))
  return { processName, processCode: code }
}

/** What a process is called that begins so, until it is given a name: as its template is, or that with a number. */
export function suggestedName(from: Beginning | null, { names }: Taken): string {
  if (from?.kind !== 'template') return ''
  const nameOf = (number: number) => (number === 1 ? from.name : `${from.name} ${number}`)
  let number = 1
  while (names.has(nameOf(number))) number += 1
  return nameOf(number)
}

/** The id of a field's control, where the error summary leads. */
export const idOf = (field: string): string => `wizard-${field}`

const error = (field: string, message: string): FormError => ({ field: idOf(field), message })

/** What has to be put right before the next step; empty where nothing has to. */
export function stepErrors(
  step: WizardStep,
  answers: Answers,
  document: ProcessDocument,
  taken: Taken,
): FormError[] {
  switch (step) {
    case 'start':
      return [...startErrors(answers, document), ...nameErrors(answers, taken)]
    case 'stages': {
      const stages = Object.values(document.stages).filter((stage) => stage.isActive)
      if (!stages.some((stage) => stageKind(stage) === 'open'))
        return [error('add-open', text('wizard', 'stagesMissing'))]
      if (!stages.some((stage) => stageKind(stage) !== 'open'))
        return [error('add-won', text('wizard', 'endMissing'))]
      return stages.some((stage) => stage.stageName.trim() === '')
        ? [error('stages', text('wizard', 'nameStage'))]
        : []
    }
    case 'rules':
      return Object.values(document.stages).flatMap((stage) => unfinishedRules(stage))
    case 'estimates':
    case 'transitions':
    case 'approvals':
    case 'review':
      return []
  }
}

function startErrors({ start }: Answers, document: ProcessDocument): FormError[] {
  if (!start) return [error('start', text('wizard', 'startMissing'))]
  const empty = Object.keys(document.stages).length === 0
  return start.kind === 'import' && empty ? [error('start', text('wizard', 'importMissing'))] : []
}

function nameErrors(answers: Answers, taken: Taken): FormError[] {
  const name = answers.processName.trim()
  const code = answers.processCode.trim()
  const errors: FormError[] = []
  if (name === '') errors.push(error('name', text('wizard', 'nameMissing')))
  else if (taken.names.has(name)) errors.push(error('name', text('wizard', 'nameTaken', { name })))
  if (code === '') errors.push(error('code', text('wizard', 'codeMissing')))
  else if (!codePattern.test(code)) errors.push(error('code', text('wizard', 'codeFormat')))
  else if (taken.codes.has(code)) errors.push(error('code', text('wizard', 'codeTaken', { code })))
  return errors
}

const byFamily: Readonly<Record<string, WizardStep>> = {
  probability: 'estimates',
  duration: 'estimates',
  graph: 'transitions',
  rule: 'rules',
  action: 'rules',
  approval: 'approvals',
  stage: 'stages',
}

/** Where a problem is put right; null where no step can (a scenario, a stage's action). */
export function stepOf({ ruleId, at }: Problem): WizardStep | null {
  if (at.kind === 'scenario') return null
  if (at.field === 'requiredFields') return 'rules'
  return byFamily[ruleId.split('/')[0] ?? ''] ?? (at.kind === 'process' ? 'start' : null)
}
