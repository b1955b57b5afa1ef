/** `stagecraft diff`: what became of which field of which stage and transition, from one file to another. */
import { type Change, describeChanges } from '../src/domain/process/describeChanges.ts'
import { diffProcesses } from '../src/domain/process/diff.ts'
import { defineCommand } from './command.ts'
import { exitCode } from './io.ts'
import { withMatchingIds } from './matchingIds.ts'
import { openFile, readOptions, readProcess } from './readProcess.ts'
import { painter } from './text.ts'

const tables: Readonly<Record<Change['table'], string>> = {
  process: 'Process',
  stages: 'Stage',
  transitions: 'Transition',
  scenarios: 'Scenario',
  waivers: 'Waiver',
  comments: '',
}

export const diff = defineCommand({
  name: 'diff',
  usage: 'diff A B',
  summary: 'Show what changed from one process file to another',
  details: [
    'Rows are compared by id; where the files share no stage id, by external id, code or name.',
    'Exit code 0, whether or not there are differences.',
  ],
  options: readOptions,
  files: [2, 2],
  run: async ({ files, values, json, io }) => {
    const [before, given] = await Promise.all(
      files.map(async (file) => (await readProcess([openFile(file, io)], values)).document),
    )
    if (!before || !given) return exitCode.badInput
    const after = withMatchingIds(given, before)
    const changes = describeChanges(diffProcesses(before, after), before, after)
    if (json) {
      io.out(`${JSON.stringify({ changes }, null, 2)}\n`)
      return exitCode.fine
    }
    const paint = painter(io)
    if (changes.length === 0) {
      io.out('No differences.\n')
      return exitCode.fine
    }
    let title = ''
    for (const change of changes) {
      const heading = `${tables[change.table]} ${change.name}`.trim()
      if (change.kind !== 'changed') {
        title = ''
        io.out(
          change.kind === 'added'
            ? `${paint('green', `+ ${heading}`)}\n`
            : `${paint('red', `− ${heading}`)}\n`,
        )
        continue
      }
      if (title !== heading) io.out(`${paint('bold', `~ ${heading}`)}\n`)
      title = heading
      io.out(
        `    ${change.field}: ${paint('red', value(change.from))} → ${paint('green', value(change.to))}\n`,
      )
    }
    return exitCode.fine
  },
})

function value(given: unknown): string {
  if (given === undefined || given === null) return 'none'
  const text = typeof given === 'string' ? `“${given}”` : JSON.stringify(given)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
