/** What the commands about comments ask alike. */
import type { Comment } from '../process/comment.ts'
import type { ProcessDocument } from '../process/process.ts'

/** Stages, transitions and the process itself have comments. */
export const canBeCommented = (document: ProcessDocument, targetId: string): boolean =>
  document.stages[targetId] !== undefined ||
  document.transitions[targetId] !== undefined ||
  document.process.id === targetId

/** The words with this id; undefined where they are gone, or the id is of a mark. */
export function saidComment(document: ProcessDocument, id: string): Comment | undefined {
  const comment = document.comments[id]
  return comment?.kind === 'text' ? comment : undefined
}

/** Why somebody may not change these words; null where they may: everybody their own. */
export function refuseStrangers(document: ProcessDocument, id: string, by: string): string | null {
  const comment = saidComment(document, id)
  if (!comment) return 'The comment is not in this process any more.'
  return comment.by === by ? null : 'Only who wrote a comment can change it.'
}
