import MoreHoriz from '@mui/icons-material/MoreHoriz'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import type { Comment } from '../../domain/process/comment.ts'
import { useEditor } from '../../editor/react.ts'
import { asKept } from '../../text/asKept.ts'
import { say, useText } from '../../text/index.ts'
import { exactly, shortly } from '../../text/when.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { CommentForm } from './CommentForm.tsx'
import styles from './comments.module.css'

interface CommentWordsProps {
  readonly comment: Comment
  /** Who is here: their own words can be changed. */
  readonly me: { readonly id: string }
  readonly readOnly: boolean
  /** Called before the words go, so that focus finds a place. */
  readonly onDelete: () => void
}

/** What one person said, with the time; one's own can be edited and deleted. */
export function CommentWords({ comment, me, readOnly, onDelete }: CommentWordsProps) {
  const t = useText('comments')
  const editor = useEditor()
  const [editing, setEditing] = useState(false)
  const { id: commentId, at, editedAt } = comment
  const byName = asKept(comment.byName)
  const save = (words: string): string | null => {
    const done = editor.dispatch('editComment', { commentId, text: words, by: me.id })
    if (!done.ok) return say(done.reason)
    setEditing(false)
    return null
  }
  const remove = () => {
    onDelete()
    editor.dispatch('removeComment', { commentId, by: me.id })
  }
  return (
    <li className={styles.comment}>
      <div className={styles.byline}>
        <strong>{byName}</strong>
        <time dateTime={at} title={exactly(at)}>
          {shortly(at, new Date())}
        </time>
        {editedAt === null ? null : (
          <span className={styles.quiet} title={exactly(editedAt)}>
            {t('edited')}
          </span>
        )}
        {comment.by === me.id && !readOnly && !editing ? (
          <ActionMenu
            label={t('more', { author: byName })}
            actions={[
              { id: 'edit', label: t('edit'), run: () => setEditing(true) },
              { id: 'delete', label: t('delete'), run: remove },
            ]}
            button={(props) => (
              <IconButton {...props} size="small" aria-label={t('more', { author: byName })}>
                <MoreHoriz fontSize="small" />
              </IconButton>
            )}
          />
        ) : null}
      </div>
      {editing ? (
        <CommentForm
          label={t('editLabel')}
          send={t('save')}
          initial={comment.text}
          autoFocus
          onSend={save}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className={styles.words}>{asKept(comment.text)}</p>
      )}
    </li>
  )
}
