import { StageTable } from '../../features/stage-table/index.ts'
import { useProcessPlace } from '../processSession.ts'
import styles from './tables.module.css'

/** The open process as a table of its stages. */
export function StagesPage() {
  const { ui } = useProcessPlace()
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-fill>
      <StageTable ui={ui} />
    </main>
  )
}
