/** One request to publish: what it would do to the process, the deals and the money, what is said of it, and the decision. */
import ArrowBack from '@mui/icons-material/ArrowBack'
import Button from '@mui/material/Button'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Backend } from '../../../data/api/backend.ts'
import type { PublishRequests, ReadRequest } from '../../../data/api/publishRequests.ts'
import { useEditorState } from '../../../editor/react.ts'
import { asKept } from '../../../text/asKept.ts'
import { say, useText } from '../../../text/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { Failed } from '../../../ui/feedback/Failed.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { SkeletonRows } from '../../../ui/feedback/SkeletonRows.tsx'
import { DiffGraph } from '../../../ui/graph/DiffGraph.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Link, type LinkProps } from '../../../ui/routing/Link.tsx'
import { Differences } from '../Differences.tsx'
import { useDocumentOf } from '../useDocumentOf.ts'
import { Conversation } from './Conversation.tsx'
import { Decision } from './Decision.tsx'
import { differencePicture } from './differencePicture.ts'
import { ImpactFacts } from './ImpactFacts.tsx'
import { Outcome } from './Outcome.tsx'
import { ProblemFacts } from './ProblemFacts.tsx'
import styles from './review.module.css'
import { here, toneOf } from './reviewWords.ts'
import type { KeptWords } from './useKeptWords.ts'
import { usePolicy, useRequest } from './useRequest.ts'

export interface ReviewProps {
  readonly requests: PublishRequests
  readonly backend: Pick<Backend, 'version'>
  readonly number: number
  readonly userId: string
  readonly hasNetwork: boolean
  /** Words not sent yet, by what they are for. */
  readonly kept: (what: string) => KeptWords
  /** The way back to where one came from. */
  readonly back: LinkProps
}

export function Review(props: ReviewProps) {
  const { requests, number, hasNetwork, back } = props
  const t = useText('review')
  const processId = useEditorState(({ document }) => document.process.id)
  const { query, refresh, missing } = useRequest(requests, processId, number)
  const request = query.data
  return (
    <div className={styles.room}>
      <Link {...back} className={styles.back}>
        <ArrowBack aria-hidden />
        {back.children}
      </Link>
      {hasNetwork ? null : (
        <Notice tone="info" title={t('offline')}>
          {t('offlineBody')}
        </Notice>
      )}
      {missing ? <EmptyState title={t('missing')} /> : null}
      {query.isError && !missing && !request ? (
        <Failed title={t('failed')} onRetry={() => void query.refetch()}>
          {t('failedBody', { why: say(query.error.message) })}
        </Failed>
      ) : null}
      {query.isPending ? <SkeletonRows what={t('loading')} rows={8} /> : null}
      {request ? <Loaded {...props} request={request} refresh={refresh} /> : null}
    </div>
  )
}

interface LoadedProps extends ReviewProps {
  readonly request: ReadRequest
  readonly refresh: () => Promise<void>
}

function Loaded({ request, refresh, requests, backend, userId, hasNetwork, kept }: LoadedProps) {
  const t = useText('review')
  const heading = useRef<HTMLHeadingElement>(null)
  const decision = useRef<HTMLDivElement>(null)
  const [decisions, setDecisions] = useState(0)
  // What was pressed may be gone with the decision; what became of it stands below the heading.
  useEffect(() => {
    if (decisions > 0) heading.current?.focus()
  }, [decisions])
  const answer = usePolicy(requests)
  const policy = answer?.ok ? answer.value : { four_eyes: false, time_zone: 'UTC' }
  const { document, number, base_revision, restores, requested_by, requested_at, round, state } = request
  const mine = requested_by.id === userId
  const told = { name: asKept(requested_by.name), base: base_revision, time: here(requested_at) }
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('title', { number, process: document.process.processName })}
        </h2>
        <p>
          <StatusPill tone={toneOf[state]}>{t(`state_${state}`)}</StatusPill>
          {round > 1 ? <StatusPill>{t('round', { round })}</StatusPill> : null}
          <span>
            {restores === null
              ? t(base_revision === 0 ? 'leadFirst' : 'lead', told)
              : t('leadRestores', { ...told, revision: restores })}
          </span>
        </p>
        {state === 'published' || state === 'withdrawn' ? null : (
          <Button
            size="small"
            variant="outlined"
            className={styles.jump ?? ''}
            onClick={() => {
              decision.current?.scrollIntoView({ block: 'center' })
              decision.current?.focus()
            }}
          >
            {t('toDecision')}
          </Button>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          <Outcome request={request} mine={mine} timeZone={policy.time_zone} />
          <blockquote className={styles.why} aria-label={t('why')}>
            {asKept(request.reason)}
          </blockquote>
          <WhatChanges request={request} backend={backend} />
        </div>
        <div className={styles.side}>
          <div ref={decision} tabIndex={-1} className={styles.decision}>
            <Decision
              {...{ request, requests, mine, hasNetwork, kept }}
              onDecided={async () => {
                await refresh()
                setDecisions(decisions + 1)
              }}
              fourEyes={policy.four_eyes}
              timeZone={policy.time_zone}
            />
          </div>
          {request.impact ? (
            <Panel title={t('deals')} level={3}>
              <ImpactFacts impact={request.impact} document={document} />
            </Panel>
          ) : null}
          {request.impact ? (
            <Panel title={t('problems')} level={3}>
              <ProblemFacts problems={request.problems} />
            </Panel>
          ) : null}
          <Conversation {...{ request, requests, hasNetwork, refresh }} kept={kept('comment')} />
        </div>
      </div>
    </>
  )
}

function WhatChanges({ request, backend }: Pick<LoadedProps, 'request' | 'backend'>) {
  const t = useText('review')
  const words = useText('versions')
  const { document, base_revision, number } = request
  const base = useDocumentOf(backend, document.process.id, base_revision)
  const before = base.kind === 'known' ? base.document : null
  const picture = useMemo(() => (before ? differencePicture(before, document) : null), [before, document])
  if (base.kind === 'failed')
    return (
      <Failed title={words('notCompared')} onRetry={base.retry}>
        {say(base.why)}
      </Failed>
    )
  if (!before || !picture) return <SkeletonRows what={t('changes')} rows={6} />
  return (
    <>
      <Panel title={t('picture')} level={3}>
        <DiffGraph nodes={picture.nodes} edges={picture.edges} label={t('pictureLabel', picture.counts)} />
        <ul className={styles.legend} aria-label={t('legend')}>
          {(['added', 'changed', 'removed'] as const).map((mark) => (
            <li key={mark} data-mark={mark}>
              {t(mark)}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('changes')} level={3}>
        <Differences
          before={before}
          after={document}
          names={[words('revision', { revision: base_revision }), t('request', { number })]}
          view="words"
        />
      </Panel>
    </>
  )
}
