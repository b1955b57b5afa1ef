/** The command line: finds the command, parses its options, turns bad input into one sentence and an exit code. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { client } from './client.ts'
import type { Command } from './command.ts'
import { convert } from './convert.ts'
import { diff } from './diff.ts'
import { handbook } from './handbook.ts'
import { BadInput, exitCode, type Io } from './io.ts'
import { lint } from './lint.ts'
import { resetSecondFactor } from './resetSecondFactor.ts'
import { restore } from './restore.ts'
import { simulate } from './simulate.ts'

const commands: readonly Command[] = [
  ...[lint, convert, simulate, diff, handbook, client],
  ...[audit, backup, restore, resetSecondFactor],
]

const shared = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** Runs one command line (without `node` and the script) to its exit code: 0 fine, 1 lint errors, 2 bad input. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await runCommand(argv, io)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    io.err(`stagecraft: ${error.message}\n`)
    return exitCode.badInput
  }
}

async function runCommand([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = name === undefined ? undefined : commands.find((command) => command.name === rest[0])
    io.out(topic ? helpOf(topic) : help())
    return name === undefined ? exitCode.badInput : exitCode.fine
  }
  const command = commands.find((one) => one.name === name)
  if (!command)
    throw new BadInput(
      `There is no command “${name}”. Use one of: ${commands.map((one) => one.name).join(', ')}.`,
    )
  const { values, positionals } = parse(command, rest)
  if (values.help) {
    io.out(helpOf(command))
    return exitCode.fine
  }
  const [fewest, most] = command.files
  if (positionals.length < fewest || positionals.length > most) {
    const wanted = fewest === most ? `${fewest} files` : fewest === 1 ? 'a file' : `at least ${fewest} files`
    throw new BadInput(
      `“${name}” needs ${wanted}, but got ${positionals.length}. Usage: stagecraft ${command.usage}`,
    )
  }
  const { json, help: _, ...own } = values
  return command.run({ files: positionals, values: own, json: json === true, io })
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...command.options, ...shared }, allowPositionals: true })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error)
    throw new BadInput(`${reason}. See stagecraft ${command.name} --help.`)
  }
}

function help(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  return `Stagecraft: sales processes on the command line

Usage: stagecraft COMMAND

${commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`).join('\n')}

  --json       for machines: one JSON value on the standard output
  --help, -h   this help, or that of a command

FILE is a Stagecraft process (.json), Salesforce stages (.xml, .object) or HubSpot pipelines (.json); - reads the
standard input. Exit codes: 0 fine, 1 the linter found errors, 2 the input cannot be used.
`
}

const helpOf = ({ usage, summary, details }: Command): string =>
  `${summary}\n\nUsage: stagecraft ${usage} [--json]\n\n${details.map((line) => `  ${line}\n`).join('')}`

const terminal: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  read: (path) => readFileSync(path === '-' ? 0 : path),
  write: (path, content) => writeFileSync(path, content),
  color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Whoever reads our output may stop early (`| head`): that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await main(process.argv.slice(2), terminal)
}
