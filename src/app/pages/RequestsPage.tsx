import { isInboxFilter, RequestInbox } from '../../features/versions/index.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { useLocation } from '../../ui/routing/place.ts'
import { useSearchParams } from '../../ui/routing/useSearchParams.ts'
import { requestAddress } from '../addresses.ts'
import { useFreshRequests, usePublishRequests } from '../publishRequests.ts'
import { usePage } from '../usePage.ts'
import { useAccess } from '../workspaces.ts'

/** Requests to publish, of all processes. */
export function RequestsPage() {
  const t = useText('app')
  const words = useText('review')
  const { backend } = useAccess()
  const requests = usePublishRequests()
  const { state } = useLocation()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('show')
  usePage(t('title', { page: words('requests') }), 'requests')
  useFreshRequests(null)
  return (
    <>
      <PageHeader title={words('requests')} description={words('inboxLead')} />
      {backend.limits ? <EmptyState title={words('inboxNowhere')} /> : null}
      {requests ? (
        <RequestInbox
          requests={requests}
          addressOf={requestAddress}
          shown={isInboxFilter(asked) ? asked : 'waiting'}
          onShow={(next) => setSearch(next === 'waiting' ? {} : { show: next })}
          opened={'opened' in state ? String(state.opened) : null}
        />
      ) : backend.limits ? null : (
        <SkeletonRows what={words('requestsLoading')} rows={5} />
      )}
    </>
  )
}
