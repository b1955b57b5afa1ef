/** What is said about a request, and a word of one's own. */
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { PublishRequests, ReadRequest } from '../../../data/api/publishRequests.ts'
import { asKept } from '../../../text/asKept.ts'
import { say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { TextField } from '../../../ui/forms/TextField.tsx'
import { useFaultFocus } from '../../../ui/forms/useFaultFocus.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import styles from './review.module.css'
import { here } from './reviewWords.ts'
import { type KeptWords, useKeptWords } from './useKeptWords.ts'

interface ConversationProps {
  readonly request: ReadRequest
  readonly requests: Pick<PublishRequests, 'comment'>
  readonly hasNetwork: boolean
  readonly kept: KeptWords
  readonly refresh: () => Promise<void>
}

export function Conversation({ request, requests, hasNetwork, kept, refresh }: ConversationProps) {
  const t = useText('review')
  const { comments, round, process_id, number } = request
  const [words, setWords] = useKeptWords(kept)
  const [error, setError] = useState<string | undefined>()
  const [attempts, setAttempts] = useState(0)
  const form = useFaultFocus<HTMLFormElement>(attempts)
  const [busy, setBusy] = useState(false)
  // The same key while the same words are tried again: an answer that got lost says nothing twice.
  const [key, setKey] = useState(() => newId())

  const send = async () => {
    setBusy(true)
    const answer = await requests.comment(process_id, number, words.trim(), key)
    setBusy(false)
    setError(answer.ok ? undefined : say(answer.failure.message))
    announce(answer.ok ? t('sent') : say(answer.failure.message))
    if (!answer.ok) return
    setWords('')
    setKey(newId())
    await refresh()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const missing = !hasNetwork ? t('offline') : words.trim() === '' ? t('commentMissing') : undefined
    setError(missing)
    if (missing) {
      setAttempts(attempts + 1)
      announce(missing)
    } else void send()
  }
  return (
    <Panel title={t('conversation')} level={3}>
      {comments.length === 0 ? <p className={styles.quiet}>{t('nothingSaid')}</p> : null}
      <ol className={styles.comments} aria-label={t('conversation')}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className={styles.quiet}>
              <strong>{asKept(comment.by.name)}</strong> {here(comment.at)}
              {comment.round === round ? null : ` ${t('ofRound', { round: comment.round })}`}
            </p>
            <p>{comment.text}</p>
          </li>
        ))}
      </ol>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('comment')}
          rows={2}
          maxLength={5_000}
          value={words}
          error={error}
          onChange={({ target }) => setWords(target.value)}
        />
        <div>
          <Button type="submit" variant="outlined" loading={busy}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
