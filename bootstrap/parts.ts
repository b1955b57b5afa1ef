/** What `npm test` and CI check, in order: cheap and telling first. Each part can be run alone: `npm test -- lint`. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build.ts'
import { type Command, executeBin, root } from './command.ts'
import { count, type Outcome, verdict } from './outcome.ts'
import { checkSupply } from './supply.ts'

export interface Part {
  readonly name: string
  /** What it needs beyond Node and the dependencies. */
  readonly needs?: readonly ('browser' | 'postgres')[]
  run(): Promise<Outcome>
}

/** A tool that says yes or no counts as one check. */
const check = (name: string, tool: Command, args: readonly string[]): Part => ({
  name,
  run: async () => verdict((await executeBin(tool, args)) === 0),
})

/** Runs the tests of a vitest project, or those below some folders of it. A part that finds no test has failed. */
function tests(
  name: string,
  project: string,
  folders: readonly string[] = [],
  needs: Part['needs'] = [],
): Part {
  const report = join(root, '.cache', `${name}.json`)
  return {
    name,
    needs,
    run: async () => {
      rmSync(report, { force: true })
      const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const code = await executeBin('vitest', ['run', '--project', project, ...output, ...folders])
      return count(report, code)
    },
  }
}

/** The folders whose imports are checked against the layers: all that hold code. */
const cruised = ['src', 'server', 'mocks', 'cli', 'tests', 'bootstrap']

const present = (folders: readonly string[]): string[] => {
  const entries = new Set(readdirSync(root))
  return folders.filter((folder) => entries.has(folder))
}

/** Journeys walk through the app as it is shipped. */
function onBuiltApp(part: Part): Part {
  return {
    ...part,
    run: async () => ((await buildApp()) ? part.run() : verdict(false)),
  }
}

export const parts: readonly Part[] = [
  check('types', 'tsc', ['-b']),
  check('lint', 'biome', ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off'])]),
  check('architecture', 'depcruise', [...present(cruised), '--output-type', 'err-long']),
  check('dead code', 'knip', []),
  { name: 'supply', run: checkSupply },
  tests('domain', 'domain'),
  tests('components', 'components'),
  tests('laws', 'server', ['tests/laws', 'tests/kit', 'tests/interop']),
  tests('server', 'server', ['server/', 'mocks/']),
  tests('attack', 'server', ['tests/attack']),
  tests('conformance', 'server', ['tests/conformance'], ['postgres']),
  tests('browser', 'browser', [], ['browser']),
  onBuiltApp(tests('journeys', 'journeys', [], ['browser'])),
]
