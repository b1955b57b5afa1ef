/** Asks before a decision takes effect, with room for a reason, and says what the server answered. */
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import type { Result } from '../../../data/api/failure.ts'
import type { PublishRequests, ReadRequest } from '../../../data/api/publishRequests.ts'
import { useEditorState } from '../../../editor/react.ts'
import { asKept } from '../../../text/asKept.ts'
import { say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { TextField } from '../../../ui/forms/TextField.tsx'
import { useFaultFocus } from '../../../ui/forms/useFaultFocus.ts'
import styles from './review.module.css'
import { there } from './reviewWords.ts'
import { type KeptWords, useKeptWords } from './useKeptWords.ts'

export type Step = 'approve' | 'decline' | 'withdraw' | 'renew'

interface DecisionDialogProps {
  readonly step: Step
  readonly request: ReadRequest
  readonly requests: Pick<PublishRequests, Step>
  readonly timeZone: string
  readonly kept: KeptWords
  /** Its time is still to come. */
  readonly waits: boolean
  /** With the sentence that says what was done. */
  readonly onDone: (sentence: string) => Promise<void>
  readonly onClose: () => void
}

export function DecisionDialog(props: DecisionDialogProps) {
  const { step, request, requests, timeZone, kept, waits, onDone, onClose } = props
  const t = useText('review')
  const { draft, base } = useEditorState((state) => ({ draft: state.document, base: state.base }))
  const first = step === 'renew' ? request.reason : ''
  const [reason, setReason] = useKeptWords(kept, first)
  const [attempts, setAttempts] = useState(0)
  const body = useFaultFocus<HTMLDivElement>(attempts)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  // One key for every try of the same wish: an answer that got lost decides nothing twice.
  const [idempotencyKey] = useState(() => newId())
  const { number, process_id: processId, restores, round, publish_at } = request
  const current = base?.process.revision ?? 0
  const time = publish_at === null ? '' : there(publish_at, timeZone)
  const restoring = restores !== null
  const words = {
    approve: {
      title: t('approveTitle', { number }),
      body: waits ? t('approveAtBody', { time }) : t('approveBody', { revision: request.base_revision + 1 }),
      label: t('approveNote'),
      submit: t(waits ? 'approveAtSubmit' : 'approveSubmit'),
    },
    decline: {
      title: t('declineTitle', { number }),
      body: t(restoring ? 'declineRestoresBody' : 'declineBody', { name: asKept(request.requested_by.name) }),
      label: t('declineReason'),
      submit: t('declineSubmit'),
    },
    withdraw: {
      title: t('withdrawTitle', { number }),
      body: t(restoring ? 'withdrawRestoresBody' : 'withdrawBody'),
      label: null,
      submit: t('withdrawSubmit'),
    },
    renew: {
      title: t(restoring ? 'renewRestoresTitle' : 'renewTitle', { number }),
      body:
        restores === null
          ? t('renewBody', { revision: current })
          : t('renewRestoresBody', { restores, revision: current }),
      label: t('renewReason'),
      submit: t('renewSubmit'),
    },
  }[step]
  const needsReason = step === 'decline' || step === 'renew'
  const wordless = needsReason && reason.trim() === ''
  const reasonMissing = t(step === 'renew' ? 'renewReasonMissing' : 'declineReasonMissing')

  const act = (): Promise<Result<PublishRequestSummary>> => {
    const at = { processId, number, round, idempotencyKey }
    if (step === 'approve') return requests.approve(at, reason.trim())
    if (step === 'decline') return requests.decline(at, reason.trim())
    if (step === 'withdraw') return requests.withdraw(at)
    return requests.renew(number, {
      ...(restores === null ? { document: draft } : { processId, restores }),
      baseRevision: current,
      reason: reason.trim(),
      publishAt: waits ? publish_at : null,
      idempotencyKey,
    })
  }
  const done = ({ revision, state }: PublishRequestSummary): string => {
    if (step === 'approve')
      return state === 'scheduled' || revision === null
        ? t('approvedForLater', { number, time })
        : t('approvedNow', { number, revision })
    return t(({ decline: 'declinedNow', withdraw: 'withdrawnNow', renew: 'renewedNow' } as const)[step], {
      number,
    })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (wordless) {
      setAttempts(attempts + 1)
      return announce(reasonMissing)
    }
    setBusy(true)
    setFailed(null)
    const answer = await act()
    setBusy(false)
    if (answer.ok) return await onDone(done(answer.value))
    const why = say(answer.failure.message)
    setFailed(why)
    announce(`${t('notDone')} ${why}`)
  }
  return (
    <HouseDialog
      open
      title={words.title}
      description={words.body}
      onClose={onClose}
      onSubmit={(event) => void submit(event)}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {words.submit}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.dialog}>
        {failed === null ? null : (
          <Notice tone="error" title={t('notDone')}>
            {failed}
          </Notice>
        )}
        {words.label === null ? null : (
          <TextField
            label={words.label}
            rows={2}
            maxLength={500}
            required={needsReason}
            error={wordless && attempts > 0 ? reasonMissing : undefined}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </div>
    </HouseDialog>
  )
}
