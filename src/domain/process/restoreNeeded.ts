/**
 * After a merge: one side deleted a row, the other made something that points at it. Until somebody decides, the row
 * is kept, so nothing leads nowhere and nothing is lost. A stage that is kept gets back the transitions that were
 * deleted with it, and the comments.
 */
import type { Choices, Conflict, Sides } from './conflict.ts'
import { rowNameOf } from './names.ts'
import type { ProcessDocument, TableName } from './process.ts'
import { putRows, type Tables } from './rows.ts'
import { stagesNamedBy, withoutRowsAbout, withoutStages } from './withoutStages.ts'

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
  conflicts: Conflict[],
): ProcessDocument {
  if (!lacksAny(merged, sides.mine) && !lacksAny(merged, sides.theirs)) return merged
  const open = new Set(conflicts.map((conflict) => `${conflict.table}/${conflict.rowId}`))
  const add = (conflict: Conflict) => conflicts.push(conflict)
  let document = withTransitionsOfKept(merged, sides)
  const handled = new Set<string>()
  for (let again = true; again; ) {
    again = false
    for (const [id, pointers] of brokenPointers(document, sides, open)) {
      const table = targets.find((name) => onEitherSide(sides, name, id))
      if (!table || handled.has(id)) continue
      handled.add(id)
      again = true
      document = settle(document, sides, { table, id, pointers, choice: choices[`${table}/${id}`], add })
    }
  }
  return withCommentsOfKept(withTransitionsOfKept(document, sides), sides)
}

/** Whether one side has something to point at that is not in the result. */
const lacksAny = (document: ProcessDocument, side: ProcessDocument): boolean =>
  targets.some((table) => {
    const rows = document[table]
    if (rows === side[table]) return false
    for (const id in side[table]) if (rows[id] === undefined) return true
    return false
  })

interface Needed {
  readonly table: (typeof targets)[number]
  readonly id: string
  readonly pointers: readonly Pointer[]
  readonly choice: Choices[string] | undefined
  readonly add: (conflict: Conflict) => unknown
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
  return table === 'stages' ? withoutStages(restored, [id]) : withoutRowsAbout(document, [id])
}

/**
 * Everything that points at a row which is not there, by the id it points at. Of a row that is itself in question both
 * versions count, so that what is asked does not depend on who merges.
 */
function brokenPointers(
  document: ProcessDocument,
  { mine, theirs }: Sides,
  open: ReadonlySet<string>,
): Map<string, Pointer[]> {
  const broken = new Map<string, Pointer[]>()
  const note = (table: TableName | 'process', id: string, to: string) => {
    if (document.stages[to] || document.transitions[to] || document.scenarios[to]) return
    if (to === document.process.id) return
    const from = { table, id }
    const list = broken.get(to)
    if (!list) broken.set(to, [{ from, to }])
    else if (list.every((pointer) => pointer.from.id !== from.id)) list.push({ from, to })
  }
  const versions = open.size === 0 ? [document] : [document, mine, theirs]
  for (const [index, version] of versions.entries()) {
    const counts = (table: TableName | 'process', id: string) => index === 0 || open.has(`${table}/${id}`)
    for (const { id, fromStageId, toStageId } of Object.values(version.transitions)) {
      if (!counts('transitions', id)) continue
      if (fromStageId !== null) note('transitions', id, fromStageId)
      note('transitions', id, toStageId)
    }
    for (const scenario of Object.values(version.scenarios))
      if (counts('scenarios', scenario.id))
        for (const to of stagesNamedBy(scenario)) note('scenarios', scenario.id, to)
    for (const { id, targetId } of Object.values(version.waivers))
      if (counts('waivers', id)) note('waivers', id, targetId)
    for (const { id, targetId } of Object.values(version.comments))
      if (counts('comments', id)) note('comments', id, targetId)
    if (counts('process', mine.process.id))
      for (const to of Object.values(version.process.stageMigrations)) note('process', mine.process.id, to)
  }
  return broken
}

/** A stage in the result that one side had deleted: base's transitions at it that went with it come back. */
function withTransitionsOfKept(document: ProcessDocument, sides: Sides): ProcessDocument {
  const { base, mine, theirs } = sides
  const goneFrom = ({ stages }: ProcessDocument) => Object.keys(base.stages).some((id) => !stages[id])
  if (!goneFrom(mine) && !goneFrom(theirs)) return document
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

/** A stage or transition in the result that one side had deleted: base's comments that went with it come back. */
function withCommentsOfKept(document: ProcessDocument, { base, mine, theirs }: Sides): ProcessDocument {
  const has = (side: ProcessDocument, id: string) =>
    side.stages[id] !== undefined || side.transitions[id] !== undefined
  const back = Object.values(base.comments).filter(({ id, targetId }) => {
    if (document.comments[id] || !has(document, targetId)) return false
    const keepers = [mine, theirs].filter((side) => has(side, targetId))
    return keepers.length === 1 && keepers[0]?.comments[id] !== undefined
  })
  return putRows(document, 'comments', back)
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
