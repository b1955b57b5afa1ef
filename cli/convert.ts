/** `stagecraft convert`: a process from one format into another, with the account of what was guessed or lost. */
import { drawProcess, formatNames, type Loss, writeProcessFile } from '../src/interchange/index.ts'
import { defineCommand } from './command.ts'
import { BadInput, exitCode, type Io, save } from './io.ts'
import { openFile, type ProcessRead, readOptions, readProcess } from './readProcess.ts'
import { columns, painter } from './text.ts'

const targets = ['stagecraft', 'svg'] as const
type Target = (typeof targets)[number]

export const convert = defineCommand({
  name: 'convert',
  usage: 'convert FILE…',
  summary: 'Turn a process of another system into a Stagecraft file or a picture',
  details: [
    '--from FORMAT            salesforce, hubspot or stagecraft; seen by itself where left out',
    '--to FORMAT              stagecraft (the default) or svg',
    '--out FILE               write there instead of to the standard output',
    '--business-process ID    which of several Salesforce business processes',
    '--pipeline ID            which of several HubSpot pipelines',
    '--topology KIND          linear or all-to-all, where the format has no transitions',
    'The loss report goes to the standard error; with --json it stands beside the process.',
  ],
  options: { ...readOptions, to: { type: 'string' }, out: { type: 'string' } },
  files: [1, Infinity],
  run: async ({ files, values, json, io }) => {
    const target = targetFlag(values.to)
    if (json && target === 'svg')
      throw new BadInput('--json: A picture is no JSON. Leave one of the two out.')
    const sources = files.map((file) => openFile(file, io))
    const read = await readProcess(sources, values)
    const written = await write(read, target)
    const text = json
      ? `${JSON.stringify({ format: read.format, losses: read.losses, file: JSON.parse(written) }, null, 2)}\n`
      : written
    if (values.out === undefined) io.out(text)
    else save(values.out, text, io)
    if (!json) report(read, io)
    return exitCode.fine
  },
})

const write = async ({ document, reference }: ProcessRead, target: Target): Promise<string> =>
  target === 'svg' ? (await drawProcess(document)).svg : writeProcessFile(document, reference)

function targetFlag(given: string | undefined): Target {
  const target = targets.find((name) => name === (given ?? 'stagecraft'))
  if (!target)
    throw new BadInput(`--to ${given}: There is no such format. Use one of: ${targets.join(', ')}.`)
  return target
}

function report({ format, losses }: ProcessRead, io: Io): void {
  const paint = painter(io)
  const tones = { guessed: 'yellow', dropped: 'red', mapped: 'dim' } as const
  const told = losses.filter((loss) => loss.kind !== 'mapped')
  io.err(`${paint('bold', `Read ${formatNames[format]}`)}: ${summary(losses)}\n`)
  if (told.length === 0) return
  const tone = (kind: string) => (kind === 'guessed' || kind === 'dropped' ? tones[kind] : null)
  io.err(
    columns(
      told.map(({ kind, what, where, sentence }) => [kind, what, sentence, where]),
      [{ tone }, {}, {}, { tone: () => 'dim' }],
      paint,
    ),
  )
}

function summary(losses: readonly Loss[]): string {
  const count = (kind: Loss['kind']) => losses.filter((loss) => loss.kind === kind).length
  return `${count('mapped')} mapped, ${count('guessed')} guessed, ${count('dropped')} dropped.`
}
