/** More about where the draft is, and what can be done about it; loads apart from the word for it (DraftStatus.tsx). */
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { useId } from 'react'
import { say, text, useText } from '../../text/index.ts'
import {
  changesInWords,
  type DraftFacts,
  type DraftState,
  type DraftStatusProps,
  draftStateOf,
  parkedIn,
} from './draftState.ts'
import styles from './syncStatus.module.css'

export interface DraftSheetProps extends DraftStatusProps {
  /** The button it hangs on; null while closed. */
  readonly anchor: HTMLElement | null
  readonly onClose: () => void
  readonly onAskToDiscard: () => void
}

export function DraftSheet({ anchor, onClose, onAskToDiscard, ...props }: DraftSheetProps) {
  const t = useText('draftSheet')
  const backends = useText('backends')
  const ui = useText('ui')
  const id = useId()
  const state = draftStateOf(props)
  const changes = changesInWords(props)
  const parked = parkedIn(props)
  const [next] = props.pending
  const act = (run: () => void) => () => {
    onClose()
    run()
  }
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, className: styles.popover ?? '' } }}
    >
      <h2 id={id}>{t('title')}</h2>
      <p>
        <strong>{state.word}.</strong> {bodyOf(state.kind, props)}
      </p>
      {changes && state.kind !== 'changed' ? <p>{changes}.</p> : null}
      {props.readOnly ? <p>{props.readOnly}</p> : null}
      {props.partly ? <p>{backends('status')}</p> : null}
      <div className={styles.actions}>
        {props.onTakeOver ? (
          <Button size="small" variant="contained" onClick={act(props.onTakeOver)}>
            {t('takeOver')}
          </Button>
        ) : null}
        {state.kind === 'conflict' ? (
          <Button size="small" variant="contained" onClick={act(props.onResolve)}>
            {t('resolve')}
          </Button>
        ) : null}
        {state.kind === 'parked' && parked?.needs === 'review' && props.onRequest ? (
          <Button size="small" variant="contained" onClick={act(props.onRequest)}>
            {t('request')}
          </Button>
        ) : null}
        {state.kind === 'parked' && parked?.needs === 'look' ? (
          <Button size="small" variant="contained" onClick={act(props.onVersions)}>
            {t('versions')}
          </Button>
        ) : null}
        {state.kind === 'parked' && !parked?.needs ? (
          <Button size="small" variant="contained" onClick={act(props.onRetry)}>
            {ui('retry')}
          </Button>
        ) : null}
        {state.kind === 'parked' || state.kind === 'waiting' ? (
          <Button size="small" variant="outlined" onClick={act(props.onWithdraw)}>
            {t(next?.wish ? 'withdrawRestore' : 'withdraw')}
          </Button>
        ) : null}
        <Button size="small" variant="outlined" onClick={act(props.onDownload)}>
          {t('download')}
        </Button>
        {props.onDiscard && props.changes > 0 ? (
          <Button size="small" variant="outlined" color="error" onClick={act(onAskToDiscard)}>
            {t('discard')}
          </Button>
        ) : null}
      </div>
    </Popover>
  )
}

function bodyOf(kind: DraftState['kind'], facts: DraftFacts): string {
  const { save, pending, behind, backedUp } = facts
  const wish = pending[0]?.wish
  const revision = wish?.kind === 'restore' ? wish.revision : null
  switch (kind) {
    case 'not_saved':
      return text('draftSheet', 'notSavedBody', { why: say(save.kind === 'failed' ? save.why : '') })
    case 'conflict':
      return text('draftSheet', 'conflictBody')
    case 'parked':
      return text('draftSheet', 'parkedBody', { why: say(parkedIn(facts)?.why ?? '') })
    case 'publishing':
      return revision === null
        ? text('draftSheet', 'publishingBody')
        : text('draftSheet', 'restoringBody', { revision })
    case 'waiting':
      return revision === null
        ? text('draftSheet', 'waitingBody')
        : text('draftSheet', 'restoreWaitsBody', { revision })
    case 'behind':
      return text('draftSheet', 'behindBody', { revision: behind ?? 0 })
    case 'saving':
      return text('draftSheet', 'savedBody')
    case 'changed':
      return text('draftSheet', backedUp ? 'backedUpBody' : 'savedBody')
    case 'published':
      return text('draftSheet', 'savedNothing')
  }
}
