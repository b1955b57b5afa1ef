/** Asks before an earlier revision becomes the published one again, and says what became of it. */
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { Impact } from '../../contract/processes.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import { ImpactFacts } from './review/ImpactFacts.tsx'
import styles from './versions.module.css'

export interface RestoreOrder {
  /** The same for every try of the same wish: an answer that got lost does not restore twice. */
  readonly key: string
  readonly revision: number
  /** The revision that is published now. */
  readonly baseRevision: number
  /** Empty: none was given. */
  readonly reason: string
}

export interface Restoring {
  /** The company asks for a second person: then it is asked for at once. */
  readonly needsReview: boolean
  /** What it would do to open deals; null where that cannot be told now. */
  foresee(revision: number): Promise<Impact | null>
  /** Durable before it goes out; `waits` for the network, or behind what goes out before it. */
  restore(
    order: RestoreOrder,
  ): Promise<
    | { readonly kind: 'done'; readonly revision: number | null }
    | { readonly kind: 'waits' }
    | { readonly kind: 'refused'; readonly why: string; readonly needsReview: boolean }
  >
  /** Asks somebody else to agree, and leads there; else gives why not. */
  request(order: RestoreOrder): Promise<string | null>
}

interface RestoreDialogProps {
  readonly restoring: Restoring
  readonly revision: number
  /** What comes back; null while it is not loaded. */
  readonly document: ProcessDocument | null
  /** The revision that is published now. */
  readonly current: number
  readonly draftChanges: number
  readonly hasNetwork: boolean
  readonly onRestored: (revision: number) => void
  readonly onClose: () => void
}

export function RestoreDialog(props: RestoreDialogProps) {
  const { restoring, revision, document, current, draftChanges, hasNetwork, onRestored, onClose } = props
  const t = useText('versions')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ readonly why: string; readonly needsReview: boolean } | null>(null)
  const [key] = useState(() => newId())
  const asks = failed?.needsReview === true || (restoring.needsReview && hasNetwork)

  const refused = (reason: string, needsReview: boolean) => {
    const why = say(reason)
    setFailed({ why, needsReview })
    announce(t('notRestored', { why }), { assertive: true })
  }
  const restore = async () => {
    setBusy(true)
    const order = { key, revision, baseRevision: current, reason: reason.trim() }
    if (asks) {
      const why = await restoring.request(order)
      setBusy(false)
      if (why !== null) refused(why, true)
      return
    }
    setFailed(null)
    const outcome = await restoring.restore(order)
    setBusy(false)
    if (outcome.kind === 'refused') return refused(outcome.why, outcome.needsReview)
    if (outcome.kind === 'done') return onRestored(outcome.revision ?? current)
    announce(t('restoreWaits', { revision }))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void restore()
  }
  return (
    <HouseDialog
      open
      title={t('restoreTitle', { revision })}
      description={t(asks ? 'restoreAskBody' : 'restoreBody', { revision, next: current + 1, current })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t(asks ? 'requestSubmit' : hasNetwork ? 'restoreSubmit' : 'restoreLater')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {failed === null ? null : (
          <Notice tone="error" title={t('restoreFailed')}>
            {t('restoreFailedBody', { why: failed.why })}
          </Notice>
        )}
        {hasNetwork ? null : (
          <Notice tone="info" title={t('offline')}>
            {t('restoreOffline')}
          </Notice>
        )}
        <Foreseen {...{ restoring, revision, document, hasNetwork }} />
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

type ForeseenProps = Pick<RestoreDialogProps, 'restoring' | 'revision' | 'document' | 'hasNetwork'>

/** Deals in stages that go, and those that later revisions moved. */
function Foreseen({ restoring, revision, document, hasNetwork }: ForeseenProps) {
  const words = useText('publish')
  const { data, isPending } = useQuery({
    queryKey: ['restoring', document?.process.id, revision],
    enabled: hasNetwork,
    gcTime: 0,
    queryFn: () => restoring.foresee(revision),
  })
  return (
    <section aria-label={words('impact')}>
      {hasNetwork && (isPending || !document) ? (
        <SkeletonRows what={words('impactLoading')} rows={2} />
      ) : data && document ? (
        <ImpactFacts impact={data} document={document} />
      ) : (
        <Notice tone="info" title={words('impactUnknown')}>
          {words('impactUnknownBody')}
        </Notice>
      )}
    </section>
  )
}
