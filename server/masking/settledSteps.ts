/**
 * Steps of an approval as somebody sends them who does not see when each applies. Steps have no ids: one is known again
 * by its name, or stands where it stood. What is hidden of it stays as it is; a new one applies always.
 */
import type { ApprovalStep } from '../../src/domain/process/approval.ts'
import { isMasked } from '../../src/domain/process/masking.ts'
import type { Mask } from './mask.ts'
import { hides, refuseNothingHidden, refuseUnseen } from './settled.ts'

/** @throws ApiError VALIDATION_FAILED, PERMISSION_DENIED. */
export function settledSteps(
  steps: readonly ApprovalStep[],
  current: readonly ApprovalStep[],
  mask: Mask | undefined,
): ApprovalStep[] {
  const hidden = hides(mask, 'approval_step.condition')
  const free = new Set(current)
  const named = steps.map((step) => {
    const had = [...free].find(({ name }) => name === step.name)
    if (had) free.delete(had)
    return had
  })
  return steps.map((step, index) => {
    const path = `steps.${index}.condition`
    const { condition, ...seen } = step
    if (!isMasked(condition)) {
      if (hidden && (condition !== undefined || named[index])) refuseUnseen(path)
      return step
    }
    const stood = current[index]
    const had = named[index] ?? (stood && free.has(stood) ? stood : undefined)
    if (!hidden || !had) refuseNothingHidden(path)
    return had.condition === undefined ? seen : { ...seen, condition: had.condition }
  })
}
