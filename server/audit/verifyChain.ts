/**
 * Is the chain whole? The database recomputes every hash; here the answer is held to the company's counter and to the
 * signed checkpoints. The stand-alone verifier (cli/auditFile.ts) does the same without a word of this code.
 */
import { sql } from 'kysely'
import type { AuditVerdict } from '../../src/contract/audit.ts'
import type { CheckpointKeys } from '../auth/secrets.ts'
import type { Tx } from '../database/database.ts'
import { type Checkpoint, isTrustedCheckpoint, trustedKeys } from './checkpoint.ts'

const rowsAtOnce = 100_000

type Verdict = Pick<
  AuditVerdict,
  'ok' | 'to' | 'head' | 'rows' | 'first_bad' | 'checkpoints_checked' | 'more'
>
type Bad = AuditVerdict['first_bad']

interface Given {
  readonly from: number
  readonly epoch: string
  readonly keys: CheckpointKeys
  /** Those kept outside the database. */
  readonly outside: readonly Checkpoint[]
}

export async function verifyChain(tx: Tx, companyId: string, given: Given): Promise<Verdict> {
  const { from } = given
  const until = from + rowsAtOnce - 1
  const seen = await walk(tx, companyId, from, until)
  const reachesEnd = seen.head <= until
  const bad: Bad[] = [seen.bad]
  if (reachesEnd) bad.push(tailOf(from, seen))
  const { checkpoints, trusted } = await checkpointsBetween(tx, given, from, reachesEnd ? null : until)
  for (const { checkpoint, hash } of checkpoints) {
    const holds = checkpoint.hash === hash && (await isTrustedCheckpoint(trusted, checkpoint))
    if (!holds) bad.push({ seq: checkpoint.seq, reason: 'checkpoint' })
  }
  const first = bad.reduce<Bad>((least, one) => (one && (!least || one.seq < least.seq) ? one : least), null)
  return {
    ok: first === null,
    to: seen.last,
    head: seen.head,
    rows: seen.rows,
    first_bad: first,
    checkpoints_checked: new Set(checkpoints.map(({ checkpoint }) => checkpoint.signature)).size,
    more: !reachesEnd,
  }
}

interface Walked {
  readonly rows: number
  readonly last: number
  readonly lastHash: string | null
  readonly bad: Bad
  /** As the company's counter knows them. */
  readonly head: number
  readonly headHash: string | null
}

/** One statement, so one moment. The row before `from` is read as well, for its hash and number. */
async function walk(tx: Tx, companyId: string, from: number, until: number): Promise<Walked> {
  const { rows } = await sql<{
    rows: number
    last: number | null
    last_hash: string | null
    bad: number | null
    reason: NonNullable<Bad>['reason'] | null
    head: number | null
    head_hash: string | null
  }>`
    with linked as (
      select entry.seq, entry.hash, entry.prev, entry.private_commit,
        stagecraft.audit_hash(entry) as computed,
        lag(entry.seq) over in_order as seq_before,
        lag(entry.hash) over in_order as hash_before
      from audit_log entry
      where entry.company_id = ${companyId} and entry.seq between ${from - 1} and ${until}
      window in_order as (order by entry.seq)
    ), judged as (
      select linked.seq, linked.hash, case
        when seq_before is null and linked.seq <> 1 then 'gap'
        when linked.seq = seq_before then 'duplicate'
        when linked.seq <> coalesce(seq_before, 0) + 1 then 'gap'
        when prev <> coalesce(hash_before, stagecraft.audit_genesis(${companyId}::uuid)) then 'link'
        when linked.hash <> computed then 'hash'
        when apart.seq is not null
          and sha256(apart.salt || convert_to(apart.content, 'UTF8')) is distinct from private_commit then 'private'
        end as reason
      from linked
      left join audit_private apart on apart.company_id = ${companyId} and apart.seq = linked.seq
      where linked.seq >= ${from}
    )
    select count(*)::int as rows, max(seq) as last,
      encode((array_agg(hash order by seq desc))[1], 'hex') as last_hash,
      min(seq) filter (where reason is not null) as bad,
      (array_agg(reason order by seq) filter (where reason is not null))[1] as reason,
      (select audit_seq from company_counters where company_id = ${companyId}) as head,
      (select encode(audit_hash, 'hex') from company_counters where company_id = ${companyId}) as head_hash
    from judged`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('A count was not answered.')
  const bad = row.bad !== null && row.reason !== null ? { seq: row.bad, reason: row.reason } : null
  return {
    rows: row.rows,
    last: row.last ?? 0,
    lastHash: row.last_hash,
    bad,
    head: row.head ?? 0,
    headHash: row.head_hash,
  }
}

/** What the counter knows and the rows do not show, and the other way round. */
function tailOf(from: number, seen: Walked): Bad {
  if (seen.rows === 0) return seen.head >= from ? { seq: from, reason: 'gap' } : null
  if (seen.last < seen.head) return { seq: seen.last + 1, reason: 'gap' }
  return seen.lastHash === seen.headHash ? null : { seq: seen.last, reason: 'link' }
}

/**
 * With the hash of the row that each speaks of; null where that row is not there. Outside, those of an earlier life of
 * the database are left alone: a restore goes back in time, which clients are told by the epoch.
 */
async function checkpointsBetween(
  tx: Tx,
  given: Given,
  from: number,
  until: number | null,
): Promise<{
  readonly trusted: ReadonlySet<string>
  readonly checkpoints: readonly { readonly checkpoint: Checkpoint; readonly hash: string | null }[]
}> {
  const stored = await tx.selectFrom('audit_checkpoints').selectAll().orderBy('seq').execute()
  const all = [
    ...stored.map(({ company_id, ...rest }): Checkpoint => ({ ...rest, company: company_id })),
    ...given.outside.filter(({ epoch }) => epoch === given.epoch),
  ]
  const trusted = await trustedKeys(given.keys, all)
  const between = all.filter(({ seq }) => seq >= from && (until === null || seq <= until))
  if (between.length === 0) return { trusted, checkpoints: [] }
  const { rows } = await sql<{ seq: number; hash: string }>`
    select seq, encode(hash, 'hex') as hash from audit_log
    where seq in (${sql.join([...new Set(between.map(({ seq }) => seq))])})`.execute(tx)
  const hashes = new Map(rows.map((row) => [row.seq, row.hash]))
  return {
    trusted,
    checkpoints: between.map((checkpoint) => ({ checkpoint, hash: hashes.get(checkpoint.seq) ?? null })),
  }
}
