import { ruleSentence } from '../../../domain/engine/ruleSentence.ts'
import type { ApprovalStep } from '../../../domain/process/approval.ts'
import { useEditorState } from '../../../editor/react.ts'
import { approverWords } from '../../../editor/whoWords.ts'
import { useSay, useText } from '../../../text/index.ts'
import styles from './approval.module.css'

/** The workflow's steps in words; they are changed in its designer. */
export function ApprovalSteps({ steps }: { readonly steps: readonly ApprovalStep[] }) {
  const t = useText('stageApproval')
  const says = useSay()
  const fields = useEditorState((state) => state.reference.fields)
  if (steps.length === 0) return <p className={styles.nothing}>{t('noSteps')}</p>
  const whoOf = ({ approver, mode, quorum }: ApprovalStep) => {
    const { kind, ref } = approver
    const who = t(`approver_${kind}`, { name: kind === 'role' ? approverWords(ref) : ref })
    return kind === 'role' ? t(`stepWho_${mode}`, { who, quorum: quorum ?? 0 }) : who
  }
  return (
    <ol className={styles.steps} aria-label={t('steps')}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place
        <li key={`${step.name} ${index}`}>
          <strong>{step.name || t('unnamedStep')}</strong>
          <span>
            {step.sla_hours === null ? whoOf(step) : t('within', { who: whoOf(step), count: step.sla_hours })}
          </span>
          {step.condition === undefined ? null : (
            <span>{t('onlyIf', { condition: says.rule(ruleSentence(step.condition, fields)) })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
