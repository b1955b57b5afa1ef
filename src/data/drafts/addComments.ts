/**
 * Drafts, publishes and copies written before processes had comments get the empty table, wherever a document or a
 * difference stands in a row. Runs once a device, in the transaction that opens the newer version.
 */
import type { Transaction } from 'dexie'

const tables = ['drafts', 'steps', 'outbox', 'sent', 'conflicts', 'processes', 'known']

export async function addComments(transaction: Transaction): Promise<void> {
  for (const name of tables)
    await transaction
      .table<Record<string, unknown>>(name)
      .toCollection()
      .modify((row) => {
        for (const [key, value] of Object.entries(row)) row[key] = withComments(value)
      })
}

/** Documents and differences are known by the tables they have beside each other, at any depth. */
export function withComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComments)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (!('stages' in value && 'transitions' in value && 'waivers' in value))
    return Object.fromEntries(entries.map(([key, held]) => [key, withComments(held)]))
  if ('comments' in value) return value
  const isDiff = isRecord(value.waivers) && isRecord(value.waivers.added) && isRecord(value.waivers.removed)
  return { ...value, comments: isDiff ? { added: {}, updated: {}, removed: {} } : {} }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
