/** The way out of a draft. The dialog loads when it is first asked for. */
import Button from '@mui/material/Button'
import { lazy, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Problem } from '../../domain/lint/rule.ts'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { addressOf } from '../addresses.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'
import { useOnline, useWorkspace } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

const PublishDialog = lazy(async () => ({
  default: (await import('../../features/publish/index.ts')).PublishDialog,
}))
const ResolveConflict = lazy(async () => ({
  default: (await import('./ResolveConflict.tsx')).ResolveConflict,
}))

const PublishElsewhere = lazy(async () => ({
  default: (await import('./PublishElsewhere.tsx')).PublishElsewhere,
}))

export function PublishButton() {
  const t = useText('app')
  const { session, ui } = useProcessPlace()
  const { backend, outbox } = useWorkspace()
  const { pending, behind } = useOpenProcess()
  const hasNetwork = useOnline()
  const navigate = useNavigate()
  const processId = useEditorState((state) => state.document.process.id)
  const mayPublish = useEditorState((state) => state.permissions.includes('publish_process'))
  const come: unknown = useLocation().state
  const asked = typeof come === 'object' && come !== null && 'publish' in come
  const [open, setOpen] = useState<'publish' | 'conflict' | null>(asked ? 'publish' : null)
  useEffect(() => {
    // Asked for once, by the end of the wizard: a reload does not ask again.
    if (asked) void navigate('.', { replace: true, state: null })
  }, [asked, navigate])
  const close = () => setOpen(null)

  const publish = async (reason: string) => {
    // A refused publish holds up those behind it; this one takes its place.
    if (pending.some((row) => row.state === 'parked')) await outbox.withdraw(processId)
    await session.publish(reason)
  }
  const dialog = {
    hasNetwork,
    pending,
    behind,
    impact: backend.impact,
    onPublish: publish,
    onGoTo: ({ at }: Problem) => {
      close()
      if (at.kind === 'stage' || at.kind === 'transition')
        ui.showDetails({ kind: at.kind, id: at.id }, at.field)
      else ui.showDetails(null, at.field)
    },
    onResolve: () => setOpen('conflict'),
    onHistory: () => {
      close()
      void navigate(addressOf(processId, 'versions'))
    },
    onClose: close,
  }
  if (!mayPublish) return null
  return (
    <>
      <Button variant="contained" data-tour="publish" onClick={() => setOpen('publish')}>
        {t('publish')}
      </Button>
      {open === 'publish' ? (
        <LazyPart onGone={close}>
          {backend.limits ? (
            <PublishElsewhere {...dialog} limits={backend.limits} />
          ) : (
            <PublishDialog {...dialog} />
          )}
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
