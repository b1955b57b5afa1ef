/** What would happen: a process as a Markov chain and its exact solution. */
export type { Chain, ChainMove, ChainState, Moments, ShareSource } from './chain.ts'
export { chainOf, type ObservedMoves } from './chainOf.ts'
export { type ClosedFormAnswer, closedFormAnswer, looksLikeClosedForm, readClosedForm } from './closedForm.ts'
export { erlangC, type Queue, type QueueResult } from './erlang.ts'
export {
  type ExactAnalysis,
  exactAnalysis,
  type MoveAnalysis,
  outcomeNotes,
  type StageAnalysis,
  type TimeSummary,
} from './exactAnalysis.ts'
export { type MarkovSolution, solveChain } from './markov.ts'
export type { AnalysisNote, NoteKind } from './notes.ts'
export { daysGradients, winGradients, workInProgress } from './sensitivity.ts'
export { matrixOf } from './transitionMatrix.ts'
