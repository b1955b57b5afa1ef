/** `stagecraft lint`: everything that is wrong with a process, as in the problems panel. */
import { lint as lintProcess } from '../src/domain/lint/lint.ts'
import type { Problem } from '../src/domain/lint/rule.ts'
import { rowNameOf, targetNameOf } from '../src/domain/process/names.ts'
import { defineCommand } from './command.ts'
import { exitCode } from './io.ts'
import { openFile, readOptions, readProcess } from './readProcess.ts'
import { columns, counted, painter } from './text.ts'

export const lint = defineCommand({
  name: 'lint',
  usage: 'lint FILE…',
  summary: 'Say what is wrong with a process',
  details: [
    'Exit code 1 where there are errors that nobody has waived.',
    'Several FILEs are read together (Salesforce: value set and Opportunity object).',
  ],
  options: readOptions,
  files: [1, Infinity],
  run: async ({ files, values, json, io }) => {
    const sources = files.map((file) => openFile(file, io))
    const { document, reference } = await readProcess(sources, values)
    const problems = lintProcess({ document, reference, base: null, usage: null })
    const open = (severity: Problem['severity']) =>
      problems.filter((problem) => problem.severity === severity && problem.waivedBy === null).length
    const counts = { errors: open('error'), warnings: open('warning'), infos: open('info') }
    const code = counts.errors > 0 ? exitCode.errorsFound : exitCode.fine
    const nameOf = ({ at }: Problem) => targetNameOf(document, at.id)
    const process = rowNameOf(document, 'process', document.process.id)

    if (json) {
      const listed = problems.map((problem) => ({
        id: problem.id,
        rule_id: problem.ruleId,
        severity: problem.severity,
        waived: problem.waivedBy !== null,
        at: { ...problem.at, name: nameOf(problem) },
        message: problem.message,
        fixes: (problem.fixes ?? []).map((fix) => fix.title),
      }))
      io.out(`${JSON.stringify({ process, ...counts, problems: listed }, null, 2)}\n`)
      return code
    }
    const paint = painter(io)
    io.out(`${paint('bold', process)}\n`)
    if (problems.length === 0) {
      io.out(`  ${paint('green', 'Nothing to complain about.')}\n`)
      return code
    }
    const tones = { error: 'red', warning: 'yellow', info: 'blue', waived: 'dim' } as const
    const tone = (cell: string) => Object.entries(tones).find(([name]) => name === cell)?.[1] ?? null
    io.out(
      columns(
        problems.map((problem) => [
          problem.waivedBy === null ? problem.severity : 'waived',
          nameOf(problem),
          problem.ruleId,
          problem.message,
        ]),
        [{ tone }, {}, { tone: () => 'dim' }, {}],
        paint,
      ),
    )
    io.out(
      `\n  ${counted(counts.errors, 'error')}, ${counted(counts.warnings, 'warning')}, ${counted(counts.infos, 'hint')}\n`,
    )
    return code
  },
})
