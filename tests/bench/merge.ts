/**
 * Difference and three-way merge at 100, 1,000 and 10,000 stages, every tenth stage edited by each side: of documents
 * in one memory, which share what did not change, and of documents that came over the wire, which share nothing.
 * Prints; asserts nothing. `node tests/bench/merge.ts`
 */
import { diffProcesses } from '../../src/domain/process/diff.ts'
import { mergeProcesses } from '../../src/domain/process/merge.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { SalesStage } from '../../src/domain/process/stage.ts'
import { layeredProcess } from '../kit/layeredProcess.ts'

const runs = 40

/** Every tenth stage, beginning at `from`, with these fields changed. */
function edited(document: ProcessDocument, from: number, fields: Partial<SalesStage>): ProcessDocument {
  const stages = Object.entries(document.stages).map(
    ([id, stage], index) => [id, index % 10 === from ? { ...stage, ...fields } : stage] as const,
  )
  return { ...document, stages: Object.fromEntries(stages) }
}

function measured(run: () => unknown): { least: string; median: string } {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  const shown = (time = 0) => time.toFixed(3).padStart(9)
  return { least: shown(times[0]), median: shown(times[runs >> 1]) }
}

console.log('stages   what                       least ms   median ms')
for (const count of [100, 1_000, 10_000]) {
  const base = layeredProcess(count)
  const mine = edited(base, 3, { defaultProbability: 42, notes: 'mine' })
  const theirs = edited(base, 7, { averageDurationDays: 9, description: 'theirs' })
  const apart = [base, mine, theirs].map((document) => structuredClone(document))
  const [farBase = base, farMine = mine, farTheirs = theirs] = apart
  for (const [what, run] of [
    ['difference, one memory', () => diffProcesses(base, mine)],
    ['difference, over the wire', () => diffProcesses(farBase, farMine)],
    ['merge, one memory', () => mergeProcesses(base, mine, theirs)],
    ['merge, over the wire', () => mergeProcesses(farBase, farMine, farTheirs)],
  ] as const) {
    const { least, median } = measured(run)
    console.log(`${String(count).padStart(6)}   ${what.padEnd(26)} ${least}   ${median}`)
  }
}
