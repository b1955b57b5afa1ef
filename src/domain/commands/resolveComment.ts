/** Marks a thread as settled, or opens it again. The mark is an entry of its own, so no answer is overwritten. */
import { z } from 'zod'
import { commentSchema, threadsOf } from '../process/comment.ts'
import { quoted, targetNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import { defineCommand } from './command.ts'
import { canBeCommented } from './comments.ts'

export const resolveComment = defineCommand({
  id: 'resolveComment',
  payload: commentSchema.pick({ threadId: true, by: true, byName: true }).extend({ resolved: z.boolean() }),
  label: (document, { threadId, resolved }) =>
    `${resolved ? 'Resolve' : 'Reopen'} comment on ${quoted(targetNameOf(document, threadOf(document, threadId)?.targetId ?? ''))}`,
  refuse: (document, { threadId }) => {
    const thread = threadOf(document, threadId)
    if (!thread) return 'The comment is not in this process any more.'
    return canBeCommented(document, thread.targetId)
      ? null
      : 'What the comment is about is not in this process any more.'
  },
  run: (document, { threadId, resolved, by, byName }, context) => {
    const thread = threadOf(document, threadId)
    if (!thread || (thread.resolved !== null) === resolved) return document
    const { targetId } = thread
    const kind = resolved ? 'resolved' : 'reopened'
    const id = context.newId()
    return putRows(document, 'comments', [
      { id, threadId, targetId, kind, text: '', by, byName, at: context.now, editedAt: null },
    ])
  },
})

const threadOf = (document: ProcessDocument, id: string) =>
  threadsOf(document.comments).find((thread) => thread.id === id)
