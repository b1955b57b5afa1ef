/** Asks before an earlier revision becomes the published one again, and says what the server answered. */
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { Backend, Published } from '../../data/api/backend.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import styles from './versions.module.css'

interface RestoreDialogProps {
  readonly backend: Pick<Backend, 'restore'>
  readonly processId: string
  readonly revision: number
  /** The revision that is published now. */
  readonly current: number
  readonly draftChanges: number
  readonly onRestored: (published: Published) => void
  readonly onClose: () => void
}

export function RestoreDialog(props: RestoreDialogProps) {
  const { backend, processId, revision, current, draftChanges, onRestored, onClose } = props
  const t = useText('versions')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  // One key for every try of the same wish: an answer that got lost does not restore twice.
  const [key] = useState(() => newId())

  const restore = async () => {
    setBusy(true)
    setFailed(null)
    const answer = await backend.restore({
      processId,
      revision,
      baseRevision: current,
      idempotencyKey: key,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    })
    setBusy(false)
    if (!answer.ok) {
      setFailed(say(answer.failure.message))
      announce(`${t('restoreFailed')} ${say(answer.failure.message)}`, { assertive: true })
      return
    }
    const next = answer.value.revision
    announce(answer.value.changed ? t('restored', { revision, next }) : t('restoreSame', { revision }))
    onRestored(answer.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void restore()
  }
  return (
    <HouseDialog
      open
      title={t('restoreTitle', { revision })}
      description={t('restoreBody', { revision, next: current + 1, current })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('restoreSubmit')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {failed === null ? null : (
          <Notice tone="error" title={t('restoreFailed')}>
            {t('restoreFailedBody', { why: failed })}
          </Notice>
        )}
        {draftChanges > 0 ? <Notice tone="info" title={t('restoreDraft', { count: draftChanges })} /> : null}
        <TextField
          label={t('restoreReason')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </HouseDialog>
  )
}
