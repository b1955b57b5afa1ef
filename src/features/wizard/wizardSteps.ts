/** The steps of the wizard, and what keeps one from being done. */

import type { ProcessDocument } from '../../domain/process/process.ts'
import { codePattern, stageKind } from '../../domain/process/stage.ts'
import { text } from '../../text/index.ts'
import type { FormError } from '../../ui/forms/ErrorSummary.tsx'

export const wizardSteps = ['start', 'basics', 'stages', 'durations', 'transitions', 'review'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** What a new process starts from: a template's id, nothing, or a file. */
export type Start = { readonly kind: 'template'; readonly id: string } | { readonly kind: 'blank' | 'import' }

/** What was typed where the document takes only what is sound. */
export interface Answers {
  readonly start: Start | null
  readonly processName: string
  readonly processCode: string
  /** False as long as the code follows the name. */
  readonly ownCode: boolean
}

export interface Taken {
  readonly names: ReadonlySet<string>
  readonly codes: ReadonlySet<string>
}

/** The id of a field's control, where the error summary leads. */
export const idOf = (field: string): string => `wizard-${field}`

/** What has to be put right before the next step; empty where nothing has to. */
export function stepErrors(
  step: WizardStep,
  answers: Answers,
  document: ProcessDocument,
  taken: Taken,
): FormError[] {
  const error = (field: string, message: string): FormError => ({ field: idOf(field), message })
  switch (step) {
    case 'start': {
      if (!answers.start) return [error('start', text('wizard', 'startMissing'))]
      const empty = Object.keys(document.stages).length === 0
      return answers.start.kind === 'import' && empty ? [error('start', text('wizard', 'importMissing'))] : []
    }
    case 'basics': {
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
    case 'stages': {
      const stages = Object.values(document.stages).filter((stage) => stage.isActive)
      if (!stages.some((stage) => stageKind(stage) === 'open'))
        return [error('stages', text('wizard', 'stagesMissing'))]
      if (!stages.some((stage) => stageKind(stage) !== 'open'))
        return [error('stages', text('wizard', 'endMissing'))]
      return stages.some((stage) => stage.stageName.trim() === '')
        ? [error('stages', text('wizard', 'nameStage'))]
        : []
    }
    case 'durations':
    case 'transitions':
    case 'review':
      return []
  }
}
