/** What a merge or a publish brings into an open draft, split into what a person can undo and what is bookkeeping. */

import { keepingHidden } from '../domain/process/hidden.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { putRows, withFields, withProcess } from '../domain/process/rows.ts'

/**
 * The document with the backend's own fields (revision, who and when) of `merged`, and with what it shows of each row
 * and what it hides. These are facts: undoing a merge must not take them back.
 */
export function withBookkeepingOf(document: ProcessDocument, merged: ProcessDocument): ProcessDocument {
  const { revision, companyId, createdAt, updatedAt, createdByUserId, updatedByUserId } = merged.process
  const fields = { revision, companyId, createdAt, updatedAt, createdByUserId, updatedByUserId }
  const next = withProcess(document, fields)
  const stages = Object.values(document.stages).flatMap((stage) => {
    const other = merged.stages[stage.id]
    if (!other) return []
    return [
      withFields(keepingHidden(other, stage), {
        companyId: other.companyId,
        createdAt: other.createdAt,
        updatedAt: other.updatedAt,
        createdByUserId: other.createdByUserId,
        updatedByUserId: other.updatedByUserId,
      }),
    ]
  })
  const transitions = Object.values(document.transitions).flatMap((transition) => {
    const other = merged.transitions[transition.id]
    if (!other) return []
    const { companyId: owner, createdAt: made, updatedAt: changed } = other
    return [
      withFields(keepingHidden(other, transition), { companyId: owner, createdAt: made, updatedAt: changed }),
    ]
  })
  return putRows(putRows(next, 'stages', stages), 'transitions', transitions)
}
