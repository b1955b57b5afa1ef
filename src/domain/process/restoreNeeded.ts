/**
 * After a merge: one side deleted a row, the other made something that points at it. Until somebody decides, the row
 * is kept, so nothing leads nowhere and nothing is lost. A stage that is kept gets back the transitions that were
 * deleted with it.
 */
import type { Choices, Conflict, Sides } from './merge.ts'
import { rowNameOf } from './names.ts'
import type { ProcessDocument, TableName } from './process.ts'
import { putRows, type Tables } from './rows.ts'
import { stagesNamedBy, withoutStages, withoutWaiversAt } from './withoutStages.ts'

interface Pointer {
  readonly from: { readonly table: TableName | 'process'; readonly id: string }
  readonly to: string
}

/** Stages first: what they take along need not be asked about. */
const targets = ['stages', 'transitions', 'scenarios'] as const

export function restoreNeeded(
  merged: ProcessDocument,
  sides: Sides,
  choices: Choices,
  add: (conflict: Conflict) => void,
): ProcessDocument {
  let document = withTransitionsOfKept(merged, sides)
  const handled = new Set<string>()
  for (let again = true; again; ) {
    again = false
    for (const [id, pointers] of brokenPointers(document, sides)) {
      const table = targets.find((name) => onEitherSide(sides, name, id))
      if (!table || handled.has(id)) continue
      handled.add(id)
      again = true
      document = settle(document, sides, { table, id, pointers, choice: choices[`${table}/${id}`], add })
    }
  }
  return withTransitionsOfKept(document, sides)
}

interface Needed {
  readonly table: (typeof targets)[number]
  readonly id: string
  readonly pointers: readonly Pointer[]
  readonly choice: Choices[string] | undefined
  readonly add: (conflict: Conflict) => void
}

function settle(document: ProcessDocument, sides: Sides, needed: Needed): ProcessDocument {
  const { table, id, choice, add } = needed
  const row = (side: ProcessDocument) => (side[table] as Readonly<Record<string, unknown>>)[id] ?? null
  const [mine, theirs] = [row(sides.mine), row(sides.theirs)]
  const restored = withRowOf(document, table, id, mine === null ? sides.theirs : sides.mine)
  if (choice === undefined)
    add({
      id: `${table}/${id}`,
      kind: 'needed',
      table,
      rowId: id,
      name: rowNameOf(restored, table, id),
      field: null,
      at: '',
      base: row(sides.base),
      mine,
      theirs,
      dependents: needed.pointers.map((pointer) => pointer.from),
    })
  const deletes = choice !== undefined && (choice === 'mine' ? mine : theirs) === null
  if (!deletes) return restored
  return table === 'stages' ? withoutStages(restored, [id]) : withoutWaiversAt(document, [id])
}

/** Everything that points at a row which is not there, by the id it points at. */
function brokenPointers(document: ProcessDocument, sides: Sides): Map<string, Pointer[]> {
  const broken = new Map<string, Pointer[]>()
  const note = (table: Pointer['from']['table'], id: string, to: string) => {
    const list = broken.get(to)
    const pointer = { from: { table, id }, to }
    if (list) list.push(pointer)
    else broken.set(to, [pointer])
  }
  for (const { id, fromStageId, toStageId } of Object.values(document.transitions))
    for (const end of [fromStageId, toStageId])
      if (end !== null && !document.stages[end]) note('transitions', id, end)
  for (const scenario of Object.values(document.scenarios))
    for (const stageId of stagesNamedBy(scenario))
      if (!document.stages[stageId]) note('scenarios', scenario.id, stageId)
  for (const { id, targetId } of Object.values(document.waivers)) {
    const there = targets.some((table) => document[table][targetId] !== undefined)
    if (!there && targetId !== document.process.id) note('waivers', id, targetId)
  }
  for (const to of Object.values(document.process.stageMigrations))
    if (!document.stages[to]) note('process', sides.mine.process.id, to)
  return broken
}

/** A stage in the result that one side had deleted: base's transitions at it that went with it come back. */
function withTransitionsOfKept(document: ProcessDocument, sides: Sides): ProcessDocument {
  const { base, mine, theirs } = sides
  const kept = (id: string | null) =>
    id !== null && base.stages[id] && document.stages[id] && (!mine.stages[id] || !theirs.stages[id])
  const back = Object.values(base.transitions).filter((transition) => {
    const { id, fromStageId, toStageId } = transition
    if (document.transitions[id] || (!kept(fromStageId) && !kept(toStageId))) return false
    if (!document.stages[toStageId] || (fromStageId !== null && !document.stages[fromStageId])) return false
    // Gone on the side that still has the stage: that was meant.
    const keeper = [mine, theirs].find((side) =>
      [fromStageId, toStageId].every((end) => end === null || side.stages[end]),
    )
    return keeper?.transitions[id] !== undefined
  })
  return putRows(document, 'transitions', back)
}

function withRowOf(
  document: ProcessDocument,
  table: TableName,
  id: string,
  side: ProcessDocument,
): ProcessDocument {
  const tables: Tables = side
  const row = tables[table][id]
  return row ? { ...document, [table]: { ...document[table], [id]: row } } : document
}

const onEitherSide = (sides: Sides, table: TableName, id: string): boolean =>
  sides.mine[table][id] !== undefined || sides.theirs[table][id] !== undefined
