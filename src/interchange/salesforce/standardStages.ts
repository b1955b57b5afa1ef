/**
 * The stages a new Salesforce org comes with, in their order. They fill gaps only: where a business process names a
 * stage of which no value set in the files tells anything.
 */
import type { SalesStage, StageKind } from '../../domain/process/stage.ts'

interface StandardStage {
  readonly name: string
  readonly probability: number
  readonly kind: StageKind
  readonly forecastCategory: SalesStage['forecastCategory']
}

const open = (name: string, probability: number): StandardStage => ({
  name,
  probability,
  kind: 'open',
  forecastCategory: 'pipeline',
})

export const standardStages: readonly StandardStage[] = [
  open('Prospecting', 10),
  open('Qualification', 10),
  open('Needs Analysis', 20),
  open('Value Proposition', 50),
  open('Id. Decision Makers', 60),
  open('Perception Analysis', 70),
  open('Proposal/Price Quote', 75),
  open('Negotiation/Review', 90),
  { name: 'Closed Won', probability: 100, kind: 'won', forecastCategory: 'closed' },
  { name: 'Closed Lost', probability: 0, kind: 'lost', forecastCategory: 'omitted' },
]
