/**
 * Full lint at 100, 1,000 and 10,000 stages: of a document never seen before, and of one after an edit of one stage.
 * Prints; asserts nothing. `node tests/bench/lint.ts`
 */
import { lint } from '../../src/domain/lint/lint.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import { layeredProcess } from '../kit/layeredProcess.ts'

const runs = 60
const full = (document: ProcessDocument) =>
  lint({ document, reference: emptyReferenceData, base: null, usage: null })

/** The same content with other identities, so that nothing remembered by document or row helps. */
const fresh = (document: ProcessDocument): ProcessDocument => structuredClone(document)

function edited(document: ProcessDocument, run: number): ProcessDocument {
  const [stage] = Object.values(document.stages)
  if (!stage) return document
  return { ...document, stages: { ...document.stages, [stage.id]: { ...stage, notes: `edit ${run}` } } }
}

/** Every second stage has its links, code, duration or probability broken. */
function broken(document: ProcessDocument): ProcessDocument {
  const stages = Object.entries(document.stages).map(([id, stage], index) => {
    const change = [
      { maxDurationDays: null },
      { stageCode: 'SAME CODE' },
      { defaultProbability: 3 },
      { description: null },
    ][index % 8]
    return [id, { ...stage, ...change }] as const
  })
  return { ...document, stages: Object.fromEntries(stages) }
}

function median(prepare: (run: number) => ProcessDocument): { ms: number; problems: number } {
  const times: number[] = []
  let problems = 0
  for (let run = 0; run < runs; run += 1) {
    const document = prepare(run)
    const start = performance.now()
    problems = full(document).length
    times.push(performance.now() - start)
  }
  return { ms: times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0, problems }
}

console.log('stages     what                 median ms   problems')
for (const count of [100, 1_000, 10_000]) {
  const document = layeredProcess(count)
  const dirty = broken(document)
  for (const [what, prepare] of [
    ['sound, never seen', () => fresh(document)],
    ['sound, after an edit', (run: number) => edited(document, run)],
    ['broken, never seen', () => fresh(dirty)],
  ] as const) {
    const { ms, problems } = median(prepare)
    console.log(
      `${String(count).padStart(6)}     ${what.padEnd(20)} ${ms.toFixed(3).padStart(9)}   ${String(problems).padStart(8)}`,
    )
  }
}
