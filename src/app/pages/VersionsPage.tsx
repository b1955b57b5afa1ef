import { Versions } from '../../features/versions/index.ts'
import styles from '../layout/layout.module.css'
import { Queries } from '../Queries.tsx'
import { useOnline, useWorkspace } from '../workspaces.ts'

/** The published revisions of the open process. */
export function VersionsPage() {
  const { backend } = useWorkspace()
  const hasNetwork = useOnline()
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Queries>
        <Versions backend={backend} hasNetwork={hasNetwork} />
      </Queries>
    </main>
  )
}
