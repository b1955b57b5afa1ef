/** The way out of a draft. The dialog loads when it is first asked for. */
import Publish from '@mui/icons-material/Publish'
import Button from '@mui/material/Button'
import { lazy, useEffect, useState } from 'react'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { Tooltip } from '../../ui/display/Tooltip.tsx'
import { useLocation, useNavigate } from '../../ui/routing/place.ts'
import { LazyPart } from './LazyPart.tsx'

const PublishDialog = lazy(async () => ({
  default: (await import('./PublishDialogPart.tsx')).PublishDialogPart,
}))
const ResolveConflict = lazy(async () => ({
  default: (await import('./ResolveConflict.tsx')).ResolveConflict,
}))

/** Short, it is an icon: its words would take the room of two tabs. */
export function PublishButton({ short = false }: { readonly short?: boolean }) {
  const t = useText('app')
  const navigate = useNavigate()
  const mayAsk = useEditorState(({ permissions }) =>
    permissions.some((one) => one === 'publish_process' || one === 'configure_process'),
  )
  const { state, href } = useLocation()
  const asked = 'publish' in state
  const [open, setOpen] = useState<'publish' | 'conflict' | null>(asked ? 'publish' : null)
  useEffect(() => {
    // Asked for once, by the end of the wizard: a reload does not ask again.
    if (asked) navigate(href, { replace: true })
  }, [asked, href, navigate])
  const close = () => setOpen(null)

  if (!mayAsk) return null
  return (
    <>
      {short ? (
        <Tooltip title={t('publish')}>
          {(trigger) => (
            <Button
              {...trigger}
              variant="contained"
              data-tour="publish"
              aria-label={t('publish')}
              onClick={() => setOpen('publish')}
              sx={{ minWidth: 44, px: 1 }}
            >
              <Publish fontSize="small" />
            </Button>
          )}
        </Tooltip>
      ) : (
        <Button variant="contained" data-tour="publish" onClick={() => setOpen('publish')}>
          {t('publish')}
        </Button>
      )}
      {open === 'publish' ? (
        <LazyPart onGone={close}>
          <PublishDialog onResolve={() => setOpen('conflict')} onClose={close} />
        </LazyPart>
      ) : null}
      {open === 'conflict' ? (
        <LazyPart onGone={close}>
          <ResolveConflict onClose={close} />
        </LazyPart>
      ) : null}
    </>
  )
}
