/**
 * Somebody with the owner's rights over the database, triggers off, tries everything: each is found, and at the row
 * where it happened. Then what the application itself may do: add the next row, nothing else.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { threeStages, writerFor } from '../../tests/kit/writer.ts'
import { sqlState } from '../database/sqlState.ts'
import type { Actor } from '../services.ts'

describe.each(databaseKinds)('the audit chain on %s', (kind) => {
  let backend: TestBackend
  let actor: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  beforeEach(async () => {
    actor = await backend.member('auditor')
    for (let n = 1; n <= 6; n += 1) await backend.services.settings.save(actor, { 'opportunities.note': n })
  })

  const { publish } = writerFor(
    () => backend,
    () => actor,
  )
  const verdict = () => backend.services.audit.verify(actor, 1)
  const found = async () => (await verdict()).first_bad
  const sign = () => backend.services.checkpoints.make(actor.companyId)
  /** As the owner of the tables, with row security and every trigger out of the way. */
  const tamper = (statements: string) =>
    backend.database.owner((session) =>
      session.script(`
        ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY; ALTER TABLE company_counters NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE audit_private NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE audit_checkpoints NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE audit_log DISABLE TRIGGER USER;
        ${statements.replaceAll('OURS', `company_id = '${actor.companyId}'`)};
        ALTER TABLE audit_log ENABLE ALWAYS TRIGGER chain; ALTER TABLE audit_log ENABLE ALWAYS TRIGGER only_added;
        ALTER TABLE audit_log ENABLE ALWAYS TRIGGER never_emptied;
        ALTER TABLE audit_log FORCE ROW LEVEL SECURITY; ALTER TABLE company_counters FORCE ROW LEVEL SECURITY;
        ALTER TABLE audit_private FORCE ROW LEVEL SECURITY; ALTER TABLE audit_checkpoints FORCE ROW LEVEL SECURITY`),
    )
  /** Everything from a row on computed anew, as an attacker who knows the rules would. */
  const rebuild = (from: number) => `
    DO $$ DECLARE entry audit_log; last bytea; BEGIN
      SELECT hash INTO last FROM audit_log WHERE OURS AND seq = ${from - 1};
      last := coalesce(last, audit_genesis('${actor.companyId}'));
      FOR entry IN SELECT * FROM audit_log WHERE OURS AND seq >= ${from} ORDER BY seq LOOP
        entry.prev := last; last := audit_hash(entry);
        UPDATE audit_log SET prev = entry.prev, hash = last WHERE OURS AND seq = entry.seq;
      END LOOP;
      UPDATE company_counters SET audit_hash = last, audit_seq = (SELECT max(seq) FROM audit_log WHERE OURS) WHERE OURS;
    END $$`

  it('is whole after ordinary work, checkpoints and all', async () => {
    await sign()
    await backend.services.settings.save(actor, { 'opportunities.note': 7 })
    await sign()
    expect(await verdict()).toMatchObject({
      ok: true,
      rows: 7,
      head: 7,
      to: 7,
      first_bad: null,
      checkpoints_checked: 2,
      more: false,
    })
    expect(await backend.services.audit.verify(actor, 5)).toMatchObject({ ok: true, rows: 3 })
    expect(await backend.services.audit.verify(actor, 8)).toMatchObject({ ok: true, rows: 0 })
  })

  const other = '00000000-0000-7000-8000-00000000000f'
  it.each([
    ['at', "at + interval '1 microsecond'"],
    ['user_id', `'${other}'`],
    ['session_id', 'NULL'],
    ['type', "'settings.read'"],
    ['entity', "'company'"],
    ['entity_id', "'x'"],
    ['revision', '9'],
    ['event_seq', 'event_seq + 1'],
    ['body', "'{}'"],
    ['private_commit', "'\\x00'"],
    ['prev', "'\\x00'"],
    ['hash', "'\\x00'"],
  ])('finds that %s of a row was changed', async (column, value) => {
    await tamper(`UPDATE audit_log SET ${column} = ${value} WHERE OURS AND seq = 3`)
    const bad = await found()
    expect(bad?.seq).toBe(3)
    expect(['hash', 'link']).toContain(bad?.reason)
  })

  it('finds a row that was removed from the middle', async () => {
    await tamper('DELETE FROM audit_log WHERE OURS AND seq = 3')
    expect(await found()).toEqual({ seq: 4, reason: 'gap' })
  })

  it('finds a row that was removed, with those after it numbered and linked anew', async () => {
    await sign()
    await tamper(`DELETE FROM audit_log WHERE OURS AND seq = 3;
      UPDATE audit_log SET seq = -seq WHERE OURS AND seq > 3;
      UPDATE audit_log SET seq = -seq - 1 WHERE OURS AND seq < 0; ${rebuild(3)}`)
    expect(await found()).toEqual({ seq: 6, reason: 'checkpoint' })
  })

  it('finds a row that was put in', async () => {
    await tamper(`INSERT INTO audit_log SELECT company_id, 7, at, user_id, session_id, type, entity, entity_id,
      revision, event_seq, '{"forged":true}', private_commit, hash, hash FROM audit_log WHERE OURS AND seq = 6`)
    expect(await found()).toEqual({ seq: 7, reason: 'hash' })
  })

  it('finds two rows that changed places', async () => {
    await tamper(`UPDATE audit_log SET seq = 100 WHERE OURS AND seq = 3;
      UPDATE audit_log SET seq = 3 WHERE OURS AND seq = 4; UPDATE audit_log SET seq = 4 WHERE OURS AND seq = 100`)
    expect(await found()).toEqual({ seq: 3, reason: 'link' })
  })

  it('finds the same row twice', async () => {
    await tamper(`ALTER TABLE audit_log DROP CONSTRAINT audit_log_pkey;
      INSERT INTO audit_log SELECT * FROM audit_log WHERE OURS AND seq = 3`)
    expect(await found()).toEqual({ seq: 3, reason: 'duplicate' })
    await tamper(`DELETE FROM audit_log WHERE OURS AND seq = 3;
      ALTER TABLE audit_log ADD PRIMARY KEY (company_id, seq)`)
  })

  it('finds that the beginning was cut off', async () => {
    await tamper('DELETE FROM audit_log WHERE OURS AND seq <= 2')
    expect(await found()).toEqual({ seq: 3, reason: 'gap' })
  })

  it('finds that the end was cut off, even where the counter was set back', async () => {
    await tamper('DELETE FROM audit_log WHERE OURS AND seq > 4')
    expect(await found()).toEqual({ seq: 5, reason: 'gap' })
    actor = await backend.member('auditor')
    for (let n = 1; n <= 6; n += 1) await backend.services.settings.save(actor, { 'opportunities.note': n })
    await sign()
    await tamper(`DELETE FROM audit_log WHERE OURS AND seq > 4; ${rebuild(5)};
      UPDATE company_counters SET audit_seq = 4,
        audit_hash = (SELECT hash FROM audit_log WHERE OURS AND seq = 4) WHERE OURS`)
    expect(await found()).toEqual({ seq: 6, reason: 'checkpoint' })
  })

  it('finds that everything was cut off', async () => {
    await tamper('DELETE FROM audit_log WHERE OURS')
    expect(await found()).toEqual({ seq: 1, reason: 'gap' })
  })

  it('finds a chain that was built anew, by the checkpoint outside even where those inside were removed', async () => {
    await sign()
    await tamper(`UPDATE audit_log SET body = '{}' WHERE OURS AND seq = 2; ${rebuild(2)};
      DELETE FROM audit_checkpoints WHERE OURS`)
    expect(await found()).toEqual({ seq: 6, reason: 'checkpoint' })
  })

  it('finds a checkpoint that was changed, or signed by somebody else', async () => {
    await sign()
    await tamper(`UPDATE audit_checkpoints SET at = '2020-01-01T00:00:00.000Z' WHERE OURS`)
    expect(await found()).toEqual({ seq: 6, reason: 'checkpoint' })
    await tamper(`UPDATE audit_checkpoints SET key = 'AAAA' WHERE OURS`)
    expect(await found()).toEqual({ seq: 6, reason: 'checkpoint' })
  })

  it('finds rows that belong to another company', async () => {
    const victim = actor
    actor = await backend.member('auditor')
    for (let n = 1; n <= 6; n += 1) await backend.services.settings.save(actor, { 'opportunities.note': n })
    await tamper(`DELETE FROM audit_log WHERE OURS;
      UPDATE audit_log SET company_id = '${actor.companyId}' WHERE company_id = '${victim.companyId}'`)
    expect(await found()).toEqual({ seq: 1, reason: 'link' })
  })

  it('finds words kept apart that were exchanged', async () => {
    await publish(threeStages(), 0, { reason: 'Because Anna asked' })
    await tamper(`UPDATE audit_private SET content = '{"/reason":"Because Bob asked"}' WHERE OURS`)
    expect(await found()).toEqual({ seq: 7, reason: 'private' })
  })

  it('stays whole where ten write at once', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        backend.services.settings.save(actor, { [`opportunities.at_once_${n}`]: n }),
      ),
    )
    expect(await verdict()).toMatchObject({ ok: true, rows: 16 })
  })

  it('lets the application add the next row and nothing else', async () => {
    const attempt = (statement: string) =>
      backend.database
        .company({ companyId: actor.companyId }, (tx) => sql.raw(statement).execute(tx))
        .then(() => 'done', sqlState)
    expect(await attempt("UPDATE audit_log SET body = '{}'")).toBe('42501')
    expect(await attempt('DELETE FROM audit_log')).toBe('42501')
    expect(await attempt('TRUNCATE audit_log')).toBe('42501')
    const forged = (
      seq: number,
    ) => `INSERT INTO audit_log (company_id, seq, at, type, entity, entity_id, body, prev, hash)
      VALUES ('${actor.companyId}', ${seq}, now(), 'x', 'x', 'x', '{}', '\\x00', '\\x00')`
    expect(await attempt(forged(3))).toBe('42501')
    expect(await attempt(forged(7))).toBe('42501')
    expect(await attempt('UPDATE company_counters SET audit_seq = 7')).toBe('done')
    expect(await attempt(forged(7))).toBe('done')
    // Even then the row is a link like any other: number and hashes are not the application's to choose.
    expect(await verdict()).toMatchObject({ ok: true, rows: 7 })
  })

  it('refuses the owner as well, also in a session that replicates', async () => {
    const attempt = (statement: string) =>
      backend.database.owner((session) => session.script(statement)).then(() => 'done', sqlState)
    const reach = 'ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY;'
    expect(await attempt(`${reach} UPDATE audit_log SET body = '{}'`)).toBe('42501')
    expect(await attempt(`${reach} TRUNCATE audit_log`)).toBe('42501')
    const replicating = "SET LOCAL session_replication_role = 'replica';"
    expect(await attempt(`${reach} ${replicating} DELETE FROM audit_log`)).toBe('42501')
    expect(await found()).toBeNull()
  })
})
