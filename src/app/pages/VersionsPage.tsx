import { Versions } from '../../features/versions/index.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
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
        {backend.limits ? <NoVersions /> : <Versions backend={backend} hasNetwork={hasNetwork} />}
      </Queries>
    </main>
  )
}

function NoVersions() {
  const t = useText('backends')
  return <EmptyState title={t('noVersions')}>{t('noVersionsBody')}</EmptyState>
}
