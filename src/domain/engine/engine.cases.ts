/** A small process for the engine's tests: Lead → Offer (approved) → Won, Lost from everywhere, one way back by itself. */
import { newProcess, type Policies, type ProcessDocument, withRows } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'
import { newStage, type SalesStage } from '../process/stage.ts'
import { newTransition, type StageTransition } from '../process/transition.ts'
import { standardReference } from '../templates/standardReference.ts'
import { type Deal, newDeal } from './deal.ts'

export const now = '2026-03-10T09:00:00.000Z'
export const reference: ReferenceData = standardReference('')

/** Stages `lead offer won lost sleeping`, transitions named by what they do; each may be changed. */
export function process(
  changes: {
    stages?: Record<string, Partial<SalesStage>>
    transitions?: Record<string, Partial<StageTransition>>
    policies?: Partial<Policies>
  } = {},
): ProcessDocument {
  const empty = newProcess({ id: 'p', processName: 'Sales' })
  const stage = (id: string, stageOrder: number, more: Partial<SalesStage>) =>
    newStage({
      id,
      stageName: id.charAt(0).toUpperCase() + id.slice(1),
      stageOrder,
      ...more,
      ...changes.stages?.[id],
    })
  const transition = (
    id: string,
    fromStageId: string | null,
    toStageId: string,
    more: Partial<StageTransition> = {},
  ) => newTransition({ id, fromStageId, toStageId, ...more, ...changes.transitions?.[id] })
  return withRows(
    { ...empty, process: { ...empty.process, policies: { ...empty.process.policies, ...changes.policies } } },
    {
      stages: [
        stage('lead', 1, { defaultProbability: 10, isEntry: true }),
        stage('offer', 2, { defaultProbability: 60 }),
        stage('won', 3, { isClosedWon: true, defaultProbability: 100 }),
        stage('lost', 4, { isClosedLost: true }),
        stage('sleeping', 5, { isActive: false }),
      ],
      transitions: [
        transition('make-offer', 'lead', 'offer'),
        transition('sign', 'offer', 'won'),
        transition('lose', null, 'lost', { isGlobal: true }),
        transition('sleep', 'lead', 'sleeping'),
      ],
    },
  )
}

export const deal = (given: Partial<Deal> = {}): Deal =>
  newDeal({ id: 'd', stageId: 'lead', enteredStageAt: now, ...given })

export const representative = { id: 'rep', permissions: [], is: ['sales_representative'] }
export const manager = { id: 'boss', permissions: ['override_probability'], is: ['sales_manager'] }
