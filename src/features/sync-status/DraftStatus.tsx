/** Where the draft is, always in sight; one press tells more and offers what can be done about it. */
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined'
import CloudUploadOutlined from '@mui/icons-material/CloudUploadOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { later } from '../../ui/later.tsx'
import type { DraftSheetProps } from './DraftSheet.tsx'
import { changesInWords, type DraftState, type DraftStatusProps, draftStateOf } from './draftState.ts'
import styles from './syncStatus.module.css'

const DraftSheet = later<DraftSheetProps>(
  async () => (await import('./DraftSheet.tsx')).DraftSheet,
  ({ anchor }) => anchor !== null,
)

const icons: Readonly<Record<DraftState['kind'], ReactNode>> = {
  not_saved: <ErrorOutlined aria-hidden />,
  conflict: <ErrorOutlined aria-hidden />,
  parked: <ErrorOutlined aria-hidden />,
  publishing: <CloudUploadOutlined aria-hidden />,
  waiting: <CloudUploadOutlined aria-hidden />,
  behind: <ErrorOutlined aria-hidden />,
  saving: <CheckCircleOutlined aria-hidden />,
  changed: <CheckCircleOutlined aria-hidden />,
  published: <CloudDoneOutlined aria-hidden />,
}

/** States that need no word where there is no room for one. */
const calm: ReadonlySet<DraftState['kind']> = new Set(['saving', 'changed', 'published'])

export function DraftStatus(props: DraftStatusProps) {
  const t = useText('syncStatus')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const state = draftStateOf(props)
  const word = props.readOnly ? t('readOnly') : state.word
  const changes = changesInWords(props)
  const close = () => setAnchor(null)

  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-calm={(!props.readOnly && calm.has(state.kind)) || undefined}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={changes ? t('namedChanged', { word, changes }) : t('named', { word })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <StatusPill tone={props.readOnly ? 'warning' : state.tone} icon={icons[state.kind]}>
          <span className={styles.word}>{word}</span>
        </StatusPill>{' '}
        {changes ? <span className={styles.changes}>{changes}</span> : null}
      </button>
      <DraftSheet {...props} anchor={anchor} onClose={close} onAskToDiscard={() => setDiscarding(true)} />
      <ConfirmDialog
        open={discarding}
        title={t('discardTitle')}
        confirmLabel={t('discardConfirm')}
        danger
        onClose={() => setDiscarding(false)}
        onConfirm={() => {
          setDiscarding(false)
          props.onDiscard?.()
        }}
      >
        {t('discardBody', { revision: props.revision, changes: changes ?? '' })}
      </ConfirmDialog>
    </>
  )
}
