/** The way out of a draft. The dialog loads when it is first asked for. */
import Button from '@mui/material/Button'
import { lazy, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { LazyPart } from './LazyPart.tsx'

const PublishDialog = lazy(async () => ({
  default: (await import('./PublishDialogPart.tsx')).PublishDialogPart,
}))
const ResolveConflict = lazy(async () => ({
  default: (await import('./ResolveConflict.tsx')).ResolveConflict,
}))

export function PublishButton() {
  const t = useText('app')
  const navigate = useNavigate()
  const mayAsk = useEditorState(({ permissions }) =>
    permissions.some((one) => one === 'publish_process' || one === 'configure_process'),
  )
  const come: unknown = useLocation().state
  const asked = typeof come === 'object' && come !== null && 'publish' in come
  const [open, setOpen] = useState<'publish' | 'conflict' | null>(asked ? 'publish' : null)
  useEffect(() => {
    // Asked for once, by the end of the wizard: a reload does not ask again.
    if (asked) void navigate('.', { replace: true, state: null })
  }, [asked, navigate])
  const close = () => setOpen(null)

  if (!mayAsk) return null
  return (
    <>
      <Button variant="contained" data-tour="publish" onClick={() => setOpen('publish')}>
        {t('publish')}
      </Button>
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
