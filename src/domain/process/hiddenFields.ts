/** Which fields are hidden from whoever holds a process and the reference data it names. Loads with what says so. */
import { isMasked, type MaskableField, maskableFields } from './masking.ts'
import type { ProcessDocument } from './process.ts'
import type { ReferenceData } from './reference.ts'

/** In the order of `maskableFields`; empty where everything can be seen. */
export function hiddenFieldsOf(
  { stages, transitions }: ProcessDocument,
  { actions, approvalWorkflows }: Pick<ReferenceData, 'actions' | 'approvalWorkflows'>,
): MaskableField[] {
  const steps = Object.values(approvalWorkflows).flatMap((workflow) => workflow.steps)
  const hidden = new Set<string>([
    ...Object.values(stages).flatMap((row) => (row.hidden ?? []).map((name) => `stage.${name}`)),
    ...Object.values(transitions).flatMap((row) => (row.hidden ?? []).map((name) => `transition.${name}`)),
    ...(Object.values(actions).some(({ parameters }) => isMasked(parameters)) ? ['action.parameters'] : []),
    ...(steps.some(({ condition }) => isMasked(condition)) ? ['approval_step.condition'] : []),
  ])
  return maskableFields.filter((field) => hidden.has(field))
}
