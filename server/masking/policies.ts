/** A company's masking policy: one row, absent until it was first changed. */
import { etagOf } from '../../src/contract/etag.ts'
import type { MaskingPolicy } from '../../src/contract/masking.ts'
import { roles } from '../../src/contract/roles.ts'
import { maskableFields } from '../../src/domain/process/masking.ts'
import type { Database, Tx } from '../database/database.ts'
import { changePolicy } from '../repositories/companyPolicy.ts'
import type { Journal } from '../repositories/journal.ts'
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
      const saved = await database.company(scopeOf(actor), (tx) =>
        changePolicy(tx, journal, actor, {
          of: 'masking',
          next: wanted,
          expected,
          read: storedPolicy,
          put: ({ fields, sees, revision }) => {
            const columns = { fields: JSON.stringify(fields), sees: JSON.stringify(sees), revision }
            return tx
              .insertInto('masking_policies')
              .values({ company_id: actor.companyId, ...columns })
              .onConflict((conflict) => conflict.column('company_id').doUpdateSet(columns))
              .execute()
          },
        }),
      )
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
