/** Runs a saved walk of a deal and says whether it ended as expected, step by step: a test of the process. */
import { graphOf } from '../process/graph.ts'
import { stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'
import type { Scenario, ScenarioStep } from '../process/scenario.ts'
import type { Who } from '../process/who.ts'
import { decide, openStep, recallRefusal } from './approvals.ts'
import { inWords } from './approverInWords.ts'
import { walkAutomatically } from './automatic.ts'
import { actorAs } from './checks.ts'
import { momentAfter } from './dates.ts'
import { type Deal, newDeal } from './deal.ts'
import { dealAfter } from './effects.ts'
import { escalationBetween } from './escalation.ts'
import { evaluateTransition } from './evaluateTransition.ts'
import { lockOf, locksOn } from './locks.ts'
import type { Verdict } from './verdict.ts'

/** What one step came to; automatic moves that follow a step stand behind it with the same number. */
export interface TrailEntry {
  /** Index among the scenario's steps; -1 for what happens before the first. */
  readonly step: number
  readonly kind: 'start' | ScenarioStep['do'] | 'automatic'
  readonly sentence: string
  /** Where the deal stands afterwards. */
  readonly stageId: string
  readonly verdict: Verdict | null
}

export interface ScenarioResult {
  readonly passed: boolean
  readonly trail: readonly TrailEntry[]
  /** Why it did not pass, in one sentence; null where it did. */
  readonly why: string | null
  readonly deal: Deal | null
}

/** Pure: the same document, scenario and moment give the same result. Never throws. */
export function runScenario(
  document: ProcessDocument,
  reference: ReferenceData,
  scenario: Scenario,
  now: string,
): ScenarioResult {
  const entryId = scenario.start.stage ?? graphOf(document).entry?.id
  if (entryId === undefined || !document.stages[entryId]) {
    const why =
      scenario.start.stage === null
        ? 'The process has no stage to start in. Mark one as the entry.'
        : 'The stage this scenario starts in is not there any more. Choose another.'
    return { passed: false, trail: [], why, deal: null }
  }
  const walk = new Walk(
    document,
    reference,
    newDeal({ id: scenario.id, stageId: entryId, fields: scenario.start.fields, enteredStageAt: now }),
    now,
  )
  walk.start()
  scenario.steps.forEach((step, index) => {
    walk.take(step, index)
  })
  return { ...judge(document, scenario, walk), trail: walk.trail, deal: walk.deal }
}

function judge(
  document: ProcessDocument,
  { expectation }: Scenario,
  walk: Walk,
): Pick<ScenarioResult, 'passed' | 'why'> {
  const name = (id: string) => `“${stageNameOf(document, id)}”`
  if (walk.error) return { passed: false, why: walk.error }
  const outcome = walk.lastMove?.outcome ?? null
  const reason = walk.lastMove?.blockers[0]?.sentence
  const because = outcome === 'blocked' && reason ? ` ${reason}` : ''
  if (walk.deal.stageId !== expectation.stage)
    return {
      passed: false,
      why: `The deal ends in ${name(walk.deal.stageId)}, expected was ${name(expectation.stage)}.${because}`,
    }
  if (outcome !== expectation.last_move)
    return {
      passed: false,
      why: `The last move was ${outcome ?? 'never made'}, expected was ${expectation.last_move}.${because}`,
    }
  return { passed: true, why: null }
}

class Walk {
  readonly trail: TrailEntry[] = []
  deal: Deal
  lastMove: Verdict | null = null
  /** The first step that could not be taken at all. */
  error: string | null = null
  private readonly document: ProcessDocument
  private readonly reference: ReferenceData
  private now: string

  constructor(document: ProcessDocument, reference: ReferenceData, deal: Deal, now: string) {
    this.document = document
    this.reference = reference
    this.deal = deal
    this.now = now
  }

  start(): void {
    this.log(-1, 'start', `The deal starts in ${this.name(this.deal.stageId)}.`)
    this.moveOn(-1)
  }

  take(step: ScenarioStep, index: number): void {
    switch (step.do) {
      case 'set_fields': {
        const locks = locksOn(this.document, this.reference, this.deal)
        const refused = Object.keys(step.fields).flatMap((key) => lockOf(locks, key) ?? [])[0]
        if (refused) {
          this.error ??= refused
          this.log(index, step.do, refused)
          break
        }
        this.deal = { ...this.deal, fields: { ...this.deal.fields, ...step.fields } }
        this.log(
          index,
          step.do,
          `${listOf(Object.keys(step.fields).map((key) => this.label(key)))} filled in.`,
        )
        break
      }
      case 'wait_days': {
        const before = this.now
        this.now = momentAfter(before, step.days)
        this.log(index, step.do, `${step.days} ${step.days === 1 ? 'day passes' : 'days pass'}.`)
        const told = escalationBetween(this.document, this.deal, before, this.now)
        if (told) this.log(index, step.do, told)
        break
      }
      case 'recall': {
        const refused = recallRefusal(this.deal.approval, actorAs(step.as))
        if (refused) this.error ??= refused
        else this.deal = { ...this.deal, approval: null }
        this.log(index, step.do, refused ?? 'The approval is recalled.')
        break
      }
      case 'move_to':
        this.moveTo(step, index)
        break
      case 'approve':
      case 'reject':
        this.decide(step, index)
        break
    }
    this.moveOn(index)
  }

  /** Of several transitions to the stage, the one that opens most: allowed before pending before blocked. */
  private moveTo({ stage: stageId, as }: Extract<ScenarioStep, { do: 'move_to' }>, index: number): void {
    // A refused approval is asked for anew.
    if (this.deal.approval?.outcome === 'rejected') this.deal = { ...this.deal, approval: null }
    const rank = { allowed: 0, pending: 1, blocked: 2 } as const
    const verdicts = graphOf(this.document)
      .exits(this.deal.stageId)
      .filter((exit) => exit.toStageId === stageId)
      .map((exit) => this.evaluate(exit.id, as))
      .sort((a, b) => rank[a.outcome] - rank[b.outcome])
    const verdict = verdicts[0]
    if (!verdict) {
      const sentence = `Nothing leads from ${this.name(this.deal.stageId)} to ${this.name(stageId)}.`
      this.error ??= sentence
      this.log(index, 'move_to', sentence)
      return
    }
    const said = { allowed: 'is made', pending: 'waits for approval', blocked: 'is blocked' }[verdict.outcome]
    const why = verdict.blockers.map((blocker) => blocker.sentence).join(' ')
    const from = this.name(this.deal.stageId)
    this.apply(verdict)
    this.log(
      index,
      'move_to',
      `The move from ${from} to ${this.name(stageId)} ${said}. ${why}`.trim(),
      verdict,
    )
  }

  private decide(step: Extract<ScenarioStep, { do: 'approve' | 'reject' }>, index: number): void {
    const request = this.deal.approval
    const open = request ? openStep(request) : null
    const words = step.do === 'approve' ? 'approves' : 'refuses'
    if (!request || !open) {
      this.error ??= `Nothing waits for approval when ${inWords(step.role)} ${words}.`
      this.log(index, step.do, `Nothing waits for approval.`)
      return
    }
    const result = decide(request, {
      // Two approvals of one role are two people.
      by: `${step.role}/${index}`,
      role: step.role,
      decision: step.do,
      at: this.now,
    })
    if (!result.ok) {
      this.error ??= result.sentence
      this.log(index, step.do, result.sentence)
      return
    }
    this.deal = { ...this.deal, approval: result.request }
    const verdict = this.evaluate(request.transition_id)
    this.apply(verdict)
    this.log(index, step.do, `${inWords(step.role)} ${words} “${open.name}”.`, verdict)
  }

  /** Approvals time out and automatic moves happen, whatever the step was. */
  private moveOn(index: number): void {
    if (this.deal.approval?.outcome === 'pending') {
      const verdict = this.evaluate(this.deal.approval.transition_id)
      if (verdict.outcome !== 'pending' || verdict.approval !== this.deal.approval) {
        this.apply(verdict)
        if (verdict.outcome !== 'pending')
          this.log(index, 'automatic', `The approval timed out: the move is ${verdict.outcome}.`, verdict)
      }
    }
    const walk = walkAutomatically({ ...this.question(), deal: this.deal })
    for (const { verdict } of walk.moves) {
      this.lastMove = verdict
      this.trail.push({
        step: index,
        kind: 'automatic',
        sentence: `Moves by itself from ${this.name(verdict.fromStageId)} to ${this.name(verdict.toStageId)}.`,
        stageId: verdict.toStageId,
        verdict,
      })
    }
    this.deal = walk.deal
    this.error ??= walk.error
  }

  private apply(verdict: Verdict): void {
    this.lastMove = verdict
    this.deal = dealAfter(this.deal, verdict, this.now)
  }

  private evaluate(transitionId: string, as?: Who): Verdict {
    return evaluateTransition({ ...this.question(), actor: actorAs(as), deal: this.deal, transitionId })
  }

  private question() {
    return { document: this.document, reference: this.reference, actor: actorAs(null), now: this.now }
  }

  private log(
    step: number,
    kind: TrailEntry['kind'],
    sentence: string,
    verdict: Verdict | null = null,
  ): void {
    this.trail.push({ step, kind, sentence, stageId: this.deal.stageId, verdict })
  }

  private name(stageId: string): string {
    return `“${stageNameOf(this.document, stageId)}”`
  }

  private label(key: string): string {
    return (Object.hasOwn(this.reference.fields, key) && this.reference.fields[key]?.label) || key
  }
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return 'Nothing'
  return names.length === 1 ? `${names[0]} is` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are`
}
