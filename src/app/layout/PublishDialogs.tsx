import { lazy, useEffect } from 'react'
import { useLocation, useNavigate } from '../../ui/routing/place.ts'
import { LazyPart } from './LazyPart.tsx'

const PublishDialog = lazy(async () => ({
  default: (await import('./PublishDialogPart.tsx')).PublishDialogPart,
}))
const ResolveConflict = lazy(async () => ({
  default: (await import('./ResolveConflict.tsx')).ResolveConflict,
}))

/** Which dialog of a publish is open. */
export type Publishing = 'publish' | 'conflict' | null

interface PublishDialogsProps {
  readonly open: Publishing
  readonly onOpen: (next: Publishing) => void
}

/** Each loads when it is first asked for. They stand apart from the button, which changes place with the window's width. */
export function PublishDialogs({ open, onOpen }: PublishDialogsProps) {
  const navigate = useNavigate()
  const { state, href } = useLocation()
  const asked = 'publish' in state
  useEffect(() => {
    if (!asked) return
    // Asked for once, by the end of the wizard: a reload does not ask again.
    navigate(href, { replace: true })
    onOpen('publish')
  }, [asked, href, navigate, onOpen])
  const close = () => onOpen(null)
  if (open === null) return null
  return (
    <LazyPart key={open} onGone={close}>
      {open === 'publish' ? (
        <PublishDialog onResolve={() => onOpen('conflict')} onClose={close} />
      ) : (
        <ResolveConflict onClose={close} />
      )}
    </LazyPart>
  )
}
