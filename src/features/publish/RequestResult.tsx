import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import { useEffect, useRef } from 'react'
import type { PublishRequestSummary } from '../../contract/publishRequests.ts'
import { language, useText } from '../../text/index.ts'
import styles from './publish.module.css'

interface RequestResultProps {
  readonly request: PublishRequestSummary
  readonly timeZone: string
}

/** What was asked for; its heading takes focus, for the button that was pressed is gone. */
export function RequestResult({ request, timeZone }: RequestResultProps) {
  const t = useText('publish')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { number, state, publish_at } = request
  const time =
    publish_at === null
      ? ''
      : new Intl.DateTimeFormat(language(), {
          dateStyle: 'full',
          timeStyle: 'short',
          timeZone,
        }).format(new Date(publish_at))
  return (
    <div className={styles.result} data-tone="success">
      <CheckCircleOutlined aria-hidden />
      <h3 ref={heading} tabIndex={-1}>
        {t(state === 'scheduled' ? 'askedLater' : 'asked')}
      </h3>
      <p>{state === 'scheduled' ? t('askedLaterBody', { number, time }) : t('askedBody', { number })}</p>
    </div>
  )
}
