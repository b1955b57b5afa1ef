/** The workflow drawn from top to bottom: each step, what makes it skipped, and where approve and refuse lead. */
import AccessTime from '@mui/icons-material/AccessTime'
import Check from '@mui/icons-material/Check'
import Close from '@mui/icons-material/Close'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import { type FieldsByKey, ruleSentence } from '../../domain/engine/ruleSentence.ts'
import type { ApprovalStep } from '../../domain/process/approval.ts'
import { approverLabel } from '../../editor/whoWords.ts'
import { useSay, useText } from '../../text/index.ts'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './flowPicture.module.css'
import { stepSentences, whoInWords } from './stepWords.ts'

export type StepStatus = 'plain' | 'open' | 'approved' | 'rejected' | 'waiting' | 'skipped'

interface FlowPictureProps {
  readonly steps: readonly ApprovalStep[]
  readonly fields: FieldsByKey
  /** Of a trial under way, one a step. */
  readonly statuses?: readonly StepStatus[]
  readonly outcome?: 'pending' | 'approved' | 'rejected'
}

export function FlowPicture({ steps, fields, statuses = [], outcome = 'pending' }: FlowPictureProps) {
  const t = useText('approvalDesigner')
  const says = useSay()
  return (
    <figure className={styles.figure} aria-label={t('pictureOf', { count: steps.length })}>
      <div className={styles.picture} aria-hidden>
        <p className={styles.begin}>{t('begin')}</p>
        {steps.map((step, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a step in a picture is its place
            key={index}
            className={styles.row}
            data-status={statuses[index] ?? 'plain'}
            data-skippable={step.condition !== undefined || undefined}
          >
            <div className={styles.box}>
              {step.condition === undefined ? null : (
                <span className={styles.condition}>
                  {t('ifShort', { condition: says.rule(ruleSentence(step.condition, fields)) })}
                </span>
              )}
              <strong>
                <Mark status={statuses[index] ?? 'plain'} />
                {index + 1}. {step.name.trim() || t('unnamedStep')}
              </strong>
              <span>{whoInWords(step)}</span>
              <Patience step={step} />
            </div>
            <span className={styles.refuse}>{t('refusedShort')}</span>
          </div>
        ))}
        <div className={styles.ends}>
          <p className={styles.entered} data-reached={outcome === 'approved' || undefined}>
            <Check />
            {t('entered')}
          </p>
          <p className={styles.stays} data-reached={outcome === 'rejected' || undefined}>
            <Close />
            {t('stays')}
          </p>
        </div>
      </div>
      <Section title={t('inWords')}>
        {steps.length === 0 ? (
          <p className={styles.words}>{t('noSteps')}</p>
        ) : (
          <ol className={styles.words}>
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step in a list is its place
              <li key={index}>
                <strong>{step.name.trim() || t('unnamedStep')}</strong>
                <ul>
                  {stepSentences(steps, index, fields).map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </figure>
  )
}

const marks = { open: HourglassEmpty, approved: Check, rejected: Close } as const

/** A trial's state by a sign as well, never by color alone. */
function Mark({ status }: { readonly status: StepStatus }) {
  if (status !== 'open' && status !== 'approved' && status !== 'rejected') return null
  const Icon = marks[status]
  return <Icon />
}

function Patience({ step }: { readonly step: ApprovalStep }) {
  const t = useText('approvalDesigner')
  const { sla_hours: hours, on_timeout, escalate_to } = step
  if (hours === null) return null
  return (
    <span className={styles.patience}>
      <AccessTime />
      {on_timeout === 'escalate'
        ? escalate_to
          ? t('timeoutShort_escalate', { hours, who: approverLabel(escalate_to) })
          : t('hoursShort', { count: hours })
        : t(on_timeout === 'approve' ? 'timeoutShort_approve' : 'timeoutShort_reject', { hours })}
    </span>
  )
}
