import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, Suspense, useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { useEditor } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { SideSheet } from '../../ui/layout/SideSheet.tsx'
import { useProcessPlace } from '../processSession.ts'
import { roomBeside, roomForTwo } from '../processUi.ts'
import { useUser } from '../services.ts'
import styles from './beside.module.css'
import { LazyPart } from './LazyPart.tsx'

const SearchPanel = lazy(async () => ({
  default: (await import('../../features/search/index.ts')).SearchPanel,
}))
const CommentsPanel = lazy(async () => ({
  default: (await import('../../features/comments/index.ts')).CommentsPanel,
}))

/**
 * Search or comments beside the process, in the place of the details where there is room for one, a sheet over it on a
 * narrow screen. Closed, focus goes back where it was.
 */
export function SidePanelHere() {
  const t = useText('app')
  const { ui } = useProcessPlace()
  const editor = useEditor()
  const user = useUser()
  const headingId = useId()
  const side = useStore(ui.screen, (state) => state.side)
  const wide = useMediaQuery(roomBeside, { noSsr: true })
  const before = useRef<Element | null>(null)
  const name = side?.name ?? null
  useEffect(() => {
    if (name === null || !wide) return
    before.current = document.activeElement
    return () => {
      const back = before.current
      // Only where the panel took focus with it: whoever has gone on keeps it.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && back instanceof HTMLElement && back.isConnected)
          back.focus()
      })
    }
  }, [name, wide])

  const close = () => ui.closeSide()
  const roomy = useMediaQuery(roomForTwo, { noSsr: true })
  const goneTo = () => {
    if (!wide) ui.closeSide()
  }
  const content =
    side === null ? null : (
      <LazyPart key={side.name} onGone={close}>
        <Suspense fallback={<SkeletonRows what={t(side.name)} rows={6} />}>
          {side.name === 'search' ? (
            <SearchPanel
              ui={ui}
              wish={side.at}
              onComments={(targetId) => ui.open({ name: 'comments', targetId })}
              onGone={goneTo}
              onClose={close}
              headingId={headingId}
            />
          ) : (
            <CommentsPanel
              ui={{
                // Whoever reads comments goes on reading where details would take their place.
                showDetails: (element) => {
                  goneTo()
                  if (wide && !roomy) editor.select(element ? [element] : [])
                  else ui.showDetails(element)
                },
              }}
              me={{ id: user.id, name: user.display_name }}
              about={side}
              onAbout={(targetId) => ui.open({ name: 'comments', targetId })}
              onClose={close}
              headingId={headingId}
            />
          )}
        </Suspense>
      </LazyPart>
    )
  if (!wide)
    return (
      <SideSheet open={side !== null} onClose={close} labelledBy={headingId} className={styles.sheet}>
        {content}
      </SideSheet>
    )
  return content === null ? null : (
    <aside data-beside="side" className={styles.panel} aria-labelledby={headingId}>
      {content}
    </aside>
  )
}
