/** What may be changed of a row: every field but its identity and the bookkeeping that the backend does. */
import { type Policies, policiesSchema, type SalesProcess, salesProcessSchema } from '../process/process.ts'
import { type SalesStage, salesStageSchema } from '../process/stage.ts'
import { type StageTransition, stageTransitionSchema } from '../process/transition.ts'

const stageIdentity = {
  id: true,
  companyId: true,
  processId: true,
  createdAt: true,
  updatedAt: true,
  createdByUserId: true,
  updatedByUserId: true,
} as const
const transitionIdentity = {
  id: true,
  companyId: true,
  processId: true,
  fromStageId: true,
  toStageId: true,
  createdAt: true,
  updatedAt: true,
} as const
const processDetails = {
  processName: true,
  processCode: true,
  description: true,
  isDefault: true,
  isActive: true,
} as const

export type StageChanges = Partial<Omit<SalesStage, keyof typeof stageIdentity>>
export type TransitionChanges = Partial<Omit<StageTransition, keyof typeof transitionIdentity>>
export type ProcessChanges = Partial<Pick<SalesProcess, keyof typeof processDetails>>

/** A key that is given as `undefined` is not a change. */
const given = <Changes extends object>(changes: { [K in keyof Changes]: Changes[K] | undefined }): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Changes

export const stageChangesSchema = salesStageSchema
  .omit(stageIdentity)
  .partial()
  .transform((changes): StageChanges => given<StageChanges>(changes))
export const transitionChangesSchema = stageTransitionSchema
  .omit(transitionIdentity)
  .partial()
  .transform((changes): TransitionChanges => given<TransitionChanges>(changes))
export const processChangesSchema = salesProcessSchema
  .pick(processDetails)
  .partial()
  .transform((changes): ProcessChanges => given<ProcessChanges>(changes))
export const policyChangesSchema = policiesSchema
  .partial()
  .transform((changes): Partial<Policies> => given<Partial<Policies>>(changes))
