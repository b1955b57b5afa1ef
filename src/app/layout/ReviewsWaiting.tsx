/** How many requests to publish wait for the person who is here; what becomes of one is said wherever they are. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useEditorState } from '../../editor/react.ts'
import { text, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { useFreshRequests, usePublishRequests } from '../publishRequests.ts'
import { Queries } from '../Queries.tsx'
import { useUser } from '../services.ts'
import { useWorkspace } from '../workspaces.ts'
import styles from './reviewsWaiting.module.css'

export function ReviewsWaiting({ processId }: { readonly processId: string }) {
  return (
    <Queries>
      <Waiting processId={processId} />
    </Queries>
  )
}

function Waiting({ processId }: { readonly processId: string }) {
  const user = useUser()
  useNews(processId, user.id)
  return <Count of={processId} />
}

/** Of all processes. */
export const AllReviewsWaiting = () => <Count of={null} />

/** `of`: one process; null: all of them. */
function Count({ of }: { readonly of: string | null }) {
  const t = useText('review')
  const requests = usePublishRequests()
  useFreshRequests(of)
  const { data } = useQuery({
    queryKey: ['publishRequests', of ?? 'all', 'waiting', 'count'],
    enabled: requests !== null,
    queryFn: async () => (await requests?.all({ only: 'waiting', processId: of ?? undefined })) ?? null,
  })
  const count = data?.ok ? data.value.count : 0
  return count === 0 ? null : (
    <span className={styles.waiting}>
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('waiting', { count })}</span>
    </span>
  )
}

const news = {
  'publish_request.created': 'news_created',
  'publish_request.renewed': 'news_renewed',
  'publish_request.approved': 'news_approved',
  'publish_request.published': 'news_published',
  'publish_request.declined': 'news_declined',
  'publish_request.failed': 'news_failed',
} as const
const isNews = (kind: string): kind is keyof typeof news => Object.hasOwn(news, kind)

/** Of what others did; a scheduled publish that failed is news for whoever approved it, too. */
function useNews(processId: string, userId: string): void {
  const { onEvent } = useWorkspace()
  const process = useEditorState(({ document }) => document.process.processName)
  useEffect(
    () =>
      onEvent((event) => {
        if (event?.process_id !== processId || !isNews(event.kind)) return
        if (event.by.id === userId && event.kind !== 'publish_request.failed') return
        announce(text('review', news[event.kind], { process, number: Number(event.data.number) }))
      }),
    [onEvent, processId, userId, process],
  )
}
