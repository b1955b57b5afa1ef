/** One exit of the stage: open with what will happen, or blocked with every reason and the place to put it right. */
import ArrowForward from '@mui/icons-material/ArrowForward'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import Button from '@mui/material/Button'
import { useId } from 'react'
import type { ApprovalRequest } from '../../domain/engine/approvalRequest.ts'
import { type Lock, lockOf, wholeLock } from '../../domain/engine/locks.ts'
import type { VerdictEntry } from '../../domain/engine/verdict.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { ApprovalSteps } from './ApprovalSteps.tsx'
import card from './exit.module.css'
import { canAskAgain, type Exit } from './exits.ts'
import { FieldEditor } from './FieldEditor.tsx'
import styles from './simulate.module.css'
import { fieldOf } from './usedFields.ts'

interface ExitCardProps {
  readonly exit: Exit
  /** The digit that takes it; null beyond nine. */
  readonly digit: number | null
  readonly fields: Readonly<Record<string, Logic>>
  /** Fields this exit has asked for since the deal came here: their editors stay while they are being filled. */
  readonly asked: readonly string[]
  readonly onTake: () => void
  readonly onSet: (key: string, value: Logic) => void
  readonly onDecide: (decision: 'approve' | 'reject', role: string) => void
  readonly onRecall: () => void
  /** What may not be changed about the deal now. */
  readonly locks: readonly Lock[]
}

const looks = {
  allowed: { tone: 'success', Icon: CheckCircleOutlined },
  blocked: { tone: 'error', Icon: LockOutlined },
  pending: { tone: 'warning', Icon: HowToRegOutlined },
  waiting: { tone: 'warning', Icon: HowToRegOutlined },
} as const

export function ExitCard(props: ExitCardProps) {
  const { exit, digit, fields, asked, locks, onTake, onSet, onDecide, onRecall } = props
  const t = useText('simulate')
  const id = useId()
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const { transition, verdict, waiting } = exit
  const target = stageNameOf(document, transition.toStageId)
  const name = transition.transitionName.trim()
  const state = waiting && verdict.outcome === 'pending' ? 'waiting' : verdict.outcome
  const { tone, Icon } = looks[state]
  const effects = verdict.effects.filter((effect) => effect.kind !== 'stage')
  const missing = asked.filter((key) => verdict.blockers.some((blocker) => blocker.field === key))

  return (
    <li className={card.exit} data-state={state} aria-labelledby={`${id}-name`}>
      <div className={card.exitHead}>
        <div className={card.exitName}>
          <h4 id={`${id}-name`}>
            {name ? <span className={card.via}>{name}</span> : null}
            <span className={card.target}>
              <ArrowForward className="directional" aria-hidden />
              <span className="sr-only">{t('to', { stage: '' })}</span>
              {target}
            </span>
          </h4>
          <div className={card.marks}>
            <StatusPill tone={tone} icon={<Icon aria-hidden />}>
              {t(`state_${state}`)}
            </StatusPill>
            {transition.isAutomatic ? (
              <StatusPill>
                {transition.afterDays === null
                  ? t('automatic')
                  : t('automaticAfter', { count: transition.afterDays })}
              </StatusPill>
            ) : null}
            {transition.isRework ? <StatusPill>{t('rework')}</StatusPill> : null}
          </div>
        </div>
        <TakeButton exit={exit} target={target} digit={digit} onTake={onTake} />
      </div>

      {verdict.blockers.length > 0 ? (
        <div>
          <h5>{t('whyBlocked')}</h5>
          <ul className={card.blockers}>
            {verdict.blockers.map((blocker) => (
              <Reason key={`${blocker.step} ${blocker.rule_id}`} entry={blocker} />
            ))}
          </ul>
        </div>
      ) : null}
      {asked.length > 0 && wholeLock(locks) === null ? (
        <fieldset className={card.fill}>
          <legend>{t('fillIn')}</legend>
          <div className={styles.fields}>
            {asked.map((key) => {
              const field = fieldOf(reference, key)
              const label = missing.includes(key) ? field.label : `${field.label} ✓`
              return (
                <FieldEditor
                  key={key}
                  field={{ ...field, label }}
                  value={fields[key] ?? null}
                  locked={lockOf(locks, key)}
                  onChange={(value) => onSet(key, value)}
                />
              )
            })}
          </div>
        </fieldset>
      ) : null}
      {waiting && verdict.approval ? (
        <ApprovalSteps request={verdict.approval} onDecide={onDecide} onRecall={onRecall} />
      ) : null}
      {!waiting && verdict.outcome === 'pending' && verdict.approval ? (
        <p className={styles.quiet}>{approvalWords(verdict.approval)}</p>
      ) : null}
      {verdict.warnings.length > 0 ? (
        <div>
          <h5>{t('warnings')}</h5>
          <ul className={card.blockers}>
            {verdict.warnings.map((warning) => (
              <Reason key={`${warning.step} ${warning.rule_id}`} entry={warning} />
            ))}
          </ul>
        </div>
      ) : null}
      {effects.length > 0 ? (
        <div>
          <h5>{t('happens')}</h5>
          <ul className={card.effects}>
            {effects.map((effect, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole, and sentences may repeat
              <li key={index}>{say(effect.sentence)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </li>
  )

  function approvalWords(request: ApprovalRequest): string {
    const steps = request.steps.map((step) => step.name).join(', ')
    return steps === ''
      ? t('approval', { name: request.workflow_name })
      : `${t('approval', { name: request.workflow_name })}: ${steps}`
  }
}

interface TakeButtonProps {
  readonly exit: Exit
  readonly target: string
  readonly digit: number | null
  readonly onTake: () => void
}

/** Stands still while the card changes, so that a press never misses. */
function TakeButton({ exit, target, digit, onTake }: TakeButtonProps) {
  const t = useText('simulate')
  const { verdict, waiting, transition } = exit
  const { outcome } = verdict
  if (outcome === 'pending' && waiting) return null
  if (outcome === 'blocked' && transition.isAutomatic) return null
  const again = canAskAgain(exit)
  const words =
    outcome === 'allowed'
      ? t('move', { stage: target })
      : outcome === 'pending'
        ? t('ask')
        : again
          ? t('askAgain')
          : t('tryAnyway')
  const tried = outcome === 'blocked' && !again
  return (
    <Button
      variant={outcome === 'allowed' ? 'contained' : 'outlined'}
      className={card.take ?? ''}
      aria-keyshortcuts={digit === null ? undefined : String(digit)}
      onClick={onTake}
    >
      {words}
      {tried ? <span className="sr-only">, {t('moveOf', { stage: target })}</span> : null}
      {digit === null ? null : (
        <span className={card.digit} aria-hidden>
          <Kbd keys={String(digit)} />
        </span>
      )}
    </Button>
  )
}

function Reason({ entry }: { readonly entry: VerdictEntry }) {
  const t = useText('simulate')
  return (
    <li>
      <p>{say(entry.sentence)}</p>
      {entry.failing.length > 0 ? (
        <ul className={card.leaves}>
          {entry.failing.map((leaf) => (
            <li key={leaf.expected}>
              <span>
                <em>{t('should')}:</em> {say.rule(leaf.expected)}.
              </span>
              {leaf.actual === '' ? null : (
                <span>
                  <em>{t('is')}:</em> {say.rule(leaf.actual)}.
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
