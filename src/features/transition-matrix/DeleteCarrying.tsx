import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'

interface DeleteCarryingProps {
  readonly from: string
  readonly to: string
  readonly conditions: number
  readonly actions: number
  readonly hidesActions: boolean
  readonly onOpen: () => void
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Asks before a cell deletes a transition that somebody has worked on; opening it stands first. */
export function DeleteCarrying({ from, to, conditions, actions, hidesActions, ...on }: DeleteCarryingProps) {
  const t = useText('transitionMatrix')
  return (
    <HouseDialog
      open
      size="xs"
      title={t('carryingTitle', { from, to })}
      onClose={on.onClose}
      actions={
        <>
          <Button variant="outlined" onClick={on.onClose}>
            {t('cancel')}
          </Button>
          <Button variant="outlined" color="error" onClick={on.onDelete}>
            {t('remove')}
          </Button>
          <Button variant="contained" autoFocus onClick={on.onOpen}>
            {t('details')}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>
        {t('carryingBody')} {conditions > 0 ? t('carryingConditions', { count: conditions }) : null}{' '}
        {actions > 0 ? t('carryingActions', { count: actions }) : null}{' '}
        {hidesActions ? t('carryingHidden') : null} {t('carryingUndo')}
      </p>
    </HouseDialog>
  )
}
