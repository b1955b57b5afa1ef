/**
 * A deal walked by hand: a start and what the person did, replayed on the process as it is now. Everything shown is
 * derived from the actions, so undo, branches and edits of the process need nothing else. Steps happen as in a saved
 * scenario (domain/engine/scenarios.ts), so a saved walk runs the same way. Pure.
 */
import { decide, openStep, recallRefusal } from '../../domain/engine/approvals.ts'
import { walkAutomatically } from '../../domain/engine/automatic.ts'
import { actorAs } from '../../domain/engine/checks.ts'
import { momentAfter } from '../../domain/engine/dates.ts'
import { type Deal, newDeal } from '../../domain/engine/deal.ts'
import { dealAfter } from '../../domain/engine/effects.ts'
import { escalationBetween } from '../../domain/engine/escalation.ts'
import { evaluateTransition } from '../../domain/engine/evaluateTransition.ts'
import { lockOf, locksOn } from '../../domain/engine/locks.ts'
import type { Verdict } from '../../domain/engine/verdict.ts'
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { Logic } from '../../domain/process/rule.ts'
import type { Who } from '../../domain/process/who.ts'

export type WalkAction =
  | { readonly do: 'set_fields'; readonly fields: Readonly<Record<string, Logic>> }
  /** `transitionId` null: the exit to the stage that opens most, as in a scenario. */
  | {
      readonly do: 'move'
      readonly stageId: string
      readonly transitionId: string | null
      /** Who makes it; left out: somebody who may make every move. */
      readonly as?: Who | undefined
    }
  | { readonly do: 'approve' | 'reject'; readonly role: string }
  | { readonly do: 'recall'; readonly as?: Who | undefined }
  | { readonly do: 'wait'; readonly days: number }

export interface Walk {
  readonly start: {
    /** Null: the entry stage, whichever it is. */
    readonly stageId: string | null
    readonly fields: Readonly<Record<string, Logic>>
    /** ISO 8601, UTC. */
    readonly at: string
  }
  readonly actions: readonly WalkAction[]
}

export type LogKind = 'start' | WalkAction['do'] | 'automatic' | 'timeout' | 'escalation' | 'error'

/** One line of “Steps so far”. */
export interface LogLine {
  readonly kind: LogKind
  readonly action: WalkAction | null
  readonly fromStageId: string
  readonly stageId: string
  readonly verdict: Verdict | null
  /** The engine's own sentence where it refused, or tells who is told. */
  readonly error: string | null
  /** Of a decision: the approval step it was about. */
  readonly approvalStep: string | null
}

/** What one action came to, with the automatic moves that followed. Step 0 is the start. */
export interface WalkStep {
  readonly lines: readonly LogLine[]
  readonly deal: Deal
  /** ISO 8601, UTC. */
  readonly now: string
  /** The last move that was tried up to here. */
  readonly lastMove: Verdict | null
}

export interface WalkPlace {
  readonly document: ProcessDocument
  readonly reference: ReferenceData
}

/** `as`: through whose eyes; null: somebody who may make every move. */
export const questionOf = (
  place: WalkPlace,
  { deal, now }: Pick<WalkStep, 'deal' | 'now'>,
  as: Who | null = null,
) => ({
  ...place,
  actor: actorAs(as),
  deal,
  now,
})

/** The steps of a walk, the start first; empty where there is no stage to start in. */
export function replay(place: WalkPlace, walk: Walk): WalkStep[] {
  const entry = walk.start.stageId ?? graphOf(place.document).entry?.id
  if (entry === undefined || !place.document.stages[entry]) return []
  const { at, fields } = walk.start
  let step = movedOn(place, {
    lines: [line('start', { stageId: entry })],
    deal: newDeal({
      id: 'deal',
      stageId: entry,
      fields,
      enteredStageAt: at,
      probability: probabilityIn(place, entry),
    }),
    now: at,
    lastMove: null,
  })
  const steps: WalkStep[] = [step]
  for (const [index, action] of walk.actions.entries()) {
    step = movedOn(place, taken(place, step, action, index))
    steps.push(step)
  }
  return steps
}

function probabilityIn({ document }: WalkPlace, stageId: string): number | null {
  const { auto_calculate_probability } = document.process.policies
  return auto_calculate_probability ? (document.stages[stageId]?.defaultProbability ?? null) : null
}

function line(kind: LogKind, given: Partial<LogLine> & Pick<LogLine, 'stageId'>): LogLine {
  return {
    kind,
    action: null,
    fromStageId: given.stageId,
    verdict: null,
    error: null,
    approvalStep: null,
    ...given,
  }
}

function taken(place: WalkPlace, before: WalkStep, action: WalkAction, index: number): WalkStep {
  const { deal, now, lastMove } = before
  const stageId = deal.stageId
  switch (action.do) {
    case 'set_fields': {
      const locks = locksOn(place.document, place.reference, deal)
      const entries = Object.entries(action.fields)
      const fields = Object.fromEntries(entries.filter(([key]) => lockOf(locks, key) === null))
      const refused = new Set(entries.flatMap(([key]) => lockOf(locks, key) ?? []))
      return {
        lines: [
          ...(Object.keys(fields).length > 0
            ? [line('set_fields', { action: { ...action, fields }, stageId })]
            : []),
          ...[...refused].map((error) => line('error', { action, stageId, error })),
        ],
        deal: { ...deal, fields: { ...deal.fields, ...fields } },
        now,
        lastMove,
      }
    }
    case 'wait': {
      const later = momentAfter(now, action.days)
      const told = escalationBetween(place.document, deal, now, later)
      const lines = [line('wait', { action, stageId })]
      if (told) lines.push(line('escalation', { stageId, error: told }))
      return { lines, deal, now: later, lastMove }
    }
    case 'recall': {
      const error = recallRefusal(deal.approval, actorAs(action.as))
      return {
        lines: [line(error ? 'error' : 'recall', { action, stageId, error })],
        deal: error ? deal : { ...deal, approval: null },
        now,
        lastMove,
      }
    }
    case 'move':
      return moved(place, before, action)
    case 'approve':
    case 'reject':
      return decided(place, before, action, index)
  }
}

