/** A company's masking policy: one row, absent until it was first changed. */
import { etagOf } from '../../src/contract/etag.ts'
import type { MaskingPolicy } from '../../src/contract/masking.ts'
import { roles } from '../../src/contract/roles.ts'
import { maskableFields } from '../../src/domain/process/masking.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Journal } from '../repositories/journal.ts'
import { refuseStale } from '../repositories/refuseStale.ts'
import { scopeOf } from '../repositories/scope.ts'
import type { Actor } from '../services.ts'
import { usualPolicy } from './mask.ts'

export interface StoredMaskingPolicy extends MaskingPolicy {
  /** How often it was changed; 0: never. */
  readonly revision: number
}

export interface MaskingService {
  policy(actor: Actor): Promise<StoredMaskingPolicy>
  /** Administrators see everything, named or not. @throws ApiError VERSION_CONFLICT where `expected` is not current. */
  savePolicy(actor: Actor, next: MaskingPolicy, expected: number | null): Promise<StoredMaskingPolicy>
}

interface Dependencies {
  readonly database: Database
  readonly journal: Journal
  /** What somebody may see in this company changed. */
  readonly changed: (companyId: string) => void
}

export function createMasking({ database, journal, changed }: Dependencies): MaskingService {
  return {
    policy: (actor) => database.company(scopeOf(actor), storedPolicy),
    savePolicy: async (actor, { fields, sees }, expected) => {
      const wanted = {
        fields: maskableFields.filter((field) => fields.includes(field)),
        sees: roles.filter((role) => role === 'administrator' || sees.includes(role)),
      }
      const saved = await database.company(scopeOf(actor), async (tx) => {
        // Two administrators at once are put in order by the company's own row.
        await tx.selectFrom('company_counters').select('company_id').forUpdate().execute()
        const { revision, ...before } = await storedPolicy(tx)
        refuseStale({ of: 'masking', id: 'policy', revision }, expected)
        if (JSON.stringify(before) === JSON.stringify(wanted)) return { ...before, revision }
        const columns = {
          fields: JSON.stringify(wanted.fields),
          sees: JSON.stringify(wanted.sees),
          revision: revision + 1,
        }
        await tx
          .insertInto('masking_policies')
          .values({ company_id: actor.companyId, ...columns })
          .onConflict((conflict) => conflict.column('company_id').doUpdateSet(columns))
          .execute()
        const entry = { type: 'masking_policy.changed', entity: 'settings', entityId: 'masking_policy' }
        const body = { before, after: wanted }
        await journal.record(tx, actor, [], { ...entry, revision: null, body }, { at: journal.now() })
        return { ...wanted, revision: revision + 1 }
      })
      changed(actor.companyId)
      return saved
    },
  }
}

export const tagOf = (revision: number): string => etagOf({ of: 'masking', id: 'policy', revision })

export async function storedPolicy(tx: Tx): Promise<StoredMaskingPolicy> {
  const row = await tx
    .selectFrom('masking_policies')
    .select(['fields', 'sees', 'revision'])
    .executeTakeFirst()
  return row ?? { ...usualPolicy, revision: 0 }
}
