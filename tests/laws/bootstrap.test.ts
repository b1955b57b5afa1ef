/** The two commands on a bare machine: which Node will do, what is said when something is asked for that is not there. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../bootstrap/command.ts'
import { ensureDependencies } from '../../bootstrap/dependencies.js'
import { fits } from '../../bootstrap/node.js'
import { count } from '../../bootstrap/outcome.ts'
import { auditOutcome } from '../../bootstrap/supply.ts'

const range = '^22.22.2 || ^24.15.0 || >=26.0.0'

describe('a Node', () => {
  it.each(['22.22.2', '22.30.0', '24.15.0', '24.21.0', '26.0.0', '27.1.0'])('%s will do', (version) => {
    expect(fits(version, range)).toBe(true)
  })

  it.each(['18.20.0', '20.20.2', '22.12.0', '22.22.1', '23.11.0', '24.14.9', '25.9.0'])(
    '%s is too old',
    (version) => {
      expect(fits(version, range)).toBe(false)
    },
  )
})

describe('dependencies', () => {
  it('are not installed into an image, which has no lock file', async () => {
    const image = mkdtempSync(join(tmpdir(), 'stagecraft-image-'))
    writeFileSync(join(image, 'package.json'), '{"dependencies":{"zod":"1.0.0"}}')
    const said: string[] = []
    await ensureDependencies(image, process.execPath, (sentence) => said.push(sentence))
    expect({ said, files: readdirSync(image) }).toEqual({ said: [], files: ['package.json'] })
    rmSync(image, { recursive: true })
  })
})

describe('asked for what does not exist', () => {
  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })

  it('the bootstrap names the tasks there are', () => {
    const { status, stderr } = node('bootstrap/run.js', 'nonsense')
    expect(status).toBe(1)
    expect(stderr).toContain('There is no task "nonsense". Known: start, dev, demo, test')
  })

  it('the test runner names the parts there are', () => {
    const { status, stderr } = node('bootstrap/test.ts', 'nonsense')
    expect(status).toBe(2)
    expect(stderr).toContain('There is no part "nonsense". Parts: types, lint, architecture')
  })
})

describe('a part of the tests', () => {
  const report = (content: object | undefined, code: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'stagecraft-report-'))
    const path = join(folder, 'report.json')
    if (content) writeFileSync(path, JSON.stringify(content))
    const outcome = count(path, code)
    rmSync(folder, { recursive: true })
    return outcome
  }
  const run = { numTotalTests: 3, numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, success: true }

  it('that passes is counted test by test', () => {
    expect(report(run, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  })

  it('that finds no test has failed', () => {
    expect(report({ ...run, numTotalTests: 0, numPassedTests: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('that ends before it can report has failed', () => {
    expect(report(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('whose file does not load has failed, though no test did', () => {
    expect(report({ ...run, success: false }, 1)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('that skips says so', () => {
    expect(report({ ...run, numPassedTests: 2, numPendingTests: 1 }, 0)).toEqual({
      passed: 2,
      failed: 0,
      skipped: 1,
    })
  })
})

describe('the audit of what is inside', () => {
  const audited = (high: number) =>
    JSON.stringify({
      vulnerabilities: high > 0 ? { leaky: { severity: 'high' } } : {},
      metadata: { vulnerabilities: { low: 3, high, critical: 0 } },
    })

  it('passes where no grave hole is known, whatever npm prints before', () => {
    expect(auditOutcome(`npm warn something\n${audited(0)}\n`)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  })

  it('fails where one is', () => {
    expect(auditOutcome(audited(1))).toMatchObject({ failed: 1 })
  })

  it('is skipped, and never passed, where the registry answers none', () => {
    const outcome = { passed: 0, failed: 0, skipped: 1 }
    expect(auditOutcome('{ "message": "405 Method Not Allowed", "method": "POST" }')).toEqual(outcome)
    expect(auditOutcome('npm error network')).toEqual(outcome)
  })
})

it('every script of package.json leads to a task, and CI runs the one that people run', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const source = readFileSync(join(root, 'bootstrap', 'run.js'), 'utf8')
  const tasks = new Map(
    [...source.matchAll(/^ {2}(\w+): '(.+\.ts)',$/gm)].map(([, task, file]) => [task, file]),
  )
  for (const command of Object.values<string>(scripts)) {
    const task = /^node bootstrap\/run\.js (\w+)$/.exec(command)?.[1]
    if (task) expect(existsSync(join(root, tasks.get(task) ?? 'missing')), task).toBe(true)
  }
  expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toContain('\nnpm test\n')
})
