/**
 * Heap after 10,000 edits of a process of 100 stages through the editor, with the linter following each, after garbage
 * collection: how much of the growth goes when the edit log does is the log's, the rest would be a leak. Half of the
 * edits are one person's steps, half are taken back again. Prints; asserts nothing. `node tests/bench/memory.ts`
 */
import { randomUUID } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { lint } from '../../src/domain/lint/lint.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import { createEditor } from '../../src/editor/createEditor.ts'
import { layeredProcess } from '../kit/layeredProcess.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const heap = (): number => {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`.padStart(10)

const edits = 10_000
const document = layeredProcess(100)
const editor = createEditor({
  document,
  base: document,
  reference: emptyReferenceData,
  lint,
  actorId: 'bench',
  newId: randomUUID,
  now: () => '2026-01-01T00:00:00.000Z',
})
const stageIds = Object.keys(document.stages).slice(0, -2)

function edit(number: number): void {
  const stageId = stageIds[number % stageIds.length] ?? ''
  const done = editor.dispatch('updateStage', {
    stageId,
    changes: { notes: `Edit ${number}`, averageDurationDays: 1 + (number % 12) },
  })
  if (!done.ok) throw new Error(done.reason)
  editor.problems()
  if (number % 2 === 1) editor.undo()
}

for (let number = 0; number < 500; number += 1) edit(number)
const log = () => {
  const { undoStack, redoStack } = editor.store.getState()
  return [...undoStack, ...redoStack]
}
const forget = () => {
  editor.store.setState({ undoStack: [], redoStack: [] })
  return heap()
}
const before = forget()
console.log('edits       heap grown by   entries in the log   as JSON')
const started = performance.now()
for (let number = 0; number < edits; number += 1) {
  edit(number)
  if ((number + 1) % 2_000 === 0)
    console.log(
      `${String(number + 1).padStart(6)}   ${mega(heap() - before).padStart(15)}   ${String(log().length).padStart(18)}   ${mega(JSON.stringify(log()).length)}`,
    )
}
const spent = performance.now() - started
console.log(`without the log, after all of it: ${mega(forget() - before)}`)
console.log(`${((spent / edits) * 1000).toFixed(0)} µs an edit with its lint`)
