/** The main job: palette, canvas, inspector, problems, and the figures that follow every edit. */
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'zustand'
import { Canvas } from '../../features/canvas/index.ts'
import { Palette } from '../../features/palette/index.ts'
import { useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { Segmented } from '../../ui/forms/Segmented.tsx'
import { usePreferences } from '../../ui/preferences/index.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { ImportHere } from '../layout/ImportHere.tsx'
import { InspectorPanel } from '../layout/InspectorPanel.tsx'
import { SidePanelHere } from '../layout/SidePanelHere.tsx'
import { useElementMenu } from '../layout/useElementMenu.tsx'
import { useProcessPlace } from '../processSession.ts'
import { roomBeside } from '../processUi.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import styles from './DesignPage.module.css'

/** The canvas comes first. */
const ExactStrip = lazy(async () => {
  await whenIdle()
  return { default: (await import('../../features/strip/index.ts')).ExactStrip }
})
const Outline = lazy(async () => ({ default: (await import('../../features/outline/index.ts')).Outline }))
const ProblemsPanel = lazy(async () => ({
  default: (await import('../../features/problems/index.ts')).ProblemsPanel,
}))

type DesignView = 'canvas' | 'list' | 'both'

export function DesignPage() {
  const t = useText('app')
  const words = useText('canvas')
  const { ui } = useProcessPlace()
  const settings = useShortcutSettings()
  const problems = useStore(ui.screen, (state) => state.problems)
  const { openMenu, menu } = useElementMenu()
  const roomy = useMediaQuery(roomBeside, { noSsr: true })
  const narrow = useMediaQuery('(max-width: 699px)', { noSsr: true })
  const overlaid = useMediaQuery('(max-width: 899px)', { noSsr: true })
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true })
  const [chosen, setView] = useState<DesignView | null>(null)
  const { defaultView } = usePreferences()
  const fitting = narrow ? 'list' : 'canvas'
  const views: readonly DesignView[] = wide ? ['canvas', 'list', 'both'] : ['canvas', 'list']
  const wanted = chosen ?? (defaultView === 'auto' ? fitting : defaultView)
  const view = views.includes(wanted) ? wanted : 'canvas'
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-fill>
      {overlaid ? null : <Palette ui={ui} />}
      <div className={styles.middle}>
        <div className={styles.top}>
          <Suspense fallback={<div className={styles.strip} />}>
            <ExactStrip />
          </Suspense>
          <Segmented
            label={t('designAs')}
            hideLabel
            options={views.map((value) => ({ value, label: t(`designAs_${value}`) }))}
            value={view}
            onChange={setView}
          />
        </div>
        <ImportHere>
          <div className={styles.views} data-tour={view === 'list' ? 'list' : 'canvas'}>
            {/* Lies over the canvas alone. Over the list there is nothing to drag onto: that adds by its own button. */}
            {overlaid && view !== 'list' ? <Palette ui={ui} /> : null}
            {view === 'list' ? null : (
              <Canvas
                ui={ui}
                settings={settings}
                onPort={ui.setCanvas}
                onMenu={openMenu}
                onComments={({ id }) => ui.open({ name: 'comments', targetId: id })}
                empty={
                  <Button variant="outlined" onClick={() => ui.startImport([])}>
                    {words('importFile')}
                  </Button>
                }
              />
            )}
            {view === 'canvas' ? null : (
              <div className={view === 'both' ? styles.docked : styles.list}>
                <Suspense fallback={<SkeletonRows what={t('view_stages')} rows={6} />}>
                  <Outline
                    ui={ui}
                    settings={settings}
                    onMenu={openMenu}
                    opensDetails={!roomy}
                    besideCanvas={view === 'both'}
                  />
                </Suspense>
              </div>
            )}
          </div>
          {menu}
        </ImportHere>
        {problems ? (
          <section className={styles.problems} data-region aria-label={t('problems')}>
            <Suspense fallback={<SkeletonRows what={t('problems')} rows={3} />}>
              <ProblemsPanel
                onGoTo={({ at }) => {
                  if (at.kind === 'stage' || at.kind === 'transition')
                    ui.showDetails({ kind: at.kind, id: at.id }, at.field)
                  else ui.showDetails(null, at.field)
                }}
              />
            </Suspense>
          </section>
        ) : null}
      </div>
      <SidePanelHere />
      <InspectorPanel />
    </main>
  )
}
