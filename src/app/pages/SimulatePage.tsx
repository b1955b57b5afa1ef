import { Simulate } from '../../features/simulate/index.ts'
import styles from '../layout/layout.module.css'

/** Walking a deal through the open process by hand. */
export function SimulatePage() {
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Simulate />
    </main>
  )
}
