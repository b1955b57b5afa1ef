/** The difference of two documents as JSON lines, row by row as a file in git would show it. Pure. */
import { diffProcesses } from '../../domain/process/diff.ts'
import { maskFields } from '../../domain/process/masking.ts'
import { rowNameOf } from '../../domain/process/names.ts'
import { type ProcessDocument, tableNames } from '../../domain/process/process.ts'
import { toWire } from '../../domain/process/wire.ts'

export interface JsonLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface JsonRow {
  /** `stages/01…`, as the wire names it. */
  readonly path: string
  readonly name: string
  readonly lines: readonly JsonLine[]
}

const linesOf = (row: object | undefined): string[] =>
  row === undefined ? [] : JSON.stringify(onTheWire(row), null, 2).split('\n')

/** What its reader may not see is the sentinel, as everywhere on the wire. */
function onTheWire({ hidden, ...row }: object & { readonly hidden?: readonly string[] | undefined }): object {
  return hidden ? maskFields(toWire(row), hidden) : toWire(row)
}

/** Rows that differ, with unchanged lines around each change. */
export function jsonDiff(before: ProcessDocument, after: ProcessDocument): JsonRow[] {
  const diff = diffProcesses(before, after)
  const rows: JsonRow[] = []
  if (diff.process)
    rows.push({
      path: 'process',
      name: rowNameOf(after, 'process', after.process.id),
      lines: inContext(lineDiff(linesOf(before.process), linesOf(after.process))),
    })
  for (const table of tableNames) {
    const ids = new Set(
      [diff[table].removed, diff[table].added, diff[table].updated].flatMap((part) => Object.keys(part)),
    )
    for (const id of ids) {
      const [was, is] = [before[table][id], after[table][id]]
      rows.push({
        path: `${table}/${id}`,
        name: rowNameOf(is ? after : before, table, id),
        lines: inContext(lineDiff(linesOf(was), linesOf(is))),
      })
    }
  }
  return rows
}

/** The shortest edit by the longest common subsequence; rows are short, so the plain table will do. */
export function lineDiff(before: readonly string[], after: readonly string[]): JsonLine[] {
  const common = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const line = common[i]
    if (!line) continue
    for (let j = after.length - 1; j >= 0; j -= 1)
      line[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const lines: JsonLine[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [was, is] = [before[i], after[j]]
    if (was === undefined && is === undefined) return lines
    if (was !== undefined && was === is) {
      lines.push({ kind: 'same', text: was })
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: was })
      i += 1
    } else if (is !== undefined) {
      lines.push({ kind: 'added', text: is })
      j += 1
    }
  }
}

const around = 2

/** Only lines near a change; a gap is one line of dots. */
function inContext(lines: readonly JsonLine[]): JsonLine[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  )
  return lines.flatMap((line, index) => {
    if (near[index]) return [line]
    return index === 0 || near[index - 1] ? [{ kind: 'same' as const, text: '⋯' }] : []
  })
}
