/** Tenant settings: one row a key, as the audit describes them. The stage list is not among them: see the handlers. */
import type { Database, Tx } from '../database/database.ts'
import type { NewEvent } from '../eventsOf.ts'
import type { Json, SettingsService } from '../services.ts'
import type { Journal } from './journal.ts'
import { scopeOf } from './scope.ts'

export function createSettings(database: Database, journal: Journal): SettingsService {
  return {
    all: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const rows = await tx
          .selectFrom('tenant_settings')
          .select(['setting_key', 'setting_value'])
          .orderBy('setting_key')
          .execute()
        return Object.fromEntries(rows.map((row) => [row.setting_key, row.setting_value]))
      }),
    save: async (actor, entries) => {
      if (Object.keys(entries).length === 0) return
      const at = journal.now()
      await database.company(scopeOf(actor), async (tx) => {
        await upsertSettings(tx, actor.companyId, entries, at)
        await journal.record(
          tx,
          actor,
          [settingsEvent(entries)],
          {
            type: 'settings.changed',
            entity: 'settings',
            entityId: 'company',
            revision: null,
            body: { ...entries },
          },
          { at },
        )
      })
      journal.committed(actor.companyId)
    },
  }
}

/** Keys not named stay. */
export async function upsertSettings(
  tx: Tx,
  companyId: string,
  entries: Readonly<Record<string, Json>>,
  at: string,
): Promise<void> {
  const rows = Object.entries(entries).map(([key, value]) => ({
    company_id: companyId,
    setting_key: key,
    setting_value: JSON.stringify(value),
    created_at: at,
    updated_at: at,
  }))
  if (rows.length === 0) return
  await tx
    .insertInto('tenant_settings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'setting_key']).doUpdateSet((excluded) => ({
        setting_value: excluded.ref('excluded.setting_value'),
        updated_at: excluded.ref('excluded.updated_at'),
      })),
    )
    .execute()
}

export const settingsEvent = (entries: Readonly<Record<string, Json>>): NewEvent => ({
  kind: 'settings.changed',
  processId: null,
  rowId: null,
  revision: null,
  fields: Object.keys(entries).sort(),
  data: {},
})
