/** The frame of one open process: opens it, keeps it open while one moves between its views, closes it on leaving. */
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useStore } from 'zustand'
import { EditorProvider } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import { useLocation, useNavigate, useParams } from '../../ui/routing/place.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { addressOf, views } from '../addresses.ts'
import { ProcessContext } from '../processSession.ts'
import { createProcessUi } from '../processUi.ts'
import { openProcess } from '../session.ts'
import type { ProcessSession } from '../sessionState.ts'
import { usePage } from '../usePage.ts'
import { useWorkspace } from '../workspaces.ts'
import { ApprovalDesignerHost } from './ApprovalDesignerHost.tsx'
import { Brand } from './Brand.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import styles from './layout.module.css'
import { OnboardingPart } from './OnboardingPart.tsx'
import { ProcessBar } from './ProcessBar.tsx'
import { ProcessDialogs } from './ProcessDialogs.tsx'
import { ProcessKeys } from './ProcessKeys.tsx'
import { ProcessSkeleton } from './ProcessSkeleton.tsx'
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx'
import { SkipLink } from './SkipLink.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { UpdateBanner } from './UpdateBanner.tsx'

const environment = {
  newId,
  now: () => new Date().toISOString(),
  locks: 'locks' in navigator ? navigator.locks : null,
  mac: /mac|iphone|ipad/i.test(navigator.platform),
  lint: async () => {
    await whenIdle()
    return (await import('../../domain/lint/lint.ts')).lint
  },
}

/** One session for as long as this process is open. */
function useSession(processId: string): ProcessSession | null {
  const workspace = useWorkspace()
  const [session, setSession] = useState<ProcessSession | null>(null)
  useEffect(() => {
    const opened = openProcess(workspace, processId, environment)
    setSession(opened)
    return () => opened.close()
  }, [workspace, processId])
  return session
}

export function ProcessLayout({ children }: { readonly children: ReactNode }) {
  const { id = '' } = useParams()
  const session = useSession(id)
  if (!session) return <ProcessSkeleton />
  return (
    <Opened key={id} processId={id} session={session}>
      {children}
    </Opened>
  )
}

interface OpenedProps {
  readonly processId: string
  readonly session: ProcessSession
  readonly children: ReactNode
}

function Opened({ processId, session, children }: OpenedProps) {
  const state = useStore(session.store)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const ui = useMemo(
    () =>
      createProcessUi({
        editor: () => {
          const now = session.store.getState()
          return now.status === 'ready' ? now.editor : null
        },
        show: (view) => {
          const known = views.find((name) => name === view)
          if (known) navigate(addressOf(processId, known))
        },
      }),
    [session, processId, navigate],
  )
  const place = useMemo(() => ({ session, ui }), [session, ui])
  useEffect(() => ui.followWidth(), [ui])

  if (state.status === 'loading') return <ProcessSkeleton />
  if (state.status !== 'ready')
    return <NotOpened processId={processId} why={state.status === 'failed' ? say(state.why) : null} />
  return (
    <ProcessContext value={place}>
      <EditorProvider editor={state.editor}>
        <SkipLink />
        <ProcessKeys />
        <ProcessBar
          processId={processId}
          view={views.find((view) => pathname.split('/')[3] === view) ?? 'design'}
        />
        <ConnectionBanner />
        <ReadOnlyBanner />
        <UpdateBanner />
        <OnboardingPart inDesign={pathname.endsWith('/design')} />
        <ApprovalDesignerHost>{children}</ApprovalDesignerHost>
        <ProcessDialogs />
        <UnsavedGuard />
      </EditorProvider>
    </ProcessContext>
  )
}

/** `why` is null where there is no such process. */
function NotOpened({ processId, why }: { readonly processId: string; readonly why: string | null }) {
  const t = useText('app')
  const ui = useText('ui')
  const title = t(why === null ? 'missingTitle' : 'failedTitle')
  usePage(t('title', { page: title }), processId)
  return (
    <Frame>
      <EmptyState
        level={1}
        title={title}
        actions={
          <>
            {why === null ? null : (
              <Button variant="contained" onClick={() => location.reload()}>
                {ui('retry')}
              </Button>
            )}
            <Button variant={why === null ? 'contained' : 'outlined'} component={Link} to="/">
              {t('goToLibrary')}
            </Button>
          </>
        }
      >
        {why === null ? t('missingBody') : t('failedBody', { why })}
      </EmptyState>
    </Frame>
  )
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className={styles.bar}>
        <Brand />
      </header>
      <main id="main" className={styles.centre}>
        {children}
      </main>
    </>
  )
}
