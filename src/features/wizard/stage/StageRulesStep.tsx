import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { StageRules } from '../StageRules.tsx'
import type { StageStepProps } from './StageWizard.tsx'

/** What must hold to enter the stage, and what must be done before leaving it. */
export function StageRulesStep({ answers, onAnswers, errors, newId }: StageStepProps) {
  const t = useText('wizard')
  const reference = useEditorState((state) => state.reference)
  return (
    <StageRules
      stageName={answers.stageName.trim() || t('unnamed')}
      value={answers}
      reference={reference}
      errors={errors}
      newId={newId}
      onChange={onAnswers}
    />
  )
}
