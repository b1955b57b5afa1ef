import { skipToken, useQuery } from '@tanstack/react-query'
import { useEditorState } from '../../editor/react.ts'
import { RequestList, Versions } from '../../features/versions/index.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { useNavigate } from '../../ui/routing/place.ts'
import { requestAddress } from '../addresses.ts'
import styles from '../layout/layout.module.css'
import { useFreshRequests, usePublishRequests } from '../publishRequests.ts'
import { Queries } from '../Queries.tsx'
import { restoringOf } from '../restoring.ts'
import { useOnline, useWorkspace } from '../workspaces.ts'

/** The published revisions of the open process, and what is asked to become the next one. */
export function VersionsPage() {
  const { backend } = useWorkspace()
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Queries>{backend.limits ? <NoVersions /> : <AllVersions />}</Queries>
    </main>
  )
}

function AllVersions() {
  const workspace = useWorkspace()
  const { backend } = workspace
  const hasNetwork = useOnline()
  const navigate = useNavigate()
  const requests = usePublishRequests()
  const processId = useEditorState(({ document }) => document.process.id)
  useFreshRequests(processId)
  const { data: policy } = useQuery({
    queryKey: ['publishPolicy'],
    queryFn: requests ? requests.policy : skipToken,
  })
  return (
    <Versions
      backend={backend}
      hasNetwork={hasNetwork}
      restoring={restoringOf(workspace, processId, {
        needsReview: policy?.ok === true && policy.value.four_eyes,
        onRequest: (number) => navigate(requestAddress(processId, number)),
      })}
      requests={
        requests ? (
          <RequestList
            requests={requests}
            processId={processId}
            addressOf={(number) => requestAddress(processId, number)}
          />
        ) : null
      }
    />
  )
}

function NoVersions() {
  const t = useText('backends')
  return <EmptyState title={t('noVersions')}>{t('noVersionsBody')}</EmptyState>
}
