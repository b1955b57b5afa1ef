/**
 * What did happen: deals' visits to the stages of a process, counted. Conversion and time in each stage, where deals
 * pile up, which ways they took, and whether they were won as often as the stage promises. Pure; the backend brings the
 * visits, already cut to a period and a segment.
 */
import { graphOf } from '../process/graph.ts'
import { type ProcessDocument, stagesInOrder } from '../process/process.ts'
import { type SalesStage, stageKind } from '../process/stage.ts'
import { type Rate, rateOf } from './rate.ts'
import { type Spans, spansOf } from './spans.ts'

/** One stay of one deal in one stage. Times are ISO 8601 UTC. */
export interface Visit {
  readonly dealId: string
  readonly stageId: string
  readonly enteredAt: string
  /** Null where it is still there. */
  readonly leftAt: string | null
  readonly nextStageId: string | null
  /** Of the deal, now. */
  readonly status: 'open' | 'won' | 'lost'
  readonly closedAt: string | null
  readonly amount: number
}

export interface StageMetrics {
  readonly stageId: string
  readonly stageCode: string
  readonly stageName: string
  readonly kind: 'open' | 'won' | 'lost'
  /** Deals, each once however often it came. */
  readonly entered: number
  /** Stays that ended: by a step on or a win, by a step back, by a loss. */
  readonly advanced: number
  readonly returned: number
  readonly lost: number
  /** Stays that go on, of open deals. */
  readonly stillIn: number
  readonly stillInAmount: number
  /** Of those, longer than the stage allows. */
  readonly overdue: number
  /** `advanced` of all stays that ended. */
  readonly conversion: Rate
  /** Percent, as the stage says. */
  readonly configuredProbability: number
  /** Won, of the deals that were here and are closed. */
  readonly observedWin: Rate
  /** Whether what the stage says lies outside the interval of what was observed. */
  readonly probabilityDiffers: boolean
  /** Days of stays that ended. */
  readonly days: Spans
  readonly configuredDays: number | null
  readonly maximumDays: number | null
  /** All days that deals spent here, those of stays that go on too: what removing the stage would gain at most. */
  readonly daysSpent: number
}

export interface MoveMetrics {
  readonly fromStageId: string
  readonly toStageId: string
  readonly moves: number
  /** Of all moves out of that stage. */
  readonly share: number
  /** Null where the process has no such way. */
  readonly transitionId: string | null
}

export interface ProcessMetrics {
  readonly deals: number
  readonly won: number
  readonly lost: number
  readonly open: number
  readonly wonAmount: number
  readonly winRate: Rate
  /** From a deal's first visit to its close, of those closed. */
  readonly daysToClose: Spans
  readonly stages: readonly StageMetrics[]
  readonly moves: readonly MoveMetrics[]
  /** Open stages by the days spent in them, most first. */
  readonly bottlenecks: readonly string[]
}

const day = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / day)

/** @param now ISO 8601 UTC: until when stays that go on are counted. */
export function processMetrics(
  document: ProcessDocument,
  recorded: readonly Visit[],
  now: string,
): ProcessMetrics {
  const visits = underTodaysNames(document, recorded)
  const byStage = grouped(visits, ({ stageId }) => stageId)
  const stages = stagesInOrder(document).map((stage) =>
    metricsOf(document, stage, byStage.get(stage.id) ?? [], now),
  )
  const deals = [...grouped(visits, ({ dealId }) => dealId).values()].map((own) => own.toSorted(byTime))
  const closed = (status: Visit['status']) => deals.filter(([first]) => first?.status === status)
  const won = closed('won')
  const lost = closed('lost')
  return {
    deals: deals.length,
    won: won.length,
    lost: lost.length,
    open: deals.length - won.length - lost.length,
    wonAmount: won.reduce((sum, [first]) => sum + (first?.amount ?? 0), 0),
    winRate: rateOf(won.length, won.length + lost.length),
    daysToClose: spansOf(
      [...won, ...lost].flatMap(([first]) =>
        first?.closedAt ? [daysBetween(first.enteredAt, first.closedAt)] : [],
      ),
    ),
    stages,
    moves: movesOf(document, visits),
    bottlenecks: stages
      .filter(({ kind, daysSpent }) => kind === 'open' && daysSpent > 0)
      .toSorted((a, b) => b.daysSpent - a.daysSpent)
      .map(({ stageId }) => stageId),
  }
}

