/**
 * `npm test`: everything CI runs, or the parts named as arguments. Ends with a line per part and one plain line of
 * totals; the exit code is 0 only when every part ran something and nothing failed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'
import { root } from './command.ts'
import { ensurePostgres } from './database.ts'
import type { Outcome } from './outcome.ts'
import { type Part, parts } from './parts.ts'

interface Result extends Outcome {
  readonly name: string
  readonly seconds: number
}

const ensure = { browser: ensureBrowser, postgres: ensurePostgres }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no part "${unknown.join('", "')}". Parts: ${parts.map((part) => part.name).join(', ')}.`,
  )
  process.exit(2)
}

mkdirSync(join(root, '.cache'), { recursive: true })
const results: Result[] = []
for (const part of parts.filter((each) => wanted.length === 0 || wanted.includes(each.name)))
  results.push(await outcomeOf(part))
summarize(results)
process.exit(results.every((result) => result.failed === 0 && result.passed > 0) ? 0 : 1)

async function outcomeOf(part: Part): Promise<Result> {
  console.log(`\n── ${part.name} ${'─'.repeat(Math.max(2, 60 - part.name.length))}`)
  const started = performance.now()
  const outcome = await attempt(part)
  return { name: part.name, ...outcome, seconds: (performance.now() - started) / 1000 }
}

async function attempt(part: Part): Promise<Outcome> {
  try {
    for (const need of part.needs ?? []) await ensure[need]()
    return await part.run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function summarize(all: readonly Result[]): void {
  console.log('\n── summary ──────────────────────────────────────────────────────')
  for (const { name, passed, failed, skipped, seconds } of all) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
    const mark = failed === 0 && passed > 0 ? '✓' : '✗'
    console.log(`${mark} ${name.padEnd(14)} ${counts.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s`)
  }
  const sum = (of: (result: Result) => number): number => all.reduce((total, each) => total + of(each), 0)
  const skipped = sum((result) => result.skipped)
  const tail = skipped ? `, ${skipped} skipped` : ''
  console.log(`\n${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed${tail}`)
}
