/** Changed rows under the headings under which people look for them. Pure. */
import { tableNames } from '../domain/process/process.ts'
import { text } from '../text/index.ts'
import type { ChangedRow } from './changedRows.ts'

export interface ChangedGroup {
  readonly id: string
  readonly title: string
  readonly items: readonly (ChangedRow & { readonly kindLabel: string })[]
}

/** Process, stages, transitions, scenarios, waivers; only those in which something changed. */
export const changeGroups = (rows: readonly ChangedRow[]): ChangedGroup[] =>
  (['process', ...tableNames] as const).flatMap((table) => {
    const items = rows
      .filter((row) => row.table === table)
      .map((row) => ({ ...row, kindLabel: text('changes', row.kind) }))
    return items.length === 0 ? [] : [{ id: table, title: text('changes', table), items }]
  })