/** A stage that took another one's place has its past as well. */
function underTodaysNames(document: ProcessDocument, visits: readonly Visit[]): readonly Visit[] {
  const heirs = new Map(
    Object.values(document.stages).flatMap(({ id, lineage }) =>
      lineage.map((former) => [former, id] as const),
    ),
  )
  if (heirs.size === 0) return visits
  const today = (id: string) => (document.stages[id] ? id : (heirs.get(id) ?? id))
  return visits.map((visit) => ({
    ...visit,
    stageId: today(visit.stageId),
    nextStageId: visit.nextStageId === null ? null : today(visit.nextStageId),
  }))
}

function grouped(
  visits: readonly Visit[],
  by: (visit: Visit) => string,
): ReadonlyMap<string, readonly Visit[]> {
  const groups = new Map<string, Visit[]>()
  for (const visit of visits) {
    const group = groups.get(by(visit))
    if (group) group.push(visit)
    else groups.set(by(visit), [visit])
  }
  return groups
}

const byTime = (a: Visit, b: Visit): number =>
  a.enteredAt < b.enteredAt ? -1 : a.enteredAt > b.enteredAt ? 1 : 0

function metricsOf(
  document: ProcessDocument,
  stage: SalesStage,
  visits: readonly Visit[],
  now: string,
): StageMetrics {
  const kind = stageKind(stage)
  const stays =
    kind === 'open' ? visits.map((visit) => ({ ...visit, end: endOf(document, stage, visit) })) : []
  const ended = (how: End) => stays.filter(({ end }) => end === how).length
  const going = stays.filter(({ end }) => end === null)
  const [advanced, returned, lost] = [ended('advanced'), ended('returned'), ended('lost')]
  const deals = [...new Map(visits.map((visit) => [visit.dealId, visit])).values()]
  const closed = deals.filter(({ status }) => status !== 'open')
  const observedWin = rateOf(closed.filter(({ status }) => status === 'won').length, closed.length)
  const stated = stage.defaultProbability / 100
  const lengths = stays.map(({ enteredAt, leftAt, closedAt, end }) => ({
    end,
    days: daysBetween(enteredAt, (end === null ? null : (leftAt ?? closedAt)) ?? now),
  }))
  return {
    stageId: stage.id,
    stageCode: stage.stageCode,
    stageName: stage.stageName,
    kind,
    entered: deals.length,
    advanced,
    returned,
    lost,
    stillIn: going.length,
    stillInAmount: going.reduce((sum, { amount }) => sum + amount, 0),
    overdue: lengths.filter(
      ({ end, days }) => end === null && stage.maxDurationDays !== null && days > stage.maxDurationDays,
    ).length,
    conversion: rateOf(advanced, advanced + returned + lost),
    configuredProbability: stage.defaultProbability,
    observedWin,
    probabilityDiffers:
      kind === 'open' &&
      observedWin.low !== null &&
      observedWin.high !== null &&
      (stated < observedWin.low || stated > observedWin.high),
    days: spansOf(lengths.filter(({ end }) => end !== null).map(({ days }) => days)),
    configuredDays: stage.averageDurationDays,
    maximumDays: stage.maxDurationDays,
    daysSpent: lengths.reduce((sum, { days }) => sum + days, 0),
  }
}

type End = 'advanced' | 'returned' | 'lost' | null

/** A deal that was closed where it stood ended its stay there, too. */
function endOf(document: ProcessDocument, stage: SalesStage, visit: Visit): End {
  if (visit.nextStageId === null)
    return visit.status === 'open' ? null : visit.status === 'won' ? 'advanced' : 'lost'
  const next = document.stages[visit.nextStageId]
  // Of another process, or gone since: it went on, elsewhere.
  if (!next) return 'advanced'
  if (stageKind(next) === 'lost') return 'lost'
  return stageKind(next) === 'won' || next.stageOrder > stage.stageOrder ? 'advanced' : 'returned'
}

function movesOf(document: ProcessDocument, visits: readonly Visit[]): MoveMetrics[] {
  const counted = new Map<string, Map<string, number>>()
  for (const { stageId, nextStageId } of visits) {
    if (nextStageId === null) continue
    const out = counted.get(stageId) ?? new Map<string, number>()
    counted.set(stageId, out.set(nextStageId, (out.get(nextStageId) ?? 0) + 1))
  }
  const graph = graphOf(document)
  return [...counted]
    .flatMap(([fromStageId, out]) => {
      const all = [...out.values()].reduce((sum, moves) => sum + moves, 0)
      const exits = document.stages[fromStageId] ? graph.exits(fromStageId) : []
      return [...out].map(([toStageId, moves]) => ({
        fromStageId,
        toStageId,
        moves,
        share: moves / all,
        transitionId: exits.find((exit) => exit.toStageId === toStageId)?.id ?? null,
      }))
    })
    .toSorted((a, b) => b.moves - a.moves)
}
