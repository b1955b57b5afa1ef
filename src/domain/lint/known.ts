/** Look-ups in reference data that say "unknown" only where something is known. */
import type { StageAction } from '../process/action.ts'
import type { ApprovalWorkflow } from '../process/approval.ts'
import type { FieldType, OpportunityField } from '../process/field.ts'
import { emptyReferenceData, type ReferenceData } from '../process/reference.ts'
import type { LintContext } from './rule.ts'

/** What a look-up needs of a lint's context. */
export type Known = Pick<LintContext, 'reference'>

/**
 * False where the reference data has not been loaded (`emptyReferenceData` itself): then nothing is claimed about
 * what exists. A company that really has none gives an object of its own.
 */
export const referenceIsKnown = ({ reference }: Known): boolean => reference !== emptyReferenceData

const own = <Row>(rows: Readonly<Record<string, Row>>, key: string): Row | undefined =>
  Object.hasOwn(rows, key) ? rows[key] : undefined

export const fieldOf = ({ reference }: Known, key: string): OpportunityField | undefined =>
  own(reference.fields, key)
export const typeOf = (context: Known, key: string): FieldType | undefined => fieldOf(context, key)?.type
export const actionOf = ({ reference }: Known, id: string): StageAction | undefined =>
  own(reference.actions, id)
export const workflowOf = ({ reference }: Known, id: string): ApprovalWorkflow | undefined =>
  own(reference.approvalWorkflows, id)

const byCode = new WeakMap<ReferenceData, ReadonlyMap<string, StageAction>>()

export function actionByCode({ reference }: Known, code: string): StageAction | undefined {
  let actions = byCode.get(reference)
  if (!actions) {
    actions = new Map(Object.values(reference.actions).map((action) => [action.actionCode, action]))
    byCode.set(reference, actions)
  }
  return actions.get(code)
}
