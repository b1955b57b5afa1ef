/** What keeps a step of a new stage from being done, and which step a problem belongs to. */
import type { Problem } from '../../../domain/lint/rule.ts'
import { text } from '../../../text/index.ts'
import type { FormError } from '../../../ui/forms/ErrorSummary.tsx'
import { unfinishedRules } from '../unfinishedRules.ts'
import { numberIn, type StageAnswers, type StageStep } from './stageAnswers.ts'

/** The id of a field's control, where the error summary leads. */
export const stageFieldId = (field: string): string => `new-stage-${field}`

const error = (field: string, message: string): FormError => ({ field: stageFieldId(field), message })

export function stageErrors(step: StageStep, answers: StageAnswers, names: ReadonlySet<string>): FormError[] {
  switch (step) {
    case 'basics': {
      const name = answers.stageName.trim()
      if (name === '') return [error('name', text('wizard', 'stageNameMissing'))]
      return names.has(name.toLowerCase()) ? [error('name', text('wizard', 'stageNameTaken', { name }))] : []
    }
    case 'estimates': {
      if (answers.kind !== 'open') return []
      const [probability, average, maximum] = [answers.probability, answers.average, answers.maximum].map(
        numberIn,
      )
      const notDays = (days: number | null | undefined) => typeof days === 'number' && !(days >= 0)
      const wrong =
        typeof probability === 'number' &&
        !(Number.isInteger(probability) && probability >= 0 && probability <= 100)
      return [
        ...(wrong ? [error('probability', text('wizard', 'probabilityWrong'))] : []),
        ...(notDays(average) ? [error('average', text('wizard', 'averageWrong'))] : []),
        ...(notDays(maximum) ? [error('maximum', text('wizard', 'maximumWrong'))] : []),
      ]
    }
    case 'rules':
      return unfinishedRules({ ...answers, stageName: answers.stageName.trim() || text('wizard', 'unnamed') })
    case 'fields':
    case 'approval':
    case 'ways':
    case 'check':
      return []
  }
}

const byFamily: Readonly<Record<string, StageStep>> = {
  stage: 'basics',
  probability: 'estimates',
  duration: 'estimates',
  rule: 'rules',
  approval: 'approval',
  action: 'approval',
  graph: 'ways',
}

/** Where a problem is put right; null where it is about another part of the process. */
export function stageStepOf({ ruleId, at }: Problem, stageId: string): StageStep | null {
  if (at.kind === 'stage' && at.id !== stageId) return null
  if (at.field === 'requiredFields') return 'fields'
  return byFamily[ruleId.split('/')[0] ?? ''] ?? null
}
