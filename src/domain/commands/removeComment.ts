/** Removes one's own comment. Answers of others stay; with the last words of a thread its marks go. */
import { z } from 'zod'
import { quoted, targetNameOf } from '../process/names.ts'
import { dropRows } from '../process/rows.ts'
import { defineCommand } from './command.ts'
import { refuseStrangers, saidComment } from './comments.ts'

export const removeComment = defineCommand({
  id: 'removeComment',
  /** `by`: who asks for it. */
  payload: z.strictObject({ commentId: z.string(), by: z.string() }),
  label: (document, { commentId }) =>
    `Delete comment on ${quoted(targetNameOf(document, document.comments[commentId]?.targetId ?? ''))}`,
  refuse: (document, { commentId, by }) => refuseStrangers(document, commentId, by),
  run: (document, { commentId }) => {
    const comment = saidComment(document, commentId)
    if (!comment) return document
    const thread = Object.values(document.comments).filter(({ threadId }) => threadId === comment.threadId)
    const last = thread.every(({ id, kind }) => id === commentId || kind !== 'text')
    return dropRows(document, 'comments', last ? thread.map(({ id }) => id) : [commentId])
  },
})
