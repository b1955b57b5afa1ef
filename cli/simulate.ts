/** `stagecraft simulate --exact`: the exact numbers of a process, or of a chain given as numbers. */
import { stageNameOf } from '../src/domain/process/names.ts'
import {
  type Chain,
  type ClosedFormAnswer,
  chainOf,
  closedFormAnswer,
  exactAnalysis,
  looksLikeClosedForm,
  matrixOf,
  outcomeNotes,
  readClosedForm,
  solveChain,
} from '../src/domain/simulation/index.ts'
import { defineCommand } from './command.ts'
import { BadInput, exitCode, type Io } from './io.ts'
import { openFile, readOptions, readProcess, type Source } from './readProcess.ts'
import { columns, painter } from './text.ts'

interface Solved {
  readonly title: string
  readonly chain: Chain
  readonly answer: ClosedFormAnswer
  readonly notes: readonly string[]
  readonly nameOf: (stageId: string) => string
}

export const simulate = defineCommand({
  name: 'simulate',
  usage: 'simulate FILE… [--exact]',
  summary: 'Win rate, days and visits of a process, solved exactly',
  details: [
    '--exact                  solve exactly; the only way so far, so it may be left out',
    'FILE is a process of any format, or a chain: {start, stages: [{id, kind, mean, var}],',
    'transitions: [{from, to, p}]} with numbers or fractions such as "6/13".',
  ],
  options: { ...readOptions, exact: { type: 'boolean' } },
  files: [1, Infinity],
  run: async ({ files, values, json, io }) => {
    const sources = files.map((file) => openFile(file, io))
    const given = sources.length === 1 && sources[0] ? closedFormIn(sources[0]) : null
    const solved = given ?? solveProcess(await readProcess(sources, values))
    const { answer, chain, notes, nameOf } = solved
    if (json) {
      const names = given ? {} : { names: Object.fromEntries(chain.states.map(({ id }) => [id, nameOf(id)])) }
      io.out(`${JSON.stringify({ ...answer, notes, ...names }, null, 2)}\n`)
    } else print(solved, io)
    return exitCode.fine
  },
})

/** The chain in a file of numbers; null where the file is something else. */
function closedFormIn({ name, bytes }: Source): Solved | null {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null // no JSON: the reader of process files says what is wrong with it
  }
  if (!looksLikeClosedForm(json)) return null
  const result = readClosedForm(json)
  if (!result.ok) throw new BadInput(`${name}: ${result.sentence} Correct the file.`)
  const { chain } = result
  const solution = solveChain(matrixOf(chain))
  const nameOf = (id: string) => id
  return {
    title: name,
    chain,
    answer: closedFormAnswer(chain, solution),
    notes: outcomeNotes(chain, solution, nameOf).map((note) => note.sentence),
    nameOf,
  }
}

function solveProcess({ document }: Awaited<ReturnType<typeof readProcess>>): Solved {
  const { chain } = chainOf(document)
  const { solution, notes } = exactAnalysis(document)
  return {
    title: document.process.processName || 'Unnamed process',
    chain,
    answer: closedFormAnswer(chain, solution),
    notes: notes.map((note) => note.sentence),
    nameOf: (id) => stageNameOf(document, id),
  }
}

function print({ title, chain, answer, notes, nameOf }: Solved, io: Io): void {
  const paint = painter(io)
  const time = (value: ClosedFormAnswer['timeToClose']) =>
    value ? `${number(value.mean)} days (standard deviation ${number(value.sd)})` : 'cannot be said'
  io.out(`${paint('bold', title)}\n`)
  io.out(
    columns(
      [
        ['Won', percent(answer.pWin)],
        ['Lost', percent(answer.pLost)],
        ...(answer.pNever > 0 ? [['Never closed', percent(answer.pNever)]] : []),
        ['Time to close', time(answer.timeToClose)],
        ['Time to won', time(answer.timeToWon)],
        ['Time to lost', time(answer.timeToLost)],
      ],
      [{ tone: () => 'dim' }, {}],
      paint,
    ),
  )
  const open = chain.states.filter(({ id }) => answer.visits[id] !== undefined)
  if (open.length > 0) {
    io.out('\n')
    io.out(
      columns(
        [
          ['Stage', 'visits', 'ever reached', 'won from here', 'days a visit'],
          ...open.map(({ id, dwell }) => [
            nameOf(id),
            number(answer.visits[id] ?? 0),
            percent(answer.everReach[id] ?? 0),
            percent(answer.winFrom[id] ?? 0),
            number(dwell.mean),
          ]),
        ],
        [{}, ...Array.from({ length: 4 }, () => ({ align: 'right' as const }))],
        paint,
      ),
    )
  }
  if (notes.length > 0) io.out(`\n${notes.map((note) => `  ${paint('yellow', '!')} ${note}\n`).join('')}`)
}

const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })
const percent = (share: number): string => `${number(share * 100)}%`
