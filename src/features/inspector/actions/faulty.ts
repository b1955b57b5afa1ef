import type { StageAction } from '../../../domain/process/action.ts'
import { parameterFaults } from '../../../domain/process/actionParameters.ts'
import { isMasked } from '../../../domain/process/masking.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'

/** Whether the company's parameters with those set here do not make a whole. */
export const isFaulty = (action: StageAction, own: TransitionAction): boolean =>
  !isMasked(action.parameters) &&
  parameterFaults(action.actionType, { ...action.parameters, ...own.parameters }).length > 0
