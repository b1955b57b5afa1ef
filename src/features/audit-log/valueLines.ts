/**
 * What an entry holds, as lines “name: before → after”: rows of reference data by their changed fields, settings by
 * their keys, anything else as it stands. Pure.
 */
import { z } from 'zod'
import type { WireAuditEntry } from '../../contract/audit.ts'
import { sameValue } from '../../domain/process/equality.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { text } from '../../text/index.ts'

export interface ValueLine {
  readonly name: string
  /** Undefined where only the value now is known; null: there was none. */
  readonly from: string | null | undefined
  readonly to: string | null
}

const row = z.record(z.string(), z.json()).nullable()
const replaced = z.object({ before: row, after: row })
/** Fields that every change moves: no news. */
const bookkeeping: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'created_at', 'updated_at'])

export function valueLines(body: WireAuditEntry['body']): readonly ValueLine[] {
  const pair = replaced.safeParse(body)
  if (pair.success) {
    const { before, after } = pair.data
    return (
      [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
        .filter(
          (name) =>
            !bookkeeping.has(name) && (isMasked(after?.[name]) || !sameValue(before?.[name], after?.[name])),
        )
        // Whether what is hidden before and after was changed is hidden too.
        .map((name) => ({
          name,
          from: isMasked(before?.[name]) && isMasked(after?.[name]) ? undefined : words(before?.[name]),
          to: words(after?.[name]),
        }))
    )
  }
  return Object.entries(body)
    .filter(([name, value]) => name !== 'reason' && value !== null)
    .map(([name, value]) => ({ name, from: undefined, to: words(value) }))
}

/** What rows of reference data are called by. */
const nameFields = ['categoryName', 'actionName', 'workflowName', 'label', 'template_name'] as const

/** What the row that an entry changed was called then; null where the entry holds no row. */
export function rowName(body: WireAuditEntry['body']): string | null {
  const pair = replaced.safeParse(body)
  const held = pair.success ? (pair.data.after ?? pair.data.before) : null
  return nameFields.map((field) => words(held?.[field])).find((name) => name !== null) ?? null
}

function words(value: unknown): string | null {
  const shown = isMasked(value) ? text('hidden', 'hidden') : (value ?? null)
  return shown === null || typeof shown === 'string' ? shown : JSON.stringify(shown, withoutSentinel)
}

const withoutSentinel = (_: string, value: unknown): unknown =>
  isMasked(value) ? text('hidden', 'hidden') : value
