/**
 * Makes checkpoints: of a company whose trail has grown by 1,000 rows, or has rows that are unsigned for 10 minutes.
 * Any number of instances may do so at once: the company's counter is locked, and one row has one checkpoint.
 */
import { sql } from 'kysely'
import type { CheckpointKeys } from '../auth/secrets.ts'
import type { Database } from '../database/database.ts'
import { type Checkpoint, type CheckpointKeeper, signCheckpoint } from './checkpoint.ts'

const rowsUnsigned = 1_000
const millisecondsUnsigned = 10 * 60_000

export interface Checkpoints {
  /** Signs the head of a company's chain now; null where it is signed already or there is no row. */
  make(companyId: string): Promise<Checkpoint | null>
  /** Of all companies whose turn it is, until it is told to end. */
  makeDue(ending?: AbortSignal): Promise<void>
}

interface CheckpointDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly epoch: () => Promise<string>
  readonly keys: () => Promise<CheckpointKeys>
  readonly keeper: CheckpointKeeper | undefined
}

export function createCheckpoints(given: CheckpointDependencies): Checkpoints {
  const { database, clock, keeper } = given
  const make = async (companyId: string): Promise<Checkpoint | null> => {
    const [epoch, keys] = await Promise.all([given.epoch(), given.keys()])
    const made = await database.company({ companyId }, async (tx) => {
      const { rows } = await sql<{ seq: number; signed: number; hash: string | null }>`
        select audit_seq as seq, checkpoint_seq as signed, encode(audit_hash, 'hex') as hash
        from company_counters where company_id = ${companyId} for update`.execute(tx)
      const [head] = rows
      if (!head || head.hash === null || head.seq <= head.signed) return null
      const last = await tx
        .selectFrom('audit_checkpoints')
        .select(['signature', 'key'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      const unsigned = {
        company: companyId,
        epoch,
        seq: head.seq,
        hash: head.hash,
        at: clock().toISOString(),
        previous: last?.signature ?? '',
      }
      const checkpoint = await signCheckpoint(keys, unsigned, last?.key ?? null)
      const { company, ...rest } = checkpoint
      await tx
        .insertInto('audit_checkpoints')
        .values({ ...rest, company_id: company })
        .execute()
      await tx
        .updateTable('company_counters')
        .set({ checkpoint_seq: checkpoint.seq, checkpoint_at: checkpoint.at })
        .where('company_id', '=', companyId)
        .execute()
      return checkpoint
    })
    if (made) await keeper?.keep(made)
    return made
  }
  return {
    make,
    makeDue: async (ending) => {
      const long = new Date(clock().getTime() - millisecondsUnsigned).toISOString()
      const due = await database.identity((tx) =>
        tx
          .selectFrom('company_counters')
          .select('company_id')
          .where(({ eb, or, and }) =>
            and([
              eb('audit_seq', '>', eb.ref('checkpoint_seq')),
              or([
                eb('checkpoint_at', 'is', null),
                eb('checkpoint_at', '<', long),
                eb('audit_seq', '>=', sql<number>`checkpoint_seq + ${rowsUnsigned}`),
              ]),
            ]),
          )
          .execute(),
      )
      for (const { company_id } of due) {
        if (ending?.aborted) return
        await make(company_id)
      }
    },
  }
}
