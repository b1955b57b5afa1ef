/** True of every merge (promises P4, P5, P7): nothing is lost in silence, disjoint edits never ask, clashes always do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandId, commands, execute } from '../../src/domain/commands/registry.ts'
import { diffProcesses } from '../../src/domain/process/diff.ts'
import { sameValue } from '../../src/domain/process/equality.ts'
import {
  type Choices,
  type Conflict,
  mergeProcesses,
  resolveConflicts,
} from '../../src/domain/process/merge.ts'
import { type ProcessDocument, tableNames } from '../../src/domain/process/process.ts'
import { renumbered } from '../../src/domain/process/stageOrder.ts'
import { soundDocument } from '../kit/arbitraries.ts'
import { aContext } from '../kit/builders.ts'
import { callsOf } from '../kit/commandCalls.ts'
import { dangling, frozen } from '../kit/dangling.ts'
import { thoroughness } from '../kit/thoroughness.ts'

/** Commands that replace everything at once would make every case the same. */
const gestures = Object.keys(commands).filter(
  (id): id is CommandId => id in commands && id !== 'applyTemplate' && id !== 'replaceDocument',
)

/** The document after up to four gestures of one person. Refused ones change nothing. */
function editedBy(person: string, base: ProcessDocument): fc.Arbitrary<ProcessDocument> {
  const context = () => {
    let count = 0
    return aContext({ newId: () => `${person}${++count}`, actorId: person })
  }
  const step = (document: ProcessDocument, run: ReturnType<typeof context>) =>
    fc
      .constantFrom(...gestures)
      .chain((id) => callsOf(document, id))
      .map((call) => {
        const result = execute(document, call, run)
        return result.ok ? result.document : document
      })
  return fc.integer({ min: 0, max: 4 }).chain((steps) => {
    const run = context()
    let chain: fc.Arbitrary<ProcessDocument> = fc.constant(base)
    for (let index = 0; index < steps; index += 1) chain = chain.chain((document) => step(document, run))
    return chain
  })
}

const threeSides = soundDocument.chain((base) =>
  fc.record({ base: fc.constant(frozen(base)), mine: editedBy('m', base), theirs: editedBy('t', base) }),
)

const idsOf = (conflicts: readonly Conflict[]) => conflicts.map((conflict) => conflict.id).sort()

/** Fields that never ask: order is one sequence, places are mine, stamps the backend's, the entry has its own question. */
const quiet = new Set([
  'stageOrder',
  'position',
  'isEntry',
  'createdAt',
  'updatedAt',
  'createdByUserId',
  'by',
  'at',
  'editedAt',
])
/** Fields merged by their items. */
const byItem = new Set([
  'requiredFields',
  'lockedFields',
  'categoryIds',
  'exitChecklist',
  'validationRules',
  'transitionRules',
  'conditions',
  'actionIds',
  'policies',
  'stageMigrations',
])

/** What one person did and the merge neither has nor asks about. */
function lost(
  base: ProcessDocument,
  edited: ProcessDocument,
  result: ReturnType<typeof mergeProcesses>,
): string[] {
  const { document, conflicts } = result
  const diff = diffProcesses(base, edited)
  const asked = (table: string, id: string, field?: string) =>
    conflicts.some(
      (conflict) =>
        (conflict.table === table &&
          conflict.rowId === id &&
          (field === undefined || conflict.field === null || isAbout(conflict, field))) ||
        conflict.dependents.some((row) => row.table === table && row.id === id),
    )
  const missing: string[] = []
  for (const table of tableNames) {
    for (const id of Object.keys(diff[table].added))
      if (!document[table][id] && !asked(table, id)) missing.push(`${table}/${id} was added`)
    for (const id of Object.keys(diff[table].removed))
      if (document[table][id] && !asked(table, id) && !touchesAsked(base, id, conflicts))
        missing.push(`${table}/${id} was removed`)
    for (const [id, { from, to }] of Object.entries(diff[table].updated)) {
      const row: Record<string, unknown> = { ...document[table][id] }
      const was: Record<string, unknown> = { ...from }
      for (const [field, value] of Object.entries(to)) {
        if (quiet.has(field) || asked(table, id, field)) continue
        if (!document[table][id]) missing.push(`${table}/${id} is gone with ${field}`)
        else if (
          byItem.has(field) ? !holdsItems(row[field], was[field], value) : !sameValue(row[field], value)
        )
          missing.push(`${table}/${id}/${field} is ${JSON.stringify(row[field])}`)
      }
    }
  }
  return missing
}

/** Fields that belong together are one question, named by the first. */
function isAbout(conflict: Conflict, field: string): boolean {
  const partner: Readonly<Record<string, string>> = { isClosedLost: 'isClosedWon', isGlobal: 'fromStageId' }
  return conflict.field === field || conflict.field === partner[field]
}

/** A transition or comment that came back with a stage whose deletion is in question. */
function touchesAsked(base: ProcessDocument, id: string, conflicts: readonly Conflict[]): boolean {
  const target = base.comments[id]?.targetId
  const transition = base.transitions[target ?? id]
  if (target !== undefined && conflicts.some(({ rowId }) => rowId === target)) return true
  return conflicts.some(
    ({ table, rowId }) =>
      table === 'stages' && (rowId === transition?.fromStageId || rowId === transition?.toStageId),
  )
}

