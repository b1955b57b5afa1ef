/** Where a request stands, in a sentence: what became of it, or what stands in its way. */
import type { ReactNode } from 'react'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import { useEditorState } from '../../../editor/react.ts'
import { asKept } from '../../../text/asKept.ts'
import { say, useText } from '../../../text/index.ts'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { here, there } from './reviewWords.ts'

interface OutcomeProps {
  readonly request: PublishRequestSummary
  readonly mine: boolean
  readonly timeZone: string
}

export function Outcome({ request, mine, timeZone }: OutcomeProps) {
  const t = useText('review')
  const published = useEditorState(({ base }) => base?.process.revision ?? 0)
  const { state, publish_at, requested_by, decided_by, decided_at, decision, refusal, revision } = request
  const decider = asKept(decided_by?.name ?? '')
  const reviewed = decided_by !== null && decided_by.id !== requested_by.id
  const said = decision ? <p>{t('said', { words: decision })}</p> : null
  const whenDecided = { name: decider, time: decided_at === null ? '' : here(decided_at) }
  const stale = request.out_of_date ? (
    <Notice tone="warning" title={t('outOfDate', { revision: published })}>
      {mine
        ? t(request.restores === null ? 'outOfDateMine' : 'outOfDateRestores')
        : t('outOfDateOther', { name: asKept(requested_by.name) })}
    </Notice>
  ) : null
  return (
    <>
      {ofState()}
      {stale}
    </>
  )

  function ofState(): ReactNode {
    switch (state) {
      case 'open':
        return publish_at === null ? null : (
          <Notice tone="info" title={t('atTime', { time: there(publish_at, timeZone) })} />
        )
      case 'scheduled':
        return (
          <Notice
            tone="info"
            title={t('scheduled', { time: publish_at === null ? '' : there(publish_at, timeZone) })}
          >
            {t(reviewed ? 'scheduledBody' : 'scheduledAlone', { name: decider })}
            {said}
          </Notice>
        )
      case 'failed':
        return (
          <Notice tone="error" title={t('notPublished')}>
            {t('notPublishedBody', { why: say(refusal ?? '') })}
          </Notice>
        )
      case 'declined':
        return (
          <Notice tone="warning" title={t('declined', { name: decider })}>
            {said}
          </Notice>
        )
      case 'withdrawn':
        return (
          <Notice tone="info" title={t('withdrawn', { name: decider })}>
            {said}
          </Notice>
        )
      case 'published':
        return (
          <Notice tone="success" title={t('published', { revision: revision ?? 0 })}>
            {t(reviewed ? 'publishedBody' : 'publishedAlone', whenDecided)}
            {said}
          </Notice>
        )
    }
  }
}
