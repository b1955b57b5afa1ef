/** A stage's probability as it may be compared: whole and within 0…100, whatever dirty data holds. */
import type { SalesStage } from '../process/stage.ts'

export const percentOf = (stage: Pick<SalesStage, 'defaultProbability'>): number =>
  Math.min(100, Math.max(0, Math.round(stage.defaultProbability)))
