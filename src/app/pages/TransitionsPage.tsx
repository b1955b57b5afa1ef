import { useSearchParams } from 'react-router'
import { Transitions, transitionViews } from '../../features/transition-matrix/index.ts'
import { useProcessPlace } from '../processSession.ts'
import styles from './tables.module.css'

/** The open process as its transitions; the address says whether as a table or as a matrix. */
export function TransitionsPage() {
  const { ui } = useProcessPlace()
  const [search, setSearch] = useSearchParams()
  const view = transitionViews.find((one) => one === search.get('as')) ?? 'table'
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-fill>
      <Transitions
        ui={ui}
        view={view}
        onView={(next) => setSearch(next === 'table' ? {} : { as: next }, { replace: true })}
      />
    </main>
  )
}
