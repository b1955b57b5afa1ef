import TuneOutlined from '@mui/icons-material/TuneOutlined'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, Suspense, useCallback, useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { SideSheet } from '../../ui/layout/SideSheet.tsx'
import { whenIdle } from '../../ui/whenIdle.ts'
import { useProcessPlace } from '../processSession.ts'
import { roomBeside, roomForTwo } from '../processUi.ts'
import { useReadRevision } from '../useReadRevision.ts'
import styles from './beside.module.css'
import { SettingsLink } from './SettingsLink.tsx'

/** The canvas comes first. */
const Inspector = lazy(async () => {
  await whenIdle()
  return { default: (await import('../../features/inspector/index.ts')).Inspector }
})

/** Details beside the canvas; on a narrow screen a sheet over it that is open only while asked for. */
export function InspectorPanel() {
  const t = useText('app')
  const { ui } = useProcessPlace()
  const headingId = useId()
  const open = useStore(ui.screen, (state) => state.inspector)
  const wish = useStore(ui.screen, (state) => state.wish)
  const wide = useMediaQuery(roomBeside, { noSsr: true })
  const besides = useStore(ui.screen, (state) => state.side !== null)
  const roomy = useMediaQuery(roomForTwo, { noSsr: true })
  const close = useCallback(() => ui.toggleInspector(false), [ui])
  const rail = useRef<HTMLElement>(null)
  // What closes it goes with it: focus goes on to what opens it again.
  useEffect(() => {
    if (!open && document.activeElement === document.body)
      rail.current?.querySelector<HTMLElement>('button')?.focus()
  }, [open])
  const readRevision = useReadRevision()
  const granted = useCallback(() => ui.grantWish(), [ui])
  const content = (
    <Suspense fallback={<SkeletonRows what={t('details')} rows={6} />}>
      <Inspector
        ui={ui}
        wish={wish}
        onWishGranted={granted}
        onClose={close}
        headingId={headingId}
        readRevision={readRevision}
        SettingsLink={SettingsLink}
      />
    </Suspense>
  )
  if (!wide)
    return (
      <SideSheet open={open} onClose={close} labelledBy={headingId} className={styles.sheet}>
        {content}
      </SideSheet>
    )
  if (besides && !roomy) return null
  if (!open)
    return (
      <section ref={rail} data-region data-tour="details" className={styles.rail} aria-label={t('details')}>
        <ToolButton
          label={t('showDetails')}
          icon={<TuneOutlined />}
          expanded={false}
          onClick={() => ui.toggleInspector(true)}
        />
      </section>
    )
  return (
    <aside data-tour="details" data-beside="details" className={styles.panel} aria-labelledby={headingId}>
      {content}
    </aside>
  )
}
