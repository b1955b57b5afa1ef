/**
 * What is inside the product, and whether holes in it are known: a list of all parts (CycloneDX, `.cache/sbom.json`),
 * and npm's audit. Where the registry at hand answers no audits, that is said, and counts as skipped, not as passed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './command.ts'
import { npm } from './npm.js'
import type { Outcome } from './outcome.ts'

export async function checkSupply(): Promise<Outcome> {
  const [listed, audited] = [await listParts(), await audit()]
  const sum = (of: keyof Outcome) => listed[of] + audited[of]
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

const passed: Outcome = { passed: 1, failed: 0, skipped: 0 }
const failed: Outcome = { passed: 0, failed: 1, skipped: 0 }
const skipped: Outcome = { passed: 0, failed: 0, skipped: 1 }

async function listParts(): Promise<Outcome> {
  const { output } = await npm(process.execPath, ['run', '--silent', 'sbom'], root)
  const list: { components?: readonly unknown[] } | null = jsonIn(output)
  if (!list?.components?.length) {
    console.error(`The list of parts was not made:\n${output.slice(0, 1_000)}`)
    return failed
  }
  const folder = join(root, '.cache')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.json'), JSON.stringify(list, null, 2))
  console.log(`${list.components.length} parts from others are inside: .cache/sbom.json`)
  return passed
}

/** Without a network it has to give up soon. */
const patience = ['--fetch-retries=0', '--fetch-timeout=20000']

async function audit(): Promise<Outcome> {
  const { output } = await npm(
    process.execPath,
    ['run', '--silent', 'audit', '--', '--json', ...patience],
    root,
  )
  return auditOutcome(output)
}

/** @param output what `npm audit --json` printed. */
export function auditOutcome(output: string): Outcome {
  const report: {
    metadata?: { vulnerabilities?: Partial<Record<'high' | 'critical', number>> }
    vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>
  } | null = jsonIn(output)
  const found = report?.metadata?.vulnerabilities
  if (!report || !found) {
    console.warn(
      'Not audited: the registry at hand does not say what holes are known. Run `npm run audit` elsewhere.',
    )
    return skipped
  }
  const grave = Object.entries(report.vulnerabilities ?? {}).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  )
  for (const [name, { severity }] of grave) console.error(`${name}: a hole is known (${severity}).`)
  if ((found.high ?? 0) + (found.critical ?? 0) > 0) return failed
  console.log('No grave hole is known in any of them.')
  return passed
}

/** npm prints warnings around its answer. */
function jsonIn(output: string) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
