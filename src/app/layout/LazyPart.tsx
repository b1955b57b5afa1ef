import Button from '@mui/material/Button'
import { type ReactNode, Suspense, useState } from 'react'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { PartBoundary } from '../../ui/feedback/PartBoundary.tsx'
import { isMissingPart } from '../missingPart.ts'
import { HeldKeys } from './HeldKeys.tsx'

interface LazyPartProps {
  /** The part is not there after all: whoever opened it forgets that it did. */
  readonly onGone: () => void
  /** It comes without being asked for, beside the page: keys stay with what has focus. */
  readonly beside?: boolean
  readonly children: ReactNode
}

/** A dialog that loads when first asked for. Where it does not come, or breaks, the page behind it stays. */
export function LazyPart({ onGone, beside = false, children }: LazyPartProps) {
  const t = useText('app')
  const [broken, setBroken] = useState<'missing' | 'fault' | null>(null)
  if (broken === null)
    return (
      <PartBoundary onBroken={(error) => setBroken(isMissingPart(error) ? 'missing' : 'fault')}>
        <Suspense fallback={beside ? null : <HeldKeys />}>{children}</Suspense>
      </PartBoundary>
    )
  const close = () => {
    setBroken(null)
    onGone()
  }
  const missing = broken === 'missing'
  return (
    <HouseDialog
      open
      size="xs"
      title={t(missing ? 'newVersionTitle' : 'errorTitle')}
      onClose={close}
      actions={
        <>
          <Button variant="outlined" onClick={close}>
            {t('goOn')}
          </Button>
          <Button variant="contained" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </>
      }
    >
      {t(missing ? 'newVersionBody' : 'errorBody')}
    </HouseDialog>
  )
}
