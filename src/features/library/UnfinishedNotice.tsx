import Button from '@mui/material/Button'
import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'

/** A process begun step by step and not finished. */
export interface Unfinished {
  /** Empty where it was not named yet. */
  readonly name: string
  readonly step: number
  readonly steps: number
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** A process that was begun step by step waits here, until it is finished or discarded. */
export function UnfinishedNotice({ name, step, steps, onContinue, onDiscard }: Unfinished) {
  const t = useText('library')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Notice
        tone="info"
        title={name === '' ? t('unfinishedUnnamed') : t('unfinished', { name })}
        actions={
          <>
            <Button variant="outlined" size="small" onClick={onContinue}>
              {t('unfinishedContinue')}
            </Button>
            <Button variant="text" size="small" onClick={() => setAsking(true)}>
              {t('unfinishedDiscard')}
            </Button>
          </>
        }
      >
        {t('unfinishedBody', { number: step, count: steps })}
      </Notice>
      <ConfirmDialog
        open={asking}
        title={t('unfinishedDiscardTitle')}
        confirmLabel={t('unfinishedDiscard')}
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onDiscard()
        }}
      >
        {t('unfinishedDiscardBody')}
      </ConfirmDialog>
    </>
  )
}