const openness = { allowed: 0, pending: 1, blocked: 2 } as const

function moved(place: WalkPlace, before: WalkStep, action: Extract<WalkAction, { do: 'move' }>): WalkStep {
  const { now, lastMove } = before
  // A refused approval is asked for anew.
  const deal = before.deal.approval?.outcome === 'rejected' ? { ...before.deal, approval: null } : before.deal
  const verdict = graphOf(place.document)
    .exits(deal.stageId)
    .filter((exit) => exit.toStageId === action.stageId)
    .filter(
      (exit, _, all) => exit.id === action.transitionId || all.every(({ id }) => id !== action.transitionId),
    )
    .map((exit) =>
      evaluateTransition({ ...questionOf(place, { deal, now }, action.as), transitionId: exit.id }),
    )
    .sort((a, b) => openness[a.outcome] - openness[b.outcome])[0]
  if (!verdict) return { lines: [line('error', { action, stageId: deal.stageId })], deal, now, lastMove }
  const after = dealAfter(deal, verdict, now)
  return {
    lines: [line('move', { action, fromStageId: deal.stageId, stageId: after.stageId, verdict })],
    deal: after,
    now,
    lastMove: verdict,
  }
}

function decided(
  place: WalkPlace,
  { deal, now, lastMove }: WalkStep,
  action: Extract<WalkAction, { do: 'approve' | 'reject' }>,
  index: number,
): WalkStep {
  const request = deal.approval
  const open = request ? openStep(request) : null
  const stageId = deal.stageId
  if (!request || !open) return { lines: [line('error', { action, stageId })], deal, now, lastMove }
  // Two approvals of one role are two people.
  const by = `${action.role}/${index}`
  const result = decide(request, { by, role: action.role, decision: action.do, at: now })
  if (!result.ok)
    return { lines: [line('error', { action, stageId, error: result.sentence })], deal, now, lastMove }
  const asked = { ...deal, approval: result.request }
  const verdict = evaluateTransition({
    ...questionOf(place, { deal: asked, now }),
    transitionId: request.transition_id,
  })
  const after = dealAfter(asked, verdict, now)
  return {
    lines: [
      line(action.do, {
        action,
        fromStageId: stageId,
        stageId: after.stageId,
        verdict,
        approvalStep: open.name,
      }),
    ],
    deal: after,
    now,
    lastMove: verdict,
  }
}

/** Approvals time out and automatic moves happen, whatever the step was. */
function movedOn(place: WalkPlace, step: WalkStep): WalkStep {
  const { now } = step
  let { deal, lastMove } = step
  const lines = [...step.lines]
  if (deal.approval?.outcome === 'pending') {
    const transitionId = deal.approval.transition_id
    const verdict = evaluateTransition({ ...questionOf(place, { deal, now }), transitionId })
    if (verdict.outcome !== 'pending' || verdict.approval !== deal.approval) {
      const fromStageId = deal.stageId
      deal = dealAfter(deal, verdict, now)
      lastMove = verdict
      if (verdict.outcome !== 'pending')
        lines.push(line('timeout', { fromStageId, stageId: deal.stageId, verdict }))
    }
  }
  const walk = walkAutomatically(questionOf(place, { deal, now }))
  for (const { verdict } of walk.moves) {
    lastMove = verdict
    const { fromStageId, toStageId } = verdict
    lines.push(line('automatic', { fromStageId, stageId: toStageId, verdict }))
  }
  if (walk.error) lines.push(line('error', { stageId: walk.deal.stageId, error: walk.error }))
  return { lines, deal: walk.deal, now, lastMove }
}

/**
 * So many days as waits: a new one begins whenever something happened by itself, because it happens on its day and
 * not at the end.
 */
export function waitsFor(place: WalkPlace, before: WalkStep, days: number): WalkAction[] {
  const waits: WalkAction[] = []
  let step = before
  let since = 0
  for (let day = 1; day <= days; day += 1) {
    since += 1
    const after = movedOn(place, taken(place, step, { do: 'wait', days: since }, 0))
    const happened = after.lines.length > 1 || after.deal.approval !== step.deal.approval
    if (!happened && day < days) continue
    waits.push({ do: 'wait', days: since })
    step = after
    since = 0
  }
  return waits
}

/** Fields set one after the other are one step. */
export function withAction(actions: readonly WalkAction[], action: WalkAction): WalkAction[] {
  const last = actions.at(-1)
  if (action.do === 'set_fields' && last?.do === 'set_fields')
    return [...actions.slice(0, -1), { do: 'set_fields', fields: { ...last.fields, ...action.fields } }]
  return [...actions, action]
}
