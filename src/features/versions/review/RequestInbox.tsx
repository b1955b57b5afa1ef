/** Requests to publish any process: those that wait for whoever is here, their own, or all. */
import InboxOutlined from '@mui/icons-material/InboxOutlined'
import { useRef } from 'react'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import type { PublishRequests } from '../../../data/api/publishRequests.ts'
import { useText } from '../../../text/index.ts'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { Segmented } from '../../../ui/forms/Segmented.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { useLocation, useNavigate } from '../../../ui/routing/place.ts'
import { RequestRows } from './RequestRows.tsx'
import styles from './review.module.css'

const filters = ['waiting', 'mine', 'all'] as const
type InboxFilter = (typeof filters)[number]
export const isInboxFilter = (word: unknown): word is InboxFilter => filters.some((one) => one === word)

/** What tells one request from all others. */
export const requestKey = (processId: string, number: number): string => `${processId}/${number}`

interface RequestInboxProps {
  readonly requests: Pick<PublishRequests, 'all'>
  readonly addressOf: (processId: string, number: number) => string
  readonly shown: InboxFilter
  readonly onShow: (filter: InboxFilter) => void
  /** The request one comes back from: it has focus again. */
  readonly opened: string | null
}

export function RequestInbox({ requests, addressOf, shown, onShow, opened }: RequestInboxProps) {
  const t = useText('review')
  const navigate = useNavigate()
  const { href } = useLocation()
  const list = useRef<HTMLDivElement>(null)
  const only = shown === 'all' ? undefined : shown
  const keyOf = ({ process_id, number }: PublishRequestSummary) => requestKey(process_id, number)
  return (
    <div className={styles.room}>
      <div className={styles.filter}>
        <Segmented
          label={t('inboxShow')}
          hideLabel
          value={shown}
          options={filters.map((value) => ({ value, label: t(`inbox_${value}`) }))}
          onChange={onShow}
        />
      </div>
      <div ref={list}>
        <RequestRows
          key={shown}
          queryKey={['publishRequests', 'all', shown]}
          load={(page) => requests.all({ only }, page)}
          link={(row) => ({
            to: addressOf(row.process_id, row.number),
            state: { from: 'requests' },
            // The browser's own way back leads to the same row.
            onClick: () => navigate(href, { replace: true, state: { opened: keyOf(row) } }),
            'data-request': keyOf(row),
          })}
          titled
          frame={(rows) => (
            <Panel title={t(`inbox_${shown}`)} level={2} flush>
              {rows}
            </Panel>
          )}
          empty={
            <EmptyState icon={<InboxOutlined />} title={t(`inboxNone_${shown}`)}>
              {t(`inboxNoneBody_${shown}`)}
            </EmptyState>
          }
          onShown={() => {
            if (opened !== null)
              list.current?.querySelector<HTMLElement>(`[data-request="${CSS.escape(opened)}"]`)?.focus()
          }}
        />
      </div>
    </div>
  )
}
