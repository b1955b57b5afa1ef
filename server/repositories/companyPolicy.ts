/** What a company decides as a whole: one row, absent until it was first changed, with a count of its changes. */
import type { Tx } from '../database/database.ts'
import type { Actor, Json } from '../services.ts'
import type { Journal } from './journal.ts'
import { refuseStale } from './refuseStale.ts'

interface Change<Policy> {
  readonly of: 'masking' | 'security'
  readonly next: Policy
  /** Null: from whatever it is now. */
  readonly expected: number | null
  /** Revision 0 where it was never changed. */
  readonly read: (tx: Tx) => Promise<Policy & { readonly revision: number }>
  readonly put: (stored: Policy & { readonly revision: number }) => Promise<unknown>
}

/** Audited where it is another one. @throws ApiError VERSION_CONFLICT where `expected` is not current. */
export async function changePolicy<Policy extends { readonly [key: string]: Json }>(
  tx: Tx,
  journal: Journal,
  actor: Actor,
  { of, next, expected, read, put }: Change<Policy>,
): Promise<Policy & { readonly revision: number }> {
  // Two administrators at once are put in order by the company's own row.
  await tx.selectFrom('company_counters').select('company_id').forUpdate().execute()
  const stored = await read(tx)
  const { revision, ...before } = stored
  refuseStale({ of, id: 'policy', revision }, expected)
  if (JSON.stringify(before) === JSON.stringify(next)) return stored
  const changed = { ...next, revision: revision + 1 }
  await put(changed)
  const entry = { type: `${of}_policy.changed`, entity: 'settings', entityId: `${of}_policy` } as const
  await journal.record(
    tx,
    actor,
    [],
    { ...entry, revision: null, body: { before, after: next } },
    { at: journal.now() },
  )
  return changed
}
