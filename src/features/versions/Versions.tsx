/** The history of the open process: a list, the difference of any two sides, and the ways back. */
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Backend } from '../../data/api/backend.ts'
import { describeChanges } from '../../domain/process/describeChanges.ts'
import { diffProcesses } from '../../domain/process/diff.ts'
import { useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Failed } from '../../ui/feedback/Failed.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { Compare } from './Compare.tsx'
import { FailedRequest } from './failedRequest.ts'
import type { Restoring } from './RestoreDialog.tsx'
import type { Side } from './side.ts'
import { VersionList } from './VersionList.tsx'
import styles from './versions.module.css'

interface VersionsProps {
  readonly backend: Pick<Backend, 'versions' | 'version'>
  readonly restoring: Restoring
  readonly hasNetwork: boolean
  /** Requests to publish, where the backend keeps some. */
  readonly requests?: ReactNode
}

/** The comparison stands below the list, out of sight of what is chosen there. */
const stacked = '(max-width: 899px)'

export function Versions({ backend, restoring, hasNetwork, requests }: VersionsProps) {
  const t = useText('versions')
  const cache = useQueryClient()
  const { document, base } = useEditorState((state) => ({ document: state.document, base: state.base }))
  const processId = document.process.id
  const revision = base?.process.revision ?? 0
  const query = useInfiniteQuery({
    queryKey: ['versions', processId, 'list'],
    initialPageParam: 1,
    enabled: revision > 0,
    queryFn: async ({ pageParam }) => {
      const answer = await backend.versions(processId, pageParam)
      if (!answer.ok) throw new FailedRequest(answer.failure)
      return answer.value
    },
    getNextPageParam: ({ count }, pages) =>
      pages.reduce((sum, page) => sum + page.rows.length, 0) < count ? pages.length + 1 : undefined,
  })
  // A revision that arrives while one looks at the list stands in it at once.
  useEffect(() => {
    if (revision > 0) void cache.invalidateQueries({ queryKey: ['versions', processId, 'list'] })
  }, [cache, processId, revision])

  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const current = Math.max(revision, rows[0]?.revision ?? 0)
  const draftChanges = useMemo(
    () => (base ? describeChanges(diffProcesses(base, document), base, document).length : 0),
    [base, document],
  )
  const [chosen, setChosen] = useState<{ readonly from: Side; readonly to: Side } | null>(null)
  const shown =
    chosen ??
    (draftChanges > 0 ? { from: revision, to: 'draft' as const } : { from: current - 1, to: current })

  const comparison = useRef<HTMLDivElement>(null)
  const choose = (to: Side) => {
    setChosen({ from: to === 'draft' ? revision : to - 1, to })
    if (matchMedia(stacked).matches) comparison.current?.scrollIntoView()
  }

  if (revision === 0)
    return (
      <Room>
        <EmptyState icon={<HistoryOutlined />} title={t('none')}>
          {t('noneBody')}
        </EmptyState>
        {requests}
      </Room>
    )
  return (
    <Room>
      {hasNetwork ? null : (
        <Notice tone="info" title={t('offline')}>
          {t(rows.length > 0 ? 'offlineLoaded' : 'offlineBody')}
        </Notice>
      )}
      <div className={styles.columns}>
        <div className={styles.lists}>
          {requests}
          <Panel title={t('list')} level={3} flush>
            {query.isError && hasNetwork ? (
              <div className={styles.failed}>
                <Failed title={t('failed')} onRetry={() => void query.refetch()}>
                  {t('failedBody', { why: say(query.error.message) })}
                </Failed>
              </div>
            ) : null}
            {query.isPending && !query.isError ? (
              <SkeletonRows what={t('loading')} />
            ) : (
              <VersionList
                rows={rows}
                current={current}
                draftChanges={draftChanges}
                chosen={shown.to}
                onChoose={choose}
                onOlder={query.hasNextPage ? () => void query.fetchNextPage() : null}
                loadingOlder={query.isFetchingNextPage}
              />
            )}
          </Panel>
        </div>
        <div ref={comparison} className={styles.comparison}>
          <Compare
            backend={backend}
            restoring={restoring}
            revisions={rows.map((row) => row.revision)}
            current={current}
            draftChanges={draftChanges}
            shown={shown}
            onShow={setChosen}
            hasNetwork={hasNetwork}
          />
        </div>
      </div>
    </Room>
  )
}

function Room({ children }: { readonly children: React.ReactNode }) {
  const t = useText('versions')
  return (
    <div className={styles.room}>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <p>{t('lead')}</p>
      </div>
      {children}
    </div>
  )
}
