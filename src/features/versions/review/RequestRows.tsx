/** Requests in pages, the latest first, each the way to what it would do. */
import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import type { Result } from '../../../data/api/failure.ts'
import type { RequestPage } from '../../../data/api/publishRequests.ts'
import { asKept } from '../../../text/asKept.ts'
import { say, useText } from '../../../text/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { Failed } from '../../../ui/feedback/Failed.tsx'
import { SkeletonRows } from '../../../ui/feedback/SkeletonRows.tsx'
import { Link, type LinkProps } from '../../../ui/routing/Link.tsx'
import { FailedRequest } from '../failedRequest.ts'
import styles from './review.module.css'
import { here, toneOf } from './reviewWords.ts'

interface RequestRowsProps {
  readonly queryKey: readonly string[]
  readonly load: (page: number) => Promise<Result<RequestPage>>
  readonly link: (row: PublishRequestSummary) => LinkProps & { readonly 'data-request'?: string }
  /** With the name of the process each is of. */
  readonly titled?: boolean
  /** Around what is there; nothing stands around what is empty. */
  readonly frame: (rows: ReactNode) => ReactNode
  readonly empty: ReactNode
  /** Once, when they are there. */
  readonly onShown?: () => void
}

export function RequestRows(props: RequestRowsProps) {
  const { queryKey, load, link, titled = false, frame, empty, onShown } = props
  const t = useText('review')
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: 1,
    queryFn: async ({ pageParam }) => {
      const answer = await load(pageParam)
      if (!answer.ok) throw new FailedRequest(answer.failure)
      return answer.value
    },
    getNextPageParam: ({ count }, pages) =>
      pages.reduce((sum, page) => sum + page.rows.length, 0) < count ? pages.length + 1 : undefined,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const areThere = query.isSuccess
  const tellShown = useEffectEvent(() => onShown?.())
  useEffect(() => {
    if (!areThere) return
    // After the page's heading took focus.
    const frame = requestAnimationFrame(tellShown)
    return () => cancelAnimationFrame(frame)
  }, [areThere])
  if (query.isSuccess && rows.length === 0) return empty
  return frame(
    <>
      {query.isPending ? <SkeletonRows what={t('requestsLoading')} rows={2} /> : null}
      {query.isError && rows.length === 0 ? (
        <div className={styles.padded}>
          <Failed title={t('listFailed')} onRetry={() => void query.refetch()}>
            {say(query.error.message)}
          </Failed>
        </div>
      ) : null}
      {rows.length > 0 ? (
        <ul className={styles.requests} aria-label={t('requests')}>
          {rows.map((row) => (
            <li key={`${row.process_id} ${row.number}`}>
              <RequestRow row={row} link={link(row)} titled={titled} />
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
    </>,
  )
}

interface RequestRowProps {
  readonly row: PublishRequestSummary
  readonly link: LinkProps
  readonly titled: boolean
}

function RequestRow({ row, link, titled }: RequestRowProps) {
  const t = useText('review')
  const { number, process_name: process } = row
  return (
    <Link className={styles.request} {...link}>
      <span className={styles.requestHead}>
        <strong>{titled ? t('title', { number, process }) : t('request', { number })}</strong>
        <StatusPill tone={toneOf[row.state]}>{t(`state_${row.state}`)}</StatusPill>
        {row.restores === null ? null : <StatusPill>{t('restores', { revision: row.restores })}</StatusPill>}
        {row.out_of_date ? <StatusPill tone="warning">{t('outOfDateShort')}</StatusPill> : null}
      </span>
      <span className={styles.reason}>{asKept(row.reason)}</span>
      <span className={styles.quiet}>
        {t('askedBy', { name: asKept(row.requested_by.name), time: here(row.requested_at) })}
        {row.comment_count > 0 ? ` · ${t('comments', { count: row.comment_count })}` : null}
      </span>
    </Link>
  )
}
