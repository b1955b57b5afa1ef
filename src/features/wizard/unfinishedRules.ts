import type { SalesStage } from '../../domain/process/stage.ts'
import { text } from '../../text/index.ts'
import type { FormError } from '../../ui/forms/ErrorSummary.tsx'

/** The id of a rule's control, where the error summary leads. */
export const ruleFieldId = (ruleId: string, field: 'name' | 'message'): string =>
  `wizard-rule-${ruleId}-${field}`

/** Rules without a name, or without the sentence that tells people what to do. */
export function unfinishedRules(
  stage: Pick<SalesStage, 'stageName' | 'validationRules' | 'transitionRules'>,
): FormError[] {
  return [...stage.validationRules, ...stage.transitionRules].flatMap((rule) => [
    ...(rule.name.trim() === ''
      ? [
          {
            field: ruleFieldId(rule.id, 'name'),
            message: text('wizard', 'ruleNameMissing', { stage: stage.stageName }),
          },
        ]
      : []),
    ...(rule.message.trim() === ''
      ? [
          {
            field: ruleFieldId(rule.id, 'message'),
            message: text('wizard', 'ruleMessageMissing', {
              rule: rule.name || text('wizard', 'unnamedRule'),
              stage: stage.stageName,
            }),
          },
        ]
      : []),
  ])
}
