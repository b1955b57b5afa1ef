import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import CloudUploadOutlined from '@mui/icons-material/CloudUploadOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import LinearProgress from '@mui/material/LinearProgress'
import { useEffect, useRef } from 'react'
import type { PublishSteps } from '../../data/api/backend.ts'
import { say, useText } from '../../text/index.ts'
import type { PublishProgress } from './progress.ts'
import styles from './publish.module.css'

interface PublishResultProps {
  readonly progress: PublishProgress
  readonly movedDeals: number
  /** Of a publish to a backend that is not ours: `steps` while it goes. Absent where it is ours. */
  readonly elsewhere?: { readonly steps: PublishSteps | null } | undefined
}

const looks = {
  sending: { tone: 'info', Icon: CloudUploadOutlined },
  queued: { tone: 'info', Icon: CloudUploadOutlined },
  parked: { tone: 'error', Icon: ErrorOutlined },
  conflict: { tone: 'error', Icon: ErrorOutlined },
  done: { tone: 'success', Icon: CheckCircleOutlined },
} as const

/** What became of the publish; its heading takes focus, for the button that was pressed is gone. */
export function PublishResult({ progress, movedDeals, elsewhere }: PublishResultProps) {
  const t = useText('publish')
  const other = useText('backends')
  const heading = useRef<HTMLHeadingElement>(null)
  const { kind } = progress
  const steps = elsewhere?.steps ?? null
  useEffect(() => heading.current?.focus(), [])
  const { tone, Icon } = looks[kind]
  const [title, body] = wordsOf()
  return (
    <div className={styles.result} data-tone={tone}>
      <Icon aria-hidden />
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>
        {body}
        {kind === 'done' && movedDeals > 0 ? ` ${t('doneDeals', { count: movedDeals })}` : null}
      </p>
      {kind === 'sending' ? (
        <LinearProgress
          className={styles.progress ?? ''}
          aria-label={title}
          {...(steps && { variant: 'determinate', value: (100 * steps.done) / steps.total })}
        />
      ) : null}
    </div>
  )

  function wordsOf(): readonly [title: string, body: string] {
    switch (progress.kind) {
      case 'sending':
        if (!steps) return [t('sending'), t('sendingBody')]
        return [
          other('steps', { step: Math.min(steps.done + 1, steps.total), total: steps.total }),
          other('stepsBody'),
        ]
      case 'queued':
        return [t('queued'), t('queuedBody')]
      case 'parked':
        return elsewhere
          ? [other('partly'), other('partlyBody', { why: say(progress.why) })]
          : [t('parked'), t('parkedBody', { why: say(progress.why) })]
      case 'conflict':
        return [t('clashed'), t('clashedBody')]
      case 'done':
        return [t('done', { revision: progress.revision }), t('doneBody')]
    }
  }
}
