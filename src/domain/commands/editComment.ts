/** Rewords one's own comment. */
import { z } from 'zod'
import { commentLength } from '../process/comment.ts'
import { quoted, targetNameOf } from '../process/names.ts'
import { putRows, withFields } from '../process/rows.ts'
import { defineCommand } from './command.ts'
import { refuseStrangers, saidComment } from './comments.ts'

export const editComment = defineCommand({
  id: 'editComment',
  payload: z.strictObject({
    commentId: z.string(),
    text: z.string().trim().min(1, 'Write a comment first.').max(commentLength),
    /** Who asks for it. */
    by: z.string(),
  }),
  label: (document, { commentId }) =>
    `Edit comment on ${quoted(targetNameOf(document, document.comments[commentId]?.targetId ?? ''))}`,
  refuse: (document, { commentId, by }) => refuseStrangers(document, commentId, by),
  run: (document, { commentId, text }, context) => {
    const comment = saidComment(document, commentId)
    if (!comment || comment.text === text) return document
    return putRows(document, 'comments', [withFields(comment, { text, editedAt: context.now })])
  },
})
