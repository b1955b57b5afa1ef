/** The way out of a draft. */
import Publish from '@mui/icons-material/Publish'
import Button from '@mui/material/Button'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { Tooltip } from '../../ui/display/Tooltip.tsx'

interface PublishButtonProps {
  /** Short, it is an icon: its words would take the room of two tabs. */
  readonly short?: boolean
  readonly onOpen: () => void
}

export function PublishButton({ short = false, onOpen }: PublishButtonProps) {
  const t = useText('app')
  const mayAsk = useEditorState(({ permissions }) =>
    permissions.some((one) => one === 'publish_process' || one === 'configure_process'),
  )
  if (!mayAsk) return null
  if (!short)
    return (
      <Button variant="contained" data-tour="publish" onClick={onOpen}>
        {t('publish')}
      </Button>
    )
  return (
    <Tooltip title={t('publish')}>
      {(trigger) => (
        <Button
          {...trigger}
          variant="contained"
          data-tour="publish"
          aria-label={t('publish')}
          onClick={onOpen}
          sx={{ minWidth: 44, px: 1 }}
        >
          <Publish fontSize="small" />
        </Button>
      )}
    </Tooltip>
  )
}
