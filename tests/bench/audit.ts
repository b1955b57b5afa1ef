/**
 * How many audit rows a second are proven: in the database, and by the stand-alone verifier from an export. The rows
 * are chained by the database's own function. Prints; asserts no time, but that the trail is whole.
 */
import { verifyAuditFile } from '../../cli/auditFile.ts'
import { databaseKinds, startBackend } from '../kit/backend.ts'
import { median } from '../kit/median.ts'

const count = 20_000
const runs = 5

const rate = (rows: number, ms: number) => `${Math.round(rows / (ms / 1000)).toLocaleString('en')} rows/s`

for (const kind of databaseKinds) {
  const backend = await startBackend(kind)
  const actor = await backend.member('auditor')
  await backend.database.owner((session) =>
    session.script(`
      ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY; ALTER TABLE company_counters NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE audit_log DISABLE TRIGGER USER;
      DO $$ DECLARE entry audit_log; BEGIN
        entry.company_id := '${actor.companyId}'; entry.user_id := '${actor.userId}';
        entry.type := 'stage.updated'; entry.entity := 'stage';
        entry.hash := audit_genesis(entry.company_id);
        FOR n IN 1..${count} LOOP
          entry.seq := n; entry.at := timestamptz '2026-01-01' + n * interval '1 second'; entry.event_seq := n;
          entry.entity_id := gen_random_uuid(); entry.session_id := gen_random_uuid();
          entry.body := json_build_object('fields', repeat('x', 200), 'n', n)::text;
          entry.prev := entry.hash; entry.hash := audit_hash(entry);
          INSERT INTO audit_log SELECT entry.*;
        END LOOP;
        UPDATE company_counters SET audit_seq = ${count}, audit_hash = entry.hash
          WHERE company_id = entry.company_id;
      END $$;
      ALTER TABLE audit_log ENABLE ALWAYS TRIGGER chain; ALTER TABLE audit_log ENABLE ALWAYS TRIGGER only_added;
      ALTER TABLE audit_log ENABLE ALWAYS TRIGGER never_emptied;
      ALTER TABLE audit_log FORCE ROW LEVEL SECURITY; ALTER TABLE company_counters FORCE ROW LEVEL SECURITY`),
  )
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    const verdict = await backend.services.audit.verify(actor, 1)
    times.push(performance.now() - started)
    if (!verdict.ok || verdict.rows !== count) throw new Error(`Not whole: ${JSON.stringify(verdict)}`)
  }
  console.log(`${kind.padEnd(12)} ${rate(count, median(times))} of ${count}`)
  if (kind === 'PGlite') {
    const lines: unknown[] = []
    for (let from = 1; from <= count; ) {
      const page = await backend.services.audit.export(actor, from)
      lines.push(...page.lines)
      const last = page.lines.findLast((line) => line.kind === 'entry')
      if (last?.kind !== 'entry') break
      from = last.seq + 1
    }
    const text = lines.map((line) => JSON.stringify(line)).join('\n')
    const alone: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now()
      const { entries, findings } = verifyAuditFile(text)
      alone.push(performance.now() - started)
      if (entries < count || findings.some(({ seq }) => seq > 0 && seq < count))
        throw new Error(`Not whole: ${entries} entries, ${findings[0]?.message}`)
    }
    console.log(`${'stand-alone'.padEnd(12)} ${rate(count, median(alone))} of ${count}`)
  }
  await backend.close()
}
