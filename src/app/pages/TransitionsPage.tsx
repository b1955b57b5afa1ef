import { Transitions, transitionViews } from '../../features/transition-matrix/index.ts'
import { useSearchParams } from '../../ui/routing/useSearchParams.ts'
import { useElementMenu } from '../layout/useElementMenu.tsx'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import styles from './tables.module.css'

/** The open process as its transitions; the address says whether as a table or as a matrix. */
export function TransitionsPage() {
  const { ui } = useProcessPlace()
  const { openMenu, menu } = useElementMenu()
  const [search, setSearch] = useSearchParams()
  const view = transitionViews.find((one) => one === search.get('as')) ?? 'table'
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-fill>
      <Transitions
        ui={ui}
        settings={useShortcutSettings()}
        view={view}
        onMenu={openMenu}
        onView={(next) => setSearch(next === 'table' ? {} : { as: next })}
      />
      {menu}
    </main>
  )
}
