/**
 * A process as a chain: its active stages as states, each with a dwell time, and its transitions as moves with a
 * share. Whatever had to be assumed is said in a note. Conditions are not known here; a timed automatic transition
 * without conditions moves on whoever is still in the stage after its days.
 */
import { graphOf, type ProcessGraph } from '../process/graph.ts'
import { stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { type DurationDistribution, type SalesStage, stageKind } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import type { Chain, ChainMove, ChainState } from './chain.ts'
import { type CutDwell, cutAt, gammaOfMean, momentsOf } from './dwell.ts'
import { type AnalysisNote, type NotesTaken, notesInWords } from './notes.ts'
import { type Exit, shareOut } from './shares.ts'

/** Moves counted in history, by transition id; only stages with counts are shared out by them. */
export type ObservedMoves = Readonly<Record<string, number>>

export interface ProcessChain {
  readonly chain: Chain
  readonly notes: readonly AnalysisNote[]
}

/** States are the active stages by order. Never throws, whatever numbers the stages carry. */
export function chainOf(document: ProcessDocument, observed: ObservedMoves = {}): ProcessChain {
  const graph = graphOf(document)
  const indexOf = new Map(graph.activeStages.map((stage, index) => [stage.id, index]))
  const states: ChainState[] = []
  const moves: ChainMove[] = []
  const taken: NotesTaken = { durationAssumed: [], notImplied: [], unweighted: [], reworkUnweighted: [] }
  for (const [index, stage] of graph.activeStages.entries()) {
    const kind = stageKind(stage)
    if (kind !== 'open') {
      states.push({ id: stage.id, kind, dwell: { mean: 0, variance: 0 } })
      continue
    }
    const duration = durationOf(stage)
    if (!duration) taken.durationAssumed.push(stage.id)
    const out = movesOf(stage, duration ?? gammaOfMean(1), { document, graph, observed, taken })
    states.push({ id: stage.id, kind, dwell: out.cut ? out.cut.all : momentsOf(duration ?? gammaOfMean(1)) })
    for (const { transition, ...move } of out.moves) {
      const to = indexOf.get(transition.toStageId)
      if (to !== undefined) moves.push({ transitionId: transition.id, from: index, to, ...move })
    }
  }
  const start = graph.entry ? (indexOf.get(graph.entry.id) ?? null) : null
  return {
    chain: { start, states, moves },
    notes: notesInWords(taken, (stageId) => stageNameOf(document, stageId)),
  }
}

/** Nearly three thousand years: whoever states more made a slip. */
const longestDays = 1e6

/** What is known of the stay in a stage: its own distribution, else its average with the usual spread. */
function durationOf(stage: SalesStage): DurationDistribution | null {
  const average = stage.averageDurationDays
  const stated = stage.simulation.duration ?? (average !== null && average >= 0 ? gammaOfMean(average) : null)
  if (!stated) return null
  const { mean, variance } = momentsOf(stated)
  return mean <= longestDays && variance <= longestDays * longestDays ? stated : null
}

interface Around {
  readonly document: ProcessDocument
  readonly graph: ProcessGraph
  readonly observed: ObservedMoves
  readonly taken: NotesTaken
}

interface StageMoves {
  readonly cut: CutDwell | null
  readonly moves: (Omit<ChainMove, 'from' | 'to' | 'transitionId'> & {
    readonly transition: StageTransition
  })[]
}

function movesOf(stage: SalesStage, duration: DurationDistribution, around: Around): StageMoves {
  const { document, graph, observed, taken } = around
  const exits = graph.exits(stage.id).filter((exit) => exit.toStageId !== stage.id || exit.weight !== null)
  const timeout = firstTimeout(exits)
  const days = timeout?.afterDays ?? 0
  const cut = timeout ? cutAt(duration, days) : null
  const ordinary = exits.filter((exit) => exit !== timeout)
  const asExit = (exit: StageTransition): Exit => {
    const to = document.stages[exit.toStageId]
    const kind = to ? stageKind(to) : 'lost'
    return {
      transitionId: exit.id,
      winProbability: to ? statedProbability(to) : 0,
      kind: kind === 'lost' ? 'lost' : exit.isRework ? 'rework' : 'forward',
      weight: exit.weight,
      observed: observed[exit.id] ?? null,
    }
  }
  const stated = statedProbability(stage)
  if (!timeout || !cut)
    return { cut: null, moves: share(stage, stated, ordinary.map(asExit), ordinary, taken) }

  // The stated probability holds over all deals: those not timed out must make up for those that are.
  const staying = 1 - cut.timedOut
  const elsewhere = asExit(timeout).winProbability * cut.timedOut
  const target = staying > 0 ? Math.min(1, Math.max(0, (stated - elsewhere) / staying)) : stated
  const natural = staying > 0 ? share(stage, target, ordinary.map(asExit), ordinary, taken) : []
  if (natural.length === 0)
    return {
      cut: { timedOut: 1, before: cut.before, all: { mean: days, variance: 0 } },
      moves: [{ transition: timeout, share: 1, source: 'timeout' }],
    }
  return {
    cut,
    moves: [
      ...natural.map((move) => ({ ...move, share: move.share * staying, dwell: cut.before })),
      {
        transition: timeout,
        share: cut.timedOut,
        source: 'timeout' as const,
        dwell: { mean: days, variance: 0 },
      },
    ],
  }
}

function share(
  stage: SalesStage,
  stated: number,
  exits: readonly Exit[],
  transitions: readonly StageTransition[],
  taken: NotesTaken,
): StageMoves['moves'] {
  const shared = shareOut(stated, exits)
  if (shared.impliedInstead !== null)
    taken.notImplied.push({
      stageId: stage.id,
      stated: stage.defaultProbability,
      implied: shared.impliedInstead,
    })
  if (shared.unweighted.length > 0) taken.unweighted.push(stage.id)
  if (
    shared.source === 'implied' &&
    exits.some(({ kind }, at) => kind === 'rework' && shared.shares[at] === 0)
  )
    taken.reworkUnweighted.push(stage.id)
  return transitions.map((transition, index) => ({
    transition,
    share: shared.shares[index] ?? 0,
    source: shared.source,
  }))
}

/** The timed automatic move that comes first. With conditions it is an exit like any other: they are not known here. */
function firstTimeout(exits: readonly StageTransition[]): StageTransition | null {
  let first: StageTransition | null = null
  for (const exit of exits) {
    if (!exit.isAutomatic || exit.afterDays === null || !(exit.afterDays > 0) || exit.conditions.length > 0)
      continue
    const before = (first?.afterDays ?? Infinity) - exit.afterDays || (first?.priority ?? 0) - exit.priority
    if (before > 0) first = exit
  }
  return first
}

/** Won is won and lost is lost, whatever the stage says; a probability of 140 counts as certain. */
function statedProbability(stage: SalesStage): number {
  const kind = stageKind(stage)
  if (kind !== 'open') return kind === 'won' ? 1 : 0
  const probability = stage.defaultProbability / 100
  return probability > 0 ? Math.min(1, probability) : 0
}
