import { StageTable } from '../../features/stage-table/index.ts'
import { useElementMenu } from '../layout/useElementMenu.tsx'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import styles from './tables.module.css'

/** The open process as a table of its stages. */
export function StagesPage() {
  const { ui } = useProcessPlace()
  const { openMenu, menu } = useElementMenu()
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-fill>
      <StageTable ui={ui} settings={useShortcutSettings()} onMenu={openMenu} />
      {menu}
    </main>
  )
}
