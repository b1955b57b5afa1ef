/** The main job: palette, canvas, inspector, problems, and the figures that follow every edit. */
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Canvas } from '../../features/canvas/index.ts'
import { Outline } from '../../features/outline/index.ts'
import { Palette } from '../../features/palette/index.ts'
import { ProblemsPanel } from '../../features/problems/index.ts'
import { ExactStrip } from '../../features/strip/index.ts'
import { useText } from '../../text/index.ts'
import { usePreferences } from '../../ui/preferences/index.ts'
import { type DesignView, DesignViewSwitch } from '../layout/DesignViewSwitch.tsx'
import { ImportHere } from '../layout/ImportHere.tsx'
import { InspectorPanel } from '../layout/InspectorPanel.tsx'
import { SidePanelHere } from '../layout/SidePanelHere.tsx'
import { useElementMenu } from '../layout/useElementMenu.tsx'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import styles from './DesignPage.module.css'

export function DesignPage() {
  const t = useText('app')
  const words = useText('canvas')
  const { ui } = useProcessPlace()
  const settings = useShortcutSettings()
  const problems = useStore(ui.screen, (state) => state.problems)
  const { openMenu, menu } = useElementMenu()
  const roomy = useMediaQuery('(min-width: 1000px)', { noSsr: true })
  const narrow = useMediaQuery('(max-width: 699px)', { noSsr: true })
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true })
  const [chosen, setView] = useState<DesignView | null>(null)
  const { defaultView } = usePreferences()
  const fitting = narrow ? 'list' : 'canvas'
  const views: readonly DesignView[] = wide ? ['canvas', 'list', 'both'] : ['canvas', 'list']
  const wanted = chosen ?? (defaultView === 'auto' ? fitting : defaultView)
  const view = views.includes(wanted) ? wanted : 'canvas'
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-fill>
      <Palette ui={ui} />
      <div className={styles.middle}>
        <div className={styles.top}>
          <ExactStrip />
          <DesignViewSwitch view={view} views={views} onView={setView} />
        </div>
        <ImportHere>
          <div className={styles.views} data-tour="canvas">
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
                <Outline
                  ui={ui}
                  settings={settings}
                  onMenu={openMenu}
                  opensDetails={!roomy}
                  besideCanvas={view === 'both'}
                />
              </div>
            )}
          </div>
          {menu}
        </ImportHere>
        {problems ? (
          <section className={styles.problems} data-region aria-label={t('problems')}>
            <ProblemsPanel
              onGoTo={({ at }) => {
                if (at.kind === 'stage' || at.kind === 'transition')
                  ui.showDetails({ kind: at.kind, id: at.id }, at.field)
                else ui.showDetails(null, at.field)
              }}
            />
          </section>
        ) : null}
      </div>
      <SidePanelHere />
      <InspectorPanel />
    </main>
  )
}
