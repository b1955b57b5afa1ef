/** More companies beside those that are there: each has what the smallest demo company has. */
import pg from 'pg'

/** Rows are known by company and id, so a copy needs another company alone. */
const tables = [
  'company_counters',
  'sales_processes',
  'process_versions',
  'crm_sales_stages',
  'crm_stage_transitions',
]

/** As somebody whom row-level security does not bind, which the user of the test database is. */
export async function growTo(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET search_path TO stagecraft')
    const { rows: known } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM companies',
    )
    const missing = Math.max(0, count - (known[0]?.count ?? 0))
    await client.query(
      `CREATE TEMP TABLE newcomers AS SELECT gen_random_uuid() AS company_id FROM generate_series(1, ${missing})`,
    )
    await client.query(`INSERT INTO companies SELECT company_id, 'Company', now() FROM newcomers`)
    for (const table of tables) {
      const { rows } = await client.query<{ column: string }>(
        `SELECT column_name AS "column" FROM information_schema.columns WHERE table_schema = 'stagecraft'
          AND table_name = $1 AND is_generated = 'NEVER' AND column_name <> 'company_id'`,
        [table],
      )
      const columns = rows.map(({ column }) => `"${column}"`)
      await client.query(`INSERT INTO ${table} (company_id, ${columns.join(', ')})
        SELECT newcomers.company_id, ${columns.map((column) => `model.${column}`).join(', ')}
        FROM ${table} model JOIN companies USING (company_id), newcomers
        WHERE company_name = 'Other Company'`)
    }
    // Else the server would sign the trails of all of them while it is measured.
    await client.query(`UPDATE company_counters SET checkpoint_seq = audit_seq, checkpoint_at = now()
      WHERE company_id IN (SELECT company_id FROM newcomers)`)
    await client.query('DROP TABLE newcomers; ANALYZE')
  } finally {
    await client.end()
  }
}
