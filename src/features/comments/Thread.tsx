import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import type { CommentThread } from '../../domain/process/comment.ts'
import { useEditor } from '../../editor/react.ts'
import { asKept } from '../../text/asKept.ts'
import { say, useText } from '../../text/index.ts'
import { shortly } from '../../text/when.ts'
import { CommentForm } from './CommentForm.tsx'
import { CommentWords } from './CommentWords.tsx'
import styles from './comments.module.css'

interface ThreadProps {
  readonly thread: CommentThread
  /** What it is pinned to, as people call it. */
  readonly name: string
  readonly me: { readonly id: string; readonly name: string }
  readonly readOnly: boolean
  readonly onGoTo: () => void
  /** The thread leaves the list that is shown: focus must not leave with it. */
  readonly onLeave: () => void
}

/** One question with its answers, the way to what it is about, and whether it is settled. */
export function Thread({ thread, name, me, readOnly, onGoTo, onLeave }: ThreadProps) {
  const t = useText('comments')
  const editor = useEditor()
  const [replying, setReplying] = useState(false)
  const place = useRef<HTMLButtonElement>(null)
  const [first] = thread.comments
  if (!first) return null
  const who = { by: me.id, byName: me.name }
  const reply = (words: string): string | null => {
    const { id: threadId, targetId } = thread
    const done = editor.dispatch('addComment', { targetId, threadId, text: words, ...who })
    if (!done.ok) return say(done.reason)
    setReplying(false)
    place.current?.focus()
    return null
  }
  const settle = () => {
    onLeave()
    editor.dispatch('resolveComment', { threadId: thread.id, resolved: thread.resolved === null, ...who })
  }
  return (
    <article
      className={styles.thread}
      data-thread={thread.id}
      aria-label={t('thread', { name, author: asKept(first.byName) })}
    >
      <h3 className={styles.place}>
        <button ref={place} type="button" title={t('goTo', { name })} onClick={onGoTo}>
          {name}
        </button>
      </h3>
      <ol>
        {thread.comments.map((comment) => (
          <CommentWords
            key={comment.id}
            comment={comment}
            me={me}
            readOnly={readOnly}
            onDelete={() => (thread.comments.length === 1 ? onLeave() : place.current?.focus())}
          />
        ))}
      </ol>
      {thread.resolved ? (
        <p className={styles.quiet}>
          {t('resolvedBy', {
            name: asKept(thread.resolved.byName),
            when: shortly(thread.resolved.at, new Date()),
          })}
        </p>
      ) : null}
      {readOnly ? null : replying ? (
        <CommentForm
          label={t('replyTo', { author: asKept(first.byName) })}
          send={t('sendReply')}
          autoFocus
          onSend={reply}
          onCancel={() => {
            setReplying(false)
            place.current?.focus()
          }}
        />
      ) : (
        <div className={styles.threadEnd}>
          <Button size="small" variant="text" onClick={() => setReplying(true)}>
            {t('reply')}
          </Button>
          <Button size="small" variant="text" onClick={settle}>
            {t(thread.resolved ? 'reopen' : 'resolve')}
          </Button>
        </div>
      )}
    </article>
  )
}
