/** What was announced lately, newest first: spoken words can be read again, and copied for whoever helps. */
import ContentCopy from '@mui/icons-material/ContentCopy'
import Button from '@mui/material/Button'
import { language, useText } from '../../text/index.ts'
import { announce, useActivity } from '../../ui/announcer/index.ts'
import styles from './activity.module.css'

interface ActivityLogProps {
  readonly copy?: (words: string) => Promise<void>
}

const toClipboard = (words: string) => navigator.clipboard.writeText(words)

export function ActivityLog({ copy = toClipboard }: ActivityLogProps) {
  const t = useText('activity')
  const entries = [...useActivity()].reverse()
  const time = new Intl.DateTimeFormat(language(), { timeStyle: 'medium' })
  const timeOf = (at: string) => time.format(new Date(at))
  const copyAll = () =>
    copy(entries.map(({ at, text }) => `${timeOf(at)}  ${text}`).join('\n')).then(
      () => announce(t('copied')),
      () => announce(t('notCopied')),
    )
  if (entries.length === 0) return <p className={styles.empty}>{t('empty')}</p>
  return (
    <>
      <ol className={styles.log} reversed>
        {entries.map(({ id, at, text }) => (
          <li key={id}>
            <time dateTime={at}>{timeOf(at)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      <Button variant="outlined" size="small" startIcon={<ContentCopy />} onClick={() => void copyAll()}>
        {t('copy')}
      </Button>
    </>
  )
}
