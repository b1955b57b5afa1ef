/** All requests to publish a process, each the way to what it would do. */
import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import type { PublishRequests } from '../../../data/api/publishRequests.ts'
import { say, useText } from '../../../text/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { Failed } from '../../../ui/feedback/Failed.tsx'
import { SkeletonRows } from '../../../ui/feedback/SkeletonRows.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Link } from '../../../ui/routing/Link.tsx'
import { FailedRequest } from '../failedRequest.ts'
import styles from './review.module.css'
import { here, toneOf } from './reviewWords.ts'

interface RequestListProps {
  readonly requests: Pick<PublishRequests, 'list'>
  readonly processId: string
  readonly addressOf: (number: number) => string
}

export function RequestList({ requests, processId, addressOf }: RequestListProps) {
  const t = useText('review')
  const query = useInfiniteQuery({
    queryKey: ['publishRequests', processId, 'list'],
    initialPageParam: 1,
    queryFn: async ({ pageParam }) => {
      const answer = await requests.list(processId, pageParam)
      if (!answer.ok) throw new FailedRequest(answer.failure)
      return answer.value
    },
    getNextPageParam: ({ count }, pages) =>
      pages.reduce((sum, page) => sum + page.rows.length, 0) < count ? pages.length + 1 : undefined,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Panel title={t('requests')} level={3} flush>
      {query.isPending ? <SkeletonRows what={t('requestsLoading')} rows={2} /> : null}
      {query.isError && rows.length === 0 ? (
        <div className={styles.padded}>
          <Failed title={t('listFailed')} onRetry={() => void query.refetch()}>
            {say(query.error.message)}
          </Failed>
        </div>
      ) : null}
      {query.isSuccess && rows.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      {rows.length > 0 ? (
        <ul className={styles.requests} aria-label={t('requests')}>
          {rows.map((row) => (
            <li key={row.number}>
              <RequestRow row={row} to={addressOf(row.number)} />
            </li>
          ))}
        </ul>
      ) : null}
      {query.hasNextPage ? (
        <div className={styles.padded}>
          <Button
            size="small"
            variant="outlined"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('older')}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

function RequestRow({ row, to }: { readonly row: PublishRequestSummary; readonly to: string }) {
  const t = useText('review')
  return (
    <Link className={styles.request} to={to}>
      <span className={styles.requestHead}>
        <strong>{t('request', { number: row.number })}</strong>
        <StatusPill tone={toneOf[row.state]}>{t(`state_${row.state}`)}</StatusPill>
        {row.out_of_date ? <StatusPill tone="warning">{t('outOfDateShort')}</StatusPill> : null}
      </span>
      <span className={styles.reason}>{row.reason}</span>
      <span className={styles.quiet}>
        {t('askedBy', { name: row.requested_by.name, time: here(row.requested_at) })}
        {row.comment_count > 0 ? ` · ${t('comments', { count: row.comment_count })}` : null}
      </span>
    </Link>
  )
}
