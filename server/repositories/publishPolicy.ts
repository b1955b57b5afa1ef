/** How a company publishes: one row, absent until it was first changed. */
import type { PublishPolicy } from '../../src/contract/publishRequests.ts'
import type { ProcessDiff } from '../../src/domain/process/diff.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { PublishRequestService, VersionKind } from '../services.ts'
import type { Journal } from './journal.ts'
import { scopeOf } from './scope.ts'

const usual: PublishPolicy = { four_eyes: false, time_zone: 'UTC' }

export async function policyOf(tx: Tx): Promise<PublishPolicy> {
  const row = await tx.selectFrom('publish_policies').select(['four_eyes', 'time_zone']).executeTakeFirst()
  return row ?? usual
}

export function createPublishPolicy(
  database: Database,
  journal: Journal,
): Pick<PublishRequestService, 'policy' | 'savePolicy'> {
  return {
    policy: (actor) => database.company(scopeOf(actor), policyOf),
    savePolicy: async (actor, { four_eyes, time_zone }) => {
      const saved = await database.company(scopeOf(actor), async (tx) => {
        const before = await policyOf(tx)
        const next = {
          four_eyes: four_eyes ?? before.four_eyes,
          time_zone: time_zone ?? before.time_zone,
        }
        await tx
          .insertInto('publish_policies')
          .values({ company_id: actor.companyId, ...next })
          .onConflict((conflict) => conflict.column('company_id').doUpdateSet(next))
          .execute()
        await journal.record(
          tx,
          actor,
          [
            {
              kind: 'publish_policy.changed',
              processId: null,
              rowId: null,
              revision: null,
              fields: [],
              data: next,
            },
          ],
          {
            type: 'publish_policy.changed',
            entity: 'settings',
            entityId: 'publish_policy',
            revision: null,
            body: { before: { ...before }, after: next },
          },
          { at: journal.now() },
        )
        return next
      })
      journal.committed(actor.companyId)
      return saved
    },
  }
}

/** An empty process says nothing yet, and which one is the default or in use is for administrators to say. */
const unreviewedKinds: ReadonlySet<VersionKind> = new Set(['create', 'archive'])
const unreviewedFields = new Set(['revision', 'updatedAt', 'updatedByUserId', 'isDefault', 'isActive'])

/** Where a company asks for four eyes. @throws ApiError REVIEW_REQUIRED where the change needs a second person. */
export function refuseAlone(kind: VersionKind, diff: ProcessDiff): void {
  if (unreviewedKinds.has(kind)) return
  const tables = [diff.stages, diff.transitions, diff.scenarios, diff.waivers, diff.comments]
  const matters =
    Object.keys(diff.process?.to ?? {}).some((field) => !unreviewedFields.has(field)) ||
    tables.some(({ added, updated, removed }) =>
      [added, updated, removed].some((rows) => Object.keys(rows).length > 0),
    )
  if (!matters) return
  throw new ApiError(
    'REVIEW_REQUIRED',
    'In this company every change of a process needs a second person: request a review instead.',
  )
}
