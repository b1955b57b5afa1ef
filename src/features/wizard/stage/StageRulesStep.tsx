import { useEditorState } from '../../../editor/react.ts'
import { text, useText } from '../../../text/index.ts'
import { TextField } from '../../../ui/forms/index.ts'
import { StageRules } from '../StageRules.tsx'
import styles from '../steps.module.css'
import type { StageStepProps } from './StageWizard.tsx'

/** What must hold to enter the stage, and what must be done before leaving it, by the seller and by the buyer. */
export function StageRulesStep({ answers, onAnswers, errors, newId }: StageStepProps) {
  const t = useText('wizard')
  const reference = useEditorState((state) => state.reference)
  return (
    <div className={styles.form}>
      <StageRules
        stageName={answers.stageName.trim() || t('unnamed')}
        value={answers}
        reference={reference}
        errors={errors}
        newId={newId}
        onChange={onAnswers}
      />
      {answers.kind === 'open' ? (
        <TextField
          label={text('inspector', 'exitChecklist')}
          help={t('milestonesHelp')}
          rows={3}
          value={answers.milestones}
          onChange={(event) => onAnswers({ milestones: event.target.value })}
        />
      ) : null}
    </div>
  )
}
