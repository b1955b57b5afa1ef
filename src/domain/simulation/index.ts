/** What would happen: a process as a Markov chain and its exact solution. */
export type { Chain } from './chain.ts'
export { chainOf } from './chainOf.ts'
export { type ClosedFormAnswer, closedFormAnswer, looksLikeClosedForm, readClosedForm } from './closedForm.ts'
export { exactAnalysis, outcomeNotes } from './exactAnalysis.ts'
export { solveChain } from './markov.ts'
export type { AnalysisNote } from './notes.ts'
export { matrixOf } from './transitionMatrix.ts'
