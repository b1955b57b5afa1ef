/** Says something about a stage, a transition or the process, in a new thread or as an answer in one. */
import { z } from 'zod'
import { commentLength, commentSchema, threadsOf } from '../process/comment.ts'
import { quoted, targetNameOf } from '../process/names.ts'
import { putRows } from '../process/rows.ts'
import { defineCommand } from './command.ts'
import { canBeCommented } from './comments.ts'

export const addComment = defineCommand({
  id: 'addComment',
  payload: commentSchema.pick({ targetId: true, by: true, byName: true }).extend({
    id: z.string().min(1).optional(),
    /** The thread that is answered; absent: a new one. */
    threadId: z.string().min(1).optional(),
    text: z.string().trim().min(1, 'Write a comment first.').max(commentLength),
  }),
  label: (document, { targetId, threadId }) =>
    `${threadId === undefined ? 'Comment' : 'Reply'} on ${quoted(targetNameOf(document, targetId))}`,
  refuse: (document, { id, targetId, threadId }) => {
    if (!canBeCommented(document, targetId))
      return 'What the comment is about is not in this process any more.'
    if (id !== undefined && document.comments[id]) return 'There is already a comment with this id.'
    const thread = threadsOf(document.comments).find((one) => one.id === threadId)
    return threadId === undefined || thread?.targetId === targetId
      ? null
      : 'The comment to answer is not in this process any more.'
  },
  run: (document, { id: given, targetId, threadId, text, by, byName }, context) => {
    const id = given ?? context.newId()
    return putRows(document, 'comments', [
      {
        id,
        threadId: threadId ?? id,
        targetId,
        kind: 'text',
        text,
        by,
        byName,
        at: context.now,
        editedAt: null,
      },
    ])
  },
})
