/** True of every command in the registry, on any document: what it does can be taken back, and it breaks nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommandId, commands, execute } from '../../src/domain/commands/registry.ts'
import {
  applyDiff,
  diffProcesses,
  isEmptyDiff,
  reverseDiff,
  squashDiffs,
} from '../../src/domain/process/diff.ts'
import { processDocumentSchema, tableNames } from '../../src/domain/process/process.ts'
import { dirtyDocument, soundDocument } from '../kit/arbitraries.ts'
import { aContext } from '../kit/builders.ts'
import { callsOf } from '../kit/commandCalls.ts'
import { dangling, frozen } from '../kit/dangling.ts'
import { thoroughness } from '../kit/thoroughness.ts'

const ids = Object.keys(commands).filter((id): id is CommandId => id in commands)

const cases = (id: CommandId) =>
  fc
    .oneof(dirtyDocument, soundDocument)
    .chain((document) => fc.tuple(fc.constant(frozen(document)), callsOf(document, id)))

describe.each(ids)('%s', (id) => {
  it('is undone and redone exactly, leads nowhere new, keeps what it does not touch', () => {
    let done = 0
    fc.assert(
      fc.property(cases(id), ([before, call]) => {
        const result = execute(before, call, aContext())
        if (!result.ok) {
          expect(result.reason).toMatch(/^\S.*\.$/)
          return
        }
        done += 1
        const { document: after, label } = result
        expect(label.trim()).not.toBe('')
        expect(label).not.toMatch(/undefined|null|\[object/)
        const diff = diffProcesses(before, after)
        const undone = applyDiff(after, reverseDiff(diff))
        expect(undone).toEqual(before)
        expect(applyDiff(undone, diff)).toEqual(after)
        expect(isEmptyDiff(squashDiffs(diff, reverseDiff(diff)))).toBe(true)

        const had = dangling(before)
        expect([...dangling(after)].filter((place) => !had.has(place))).toEqual([])
        expect(processDocumentSchema.safeParse(after).error?.message).toBeUndefined()
        for (const table of tableNames) {
          if (
            Object.keys({ ...diff[table].added, ...diff[table].updated, ...diff[table].removed }).length === 0
          )
            expect(after[table]).toBe(before[table])
          for (const row of Object.values(before[table]))
            if (after[table][row.id] && !diff[table].updated[row.id]) expect(after[table][row.id]).toBe(row)
        }
      }),
      { numRuns: 300 * thoroughness },
    )
    expect(done, 'the command ran at least once').toBeGreaterThan(20)
  })

  it('gives the same document for the same call and context', () => {
    fc.assert(
      fc.property(cases(id), ([document, call]) => {
        expect(execute(document, call, aContext())).toEqual(execute(document, call, aContext()))
      }),
      { numRuns: 50 * thoroughness },
    )
  })
})

describe('diffs', () => {
  it('squash to one diff that does what both do', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, soundDocument, (a, b, c) => {
        const squashed = squashDiffs(diffProcesses(a, b), diffProcesses(b, c))
        expect(squashed).toEqual(diffProcesses(a, c))
        expect(applyDiff(a, squashed)).toEqual(c)
      }),
      { numRuns: 300 * thoroughness },
    )
  })
})