/** Items that the person added to a set, and edits of rules, are in the merge; what nobody had is not. */
function holdsItems(merged: unknown, before: unknown, value: unknown): boolean {
  if (!Array.isArray(merged) || !Array.isArray(value) || !Array.isArray(before)) return true
  const key = (item: unknown) => (hasId(item) ? item.id : item)
  const had = new Set(before.map(key))
  const has = new Set(merged.map(key))
  const kept = new Set(value.map(key))
  const added = value.map(key).filter((item) => !had.has(item))
  const removed = before.map(key).filter((item) => !kept.has(item))
  return added.every((item) => has.has(item)) && removed.every((item) => !has.has(item))
}

const hasId = (item: unknown): item is { id: string } =>
  typeof item === 'object' && item !== null && 'id' in item

describe('a merge', () => {
  it('loses nothing, asks the same from either side, and leads nowhere', () => {
    let asked = 0
    fc.assert(
      fc.property(threeSides, ({ base, mine, theirs }) => {
        const result = mergeProcesses(base, frozen(mine), frozen(theirs))
        asked += result.conflicts.length > 0 ? 1 : 0
        expect(lost(base, mine, result)).toEqual([])
        expect(lost(base, theirs, result)).toEqual([])
        expect(idsOf(mergeProcesses(base, theirs, mine).conflicts)).toEqual(idsOf(result.conflicts))
        expect([...dangling(result.document)]).toEqual([])
        if (result.conflicts.length > 0) return
        const again = mergeProcesses(base, result.document, theirs)
        expect(again.conflicts).toEqual([])
        // Numbers that were not 1…n on one side may stay or be put right; the order is the same.
        expect(renumbered(again.document)).toEqual(renumbered(result.document))
        expect(mergeProcesses(theirs, result.document, theirs).document).toEqual(result.document)
      }),
      { numRuns: 2_500 * thoroughness },
    )
    expect(asked, 'some cases clash').toBeGreaterThan(100)
  })

  it('with no change on one side is the other side', () => {
    fc.assert(
      fc.property(threeSides, ({ base, mine }) => {
        for (const result of [
          mergeProcesses(base, mine, base),
          mergeProcesses(base, base, mine),
          mergeProcesses(base, mine, structuredClone(mine)),
        ]) {
          expect(result.document).toEqual(mine)
          expect(result.conflicts).toEqual([])
        }
        expect(mergeProcesses(base, mine, base).document).toBe(mine)
      }),
      { numRuns: 500 * thoroughness },
    )
  })

  it('is settled by answers, whatever they are', () => {
    fc.assert(
      fc.property(threeSides, fc.infiniteStream(fc.boolean()), ({ base, mine, theirs }, coin) => {
        const first = mergeProcesses(base, mine, theirs)
        let result = first
        let choices: Choices = {}
        for (let round = 0; result.conflicts.length > 0; round += 1) {
          expect(round, idsOf(result.conflicts).join(', ')).toBeLessThan(6)
          const answers = result.conflicts.map(
            ({ id }) => [id, coin.next().value ? 'mine' : 'theirs'] as const,
          )
          choices = { ...choices, ...Object.fromEntries(answers) }
          result = resolveConflicts(first, choices)
        }
        expect([...dangling(result.document)]).toEqual([])
        for (const { kind, table, rowId, field, at, mine: ours, theirs: others } of first.conflicts) {
          if (kind !== 'field' || table === 'process' || at !== '' || field === null) continue
          const row: Record<string, unknown> = { ...result.document[table][rowId] }
          if (field === 'isClosedWon' || field === 'fromStageId' || !(field in row)) continue
          if (table === 'scenarios' || field === 'isEntry') continue
          const chosen = choices[`${table}/${rowId}/${field}`] === 'mine' ? ours : others
          // A side that lacks an optional field answers “nothing”, which the row may say by not having it.
          expect(row[field] ?? null).toEqual(chosen)
        }
      }),
      { numRuns: 1_000 * thoroughness },
    )
  })

  it('of different fields never asks', () => {
    const fields = [
      'stageName',
      'description',
      'defaultProbability',
      'color',
      'guidance',
      'notes',
      'isActive',
    ] as const
    const edit = (stageId: string, field: (typeof fields)[number], person: string) => {
      const value = {
        stageName: person,
        description: person,
        defaultProbability: person.length,
        color: person === 'mine' ? ('red' as const) : ('green' as const),
        guidance: person,
        notes: person,
        isActive: false,
      }[field]
      return { stageId, changes: { [field]: value } }
    }
    const places = (document: ProcessDocument) =>
      Object.keys(document.stages).flatMap((id) => fields.map((field) => [id, field] as const))
    const splits = soundDocument.chain((base) =>
      fc.record({ base: fc.constant(base), places: fc.shuffledSubarray(places(base)), cut: fc.nat(30) }),
    )
    fc.assert(
      fc.property(splits, ({ base, places: chosen, cut }) => {
        const apply = (person: 'mine' | 'theirs', part: typeof chosen) =>
          part.reduce((document, [id, field]) => {
            const result = execute(
              document,
              { id: 'updateStage', payload: edit(id, field, person) },
              aContext(),
            )
            return result.ok ? result.document : document
          }, base)
        const entryIsTouched = chosen.some(([id, field]) => field === 'isActive' && base.stages[id]?.isEntry)
        fc.pre(!entryIsTouched)
        const [ours, others] = [chosen.slice(0, cut), chosen.slice(cut)]
        const result = mergeProcesses(base, apply('mine', ours), apply('theirs', others))
        expect(result.conflicts).toEqual([])
        const both = others.reduce(
          (document, [id, field]) => {
            const next = execute(
              document,
              { id: 'updateStage', payload: edit(id, field, 'theirs') },
              aContext(),
            )
            return next.ok ? next.document : document
          },
          apply('mine', ours),
        )
        expect(result.document).toEqual(both)
      }),
      { numRuns: 500 * thoroughness },
    )
  })
})
