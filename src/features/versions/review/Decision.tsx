/** What the person who looks at a request may do about it now; each asks once more, in a dialog with a reason. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { PublishRequests, ReadRequest } from '../../../data/api/publishRequests.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { DecisionDialog, type Step } from './DecisionDialog.tsx'
import styles from './review.module.css'
import type { KeptWords } from './useKeptWords.ts'

interface DecisionProps {
  readonly request: ReadRequest
  readonly requests: PublishRequests
  readonly mine: boolean
  readonly fourEyes: boolean
  readonly timeZone: string
  readonly hasNetwork: boolean
  /** Words not sent yet, by what they are for. */
  readonly kept: (what: string) => KeptWords
  readonly onDecided: () => Promise<void>
}

export function Decision(props: DecisionProps) {
  const { request, requests, mine, fourEyes, timeZone, hasNetwork, kept, onDecided } = props
  const t = useText('review')
  const mayApprove = useEditorState(({ permissions }) => permissions.includes('approve_publish'))
  const [step, setStep] = useState<Step | null>(null)
  const { state, out_of_date: stale, publish_at } = request
  const over = state === 'published' || state === 'withdrawn'
  if (over) return null
  const undecided = state === 'open' || state === 'scheduled' || state === 'failed'
  const ownFourEyes = mine && fourEyes
  const waits = publish_at !== null && publish_at > new Date().toISOString()

  const steps: { readonly step: Step; readonly label: string; readonly variant: 'contained' | 'outlined' }[] =
    []
  if (mayApprove && state === 'open' && !stale && !ownFourEyes)
    steps.push({ step: 'approve', label: t(waits ? 'approveAt' : 'approve'), variant: 'contained' })
  if (mine)
    steps.push({
      step: 'renew',
      label: t(request.restores === null ? 'renew' : 'renewRestores'),
      variant: stale || state !== 'open' ? 'contained' : 'outlined',
    })
  if (mayApprove && undecided && !mine)
    steps.push({
      step: 'decline',
      label: t(state === 'scheduled' ? 'callOff' : 'decline'),
      variant: 'outlined',
    })
  if (mine) steps.push({ step: 'withdraw', label: t('withdraw'), variant: 'outlined' })

  return (
    <Panel title={t('decision')} level={3}>
      {ownFourEyes && state === 'open' ? <p className={styles.quiet}>{t('ownFourEyes')}</p> : null}
      {steps.length === 0 ? <p className={styles.quiet}>{t('mayNot')}</p> : null}
      <div className={styles.steps}>
        {steps.map(({ step: next, label, variant }) => (
          <Button
            key={next}
            variant={variant}
            aria-disabled={!hasNetwork}
            onClick={() => (hasNetwork ? setStep(next) : announce(t('offline')))}
          >
            {label}
          </Button>
        ))}
      </div>
      {step === null ? null : (
        <DecisionDialog
          {...{ step, request, requests, timeZone, waits }}
          kept={kept(step)}
          onDone={async (sentence) => {
            kept(step).write(null)
            setStep(null)
            announce(sentence)
            await onDecided()
          }}
          onClose={() => setStep(null)}
        />
      )}
    </Panel>
  )
}
