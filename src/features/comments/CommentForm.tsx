import Button from '@mui/material/Button'
import { type FormEvent, type KeyboardEvent, type Ref, useId, useState } from 'react'
import { commentLength } from '../../domain/process/comment.ts'
import { useText } from '../../text/index.ts'
import styles from './comments.module.css'

interface CommentFormProps {
  readonly label: string
  readonly send: string
  readonly initial?: string
  readonly autoFocus?: boolean
  readonly fieldRef?: Ref<HTMLTextAreaElement>
  /** The reason in words where it was refused; null where it was kept. */
  readonly onSend: (words: string) => string | null
  /** Absent: the form stays. */
  readonly onCancel?: () => void
}

/** Words of one's own: Control or Command and Enter sends, Escape leaves. What was refused stays, with the reason. */
export function CommentForm({
  label,
  send,
  initial = '',
  autoFocus = false,
  fieldRef,
  onSend,
  onCancel,
}: CommentFormProps) {
  const t = useText('comments')
  const id = useId()
  const [words, setWords] = useState(initial)
  const [reason, setReason] = useState<string | null>(null)
  const left = commentLength - words.length

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const refused = onSend(words)
    setReason(refused)
    if (refused === null) setWords('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={fieldRef}
        id={id}
        rows={2}
        maxLength={commentLength}
        value={words}
        placeholder={t('placeholder')}
        // biome-ignore lint/a11y/noAutofocus: opened by the person's own press of Reply or Edit
        autoFocus={autoFocus}
        aria-invalid={reason === null ? undefined : true}
        aria-describedby={reason === null ? undefined : `${id}-reason`}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setReason(null)
        }}
        onKeyDown={onKeyDown}
      />
      {reason === null ? null : (
        <p id={`${id}-reason`} role="alert" className={styles.reason}>
          {reason}
        </p>
      )}
      <div className={styles.formEnd}>
        {left <= 200 ? <span className={styles.quiet}>{t('left', { count: left })}</span> : null}
        {onCancel ? (
          <Button size="small" variant="text" onClick={onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
        <Button size="small" variant="contained" type="submit">
          {send}
        </Button>
      </div>
    </form>
  )
}
