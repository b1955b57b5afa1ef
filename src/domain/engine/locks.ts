/** What may not be changed about a deal where it stands: fields its stage locks, all of them while an approval is pending. */
import { stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'
import type { Deal } from './deal.ts'

export interface Lock {
  /** Key of the field; null: every field. */
  readonly field: string | null
  /** For people: what is locked and what opens it. */
  readonly sentence: string
}

/** What the process itself sets (an action on a move) is not locked: only people are kept from it. */
export function locksOn(document: ProcessDocument, reference: ReferenceData, deal: Deal): Lock[] {
  const { approval, stageId } = deal
  const asking = approval?.outcome === 'pending' ? document.stages[approval.to_stage_id] : undefined
  const name = (id: string) => `“${stageNameOf(document, id)}”`
  const label = (key: string) =>
    (Object.hasOwn(reference.fields, key) && reference.fields[key]?.label.trim()) || key
  return [
    ...(asking?.lockWhilePending
      ? [
          {
            field: null,
            sentence: `The deal is locked while it waits for approval to enter ${name(asking.id)}. Recall the approval to change it.`,
          },
        ]
      : []),
    ...(document.stages[stageId]?.lockedFields ?? []).map((field) => ({
      field,
      sentence: `${name(stageId)} locks ${label(field)}: it can be changed before and after, not here.`,
    })),
  ]
}

/** Why nothing about the deal may be changed now; null where something may. */
export const wholeLock = (locks: readonly Lock[]): string | null =>
  locks.find(({ field }) => field === null)?.sentence ?? null

/** Why the field may not be changed now; null where it may. */
export const lockOf = (locks: readonly Lock[], key: string): string | null =>
  locks.find(({ field }) => field === null || field === key)?.sentence ?? null
