/** A transition: a permitted move from one stage to another, manual or automatic (blueprint §3.2). */
import { z } from 'zod'
import { hiddenSchema } from './masking.ts'
import { optionalFieldsOf } from './optionalFields.ts'
import { checkRuleSchema } from './rule.ts'
import { whoSchema } from './who.ts'

/** What happens on the way: a company action by code, with parameters of its type's schema (see action.ts). */
export const transitionActionSchema = z.strictObject({
  action_code: z.string(),
  parameters: z.record(z.string(), z.json()),
})
export type TransitionAction = z.infer<typeof transitionActionSchema>

export const stageTransitionSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  processId: z.string(),
  /** Null exactly where the transition is global: it leaves every open stage. */
  fromStageId: z.string().nullable(),
  toStageId: z.string(),
  transitionName: z.string().max(100),
  isAutomatic: z.boolean(),
  isGlobal: z.boolean(),
  /** A deliberate way back. Allowed only with the policy `allow_rework`. */
  isRework: z.boolean(),
  requiresValidation: z.boolean(),
  /** Timed automatic: fires after so many days in the stage. */
  afterDays: z.number().nullable(),
  /** Automatic transitions of a stage are tried in ascending priority. */
  priority: z.int(),
  conditions: z.array(checkRuleSchema),
  actions: z.array(transitionActionSchema),
  actionIds: z.array(z.string()),
  /** Share of deals that take this exit, set by hand, relative to its sibling exits; null = not set. */
  weight: z.number().nullable(),
  /** Who may make the move by hand: any of these; everybody where it is absent. */
  runBy: z.array(whoSchema).max(50).optional(),
  /** Where a deal goes by itself when an approval that it asked for in the stage this leaves is refused. */
  onRefusal: z.boolean().optional(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
})
/** A transition as its reader holds it. */
export const heldTransitionSchema = stageTransitionSchema.extend({ hidden: hiddenSchema })
export type StageTransition = z.infer<typeof heldTransitionSchema>
export const optionalTransitionFields = optionalFieldsOf(stageTransitionSchema)

/** A manual transition with the blueprint's defaults. */
export function newTransition(
  given: Pick<StageTransition, 'id' | 'fromStageId' | 'toStageId'> & Partial<StageTransition>,
): StageTransition {
  return {
    companyId: '',
    processId: '',
    transitionName: '',
    isAutomatic: false,
    isGlobal: false,
    isRework: false,
    requiresValidation: false,
    afterDays: null,
    priority: 0,
    conditions: [],
    actions: [],
    actionIds: [],
    weight: null,
    createdAt: null,
    updatedAt: null,
    ...given,
  }
}
