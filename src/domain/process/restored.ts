/**
 * An earlier revision as the next one. Whether the process is the default or in use stays as it is, and what was said
 * since is kept where its place still stands. What later revisions did with open deals is turned round: deals in a
 * stage that goes again move to the one that it took them from.
 */
import { commentsAfterReplacing } from './comment.ts'
import type { ProcessDocument } from './process.ts'

/** Open deals of the stage `from` were moved to `to`. */
export interface DealMove {
  readonly from: string
  readonly to: string
}

/** @param moves by the revisions after `earlier`, the newest first. */
export function restored(
  current: ProcessDocument,
  earlier: ProcessDocument,
  moves: readonly DealMove[] = [],
): ProcessDocument {
  const { id, isDefault, isActive } = current.process
  const { stages, transitions } = earlier
  const stageMigrations = turnedRound(current, earlier, moves)
  return {
    ...earlier,
    process: { ...earlier.process, isDefault, isActive, stageMigrations },
    comments: commentsAfterReplacing(
      current.comments,
      earlier.comments,
      (targetId) => targetId === id || stages[targetId] !== undefined || transitions[targetId] !== undefined,
    ),
  }
}

function turnedRound(
  current: ProcessDocument,
  earlier: ProcessDocument,
  moves: readonly DealMove[],
): Record<string, string> {
  const goesOn = (stageId: string) => earlier.stages[stageId]?.isActive === true
  const turned: Record<string, string> = {}
  for (const stageId of Object.keys(current.stages)) {
    if (goesOn(stageId)) continue
    // Back through one revision after the other, for a deal may have been moved by several.
    const home = moves.reduce((at, { from, to }) => (at === to && !goesOn(at) ? from : at), stageId)
    if (home !== stageId && goesOn(home)) turned[stageId] = home
  }
  return turned
}
