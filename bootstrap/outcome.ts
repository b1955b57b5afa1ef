import { readFileSync } from 'node:fs'

export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

/** The outcome of a tool that only says yes or no. */
export const verdict = (ok: boolean): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

interface VitestReport {
  numTotalTests: number
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  success: boolean
}

/** The outcome of a vitest run from its JSON report and exit code: nothing that went wrong may count as nothing. */
export function count(report: string, code: number): Outcome {
  const outcome = readReport(report)
  if (!outcome || outcome.numTotalTests === 0) return verdict(false)
  const failed = outcome.numFailedTests
  // A file that does not even load, or an error between tests, fails no test by name: it still counts.
  const unnamed = failed === 0 && (code !== 0 || !outcome.success) ? 1 : 0
  return { passed: outcome.numPassedTests, failed: failed + unnamed, skipped: outcome.numPendingTests }
}

function readReport(path: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // the run ended before it could write one, which count() reports as a failure
  }
}
