/**
 * An earlier revision as the next one. Whether the process is the default or in use stays as it is, deals are not moved
 * by what that revision moved, and what was said since is kept where its place still stands.
 */
import { commentsAfterReplacing } from './comment.ts'
import type { ProcessDocument } from './process.ts'

export function restored(current: ProcessDocument, earlier: ProcessDocument): ProcessDocument {
  const { id, isDefault, isActive } = current.process
  const { stages, transitions } = earlier
  return {
    ...earlier,
    process: { ...earlier.process, isDefault, isActive, stageMigrations: {} },
    comments: commentsAfterReplacing(
      current.comments,
      earlier.comments,
      (targetId) => targetId === id || stages[targetId] !== undefined || transitions[targetId] !== undefined,
    ),
  }
}
