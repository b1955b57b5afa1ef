/**
 * Foreign stages become a process: ids, codes, order, probabilities where none are given, colors, places, moves and
 * policies. Every assumption is one line of the loss report, so nothing in the process comes from nowhere.
 */
import { codeFromName, uniqueCode } from '../../domain/commands/stageCode.ts'
import {
  defaultPolicies,
  newProcess,
  type Policies,
  type ProcessDocument,
  withRows,
} from '../../domain/process/process.ts'
import { newStage, type SalesStage, type StageKind, stageKind } from '../../domain/process/stage.ts'
import type { Loss, ReadOptions } from '../reading.ts'
import { refuseTooManyStages } from '../source/limits.ts'
import { connectStages } from './connectStages.ts'
import type { ImportedProcess, ImportedStage } from './importedStage.ts'
import { placeStages } from './placeStages.ts'

const longestName = 100
const colors = { open: 'blue', won: 'green', lost: 'red' } as const
const kindOrder = { open: 0, won: 1, lost: 2 } as const

/** @throws Unreadable where there are more stages than can be imported. */
export function assembleProcess(
  given: ImportedProcess,
  options: Pick<ReadOptions, 'newId' | 'topology' | 'name'>,
): { document: ProcessDocument; losses: Loss[] } {
  refuseTooManyStages(given.where, given.stages.length)
  const losses: Loss[] = []
  const note = (kind: Loss['kind'], what: string, sentence: string) =>
    losses.push({ kind, what, where: given.where, sentence })
  const noteStage: StageNote = (kind, stageName, sentence, where) =>
    losses.push({ kind, what: stageName, isName: true, where, sentence })

  const processId = options.newId()
  const processName = shortened(options.name?.trim() || given.name.trim() || 'Imported process')
  const ordered = closedLast(given.stages)
  if (ordered.some((stage, index) => stage !== given.stages[index]))
    note(
      'guessed',
      'Order',
      'Open stages keep the order of the file; closed stages were moved to the end, won before lost.',
    )
  const rows = stageRows(ordered, processId, options.newId, noteStage)
  const places = placeStages(rows)
  const stages = rows.map((stage) => ({ ...stage, position: places.get(stage.id) ?? stage.position }))
  const topology = options.topology ?? 'linear'
  const transitions = connectStages(stages, topology, options.newId)
  const policies = policiesFor(stages, topology, note)

  note('guessed', 'Transitions', transitionsInWords(topology, stages, transitions.length))
  note(
    'guessed',
    'Codes, colors and places',
    'The file has none: codes are made from the names, colors from the kind of stage, places from the order.',
  )
  const document = withRows(
    newProcess({
      id: processId,
      processName,
      processCode: codeFromName(processName),
      description: given.description,
      policies,
    }),
    { stages, transitions },
  )
  return { document, losses }
}

type Note = (kind: Loss['kind'], what: string, sentence: string) => void
type StageNote = (kind: Loss['kind'], stageName: string, sentence: string, where: string) => void

const closedLast = (stages: readonly ImportedStage[]): ImportedStage[] =>
  stages.toSorted((a, b) => kindOrder[a.kind] - kindOrder[b.kind])

function stageRows(
  ordered: readonly ImportedStage[],
  processId: string,
  newId: () => string,
  note: StageNote,
): SalesStage[] {
  const codes = new Set<string>()
  const names = new Map<string, number>()
  let hasEntry = false
  let before = 0
  return ordered.map((given, index) => {
    const written = given.name.trim()
    const stageName = shortened(written || given.externalId?.trim() || `Stage ${index + 1}`)
    if (written === '')
      note(
        'guessed',
        stageName,
        'The stage has no name in the file; it was called by its id or place.',
        given.where,
      )
    else if (written !== stageName)
      note(
        'dropped',
        stageName,
        `The name has ${written.length} characters; it was cut to ${longestName}.`,
        given.where,
      )
    const had = names.get(stageName) ?? 0
    names.set(stageName, had + 1)
    if (had === 1)
      note(
        'guessed',
        stageName,
        'Several stages have this name; each was kept, with a code of its own.',
        given.where,
      )
    const stageCode = uniqueCode(codes, codeFromName(stageName))
    codes.add(stageCode)
    const probability = given.probability ?? missingProbability(given.kind, before)
    if (given.probability === null)
      note('guessed', stageName, missingInWords(given.kind, probability), given.where)
    if (given.kind === 'open') before = probability
    const isEntry = given.isEntry && !hasEntry && given.kind === 'open' && given.isActive
    if (given.isEntry && !isEntry)
      note(
        'dropped',
        stageName,
        hasEntry
          ? 'Deals can start in several stages; only the first of them is the entry.'
          : 'The file starts deals here, but a closed or inactive stage cannot be the entry.',
        given.where,
      )
    hasEntry ||= isEntry
    return newStage({
      id: newId(),
      processId,
      stageName,
      stageCode,
      description: given.description,
      stageOrder: index + 1,
      defaultProbability: probability,
      isActive: given.isActive,
      isClosedWon: given.kind === 'won',
      isClosedLost: given.kind === 'lost',
      isEntry,
      color: colors[given.kind],
      forecastCategory: given.forecastCategory,
      externalId: given.externalId,
    })
  })
}

/** At most 100 characters, never cutting a surrogate pair in two. */
function shortened(name: string): string {
  if (name.length <= longestName) return name
  const cut = name.slice(0, longestName)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

const missingProbability = (kind: StageKind, before: number): number =>
  kind === 'won' ? 100 : kind === 'lost' ? 0 : before

const missingInWords = (kind: StageKind, probability: number): string =>
  kind === 'open'
    ? `The file gives no probability; ${probability} % was taken from the open stage before it.`
    : kind === 'won'
      ? 'The file gives no probability; a won stage has 100 %.'
      : 'The file gives no probability; a lost stage has 0 %.'

function policiesFor(stages: readonly SalesStage[], topology: string, note: Note): Policies {
  const count = (kind: StageKind) =>
    stages.filter((stage) => stage.isActive && stageKind(stage) === kind).length
  const several = count('won') > 1 || count('lost') > 1
  if (several)
    note(
      'guessed',
      'Policies',
      `There are ${count('won')} won and ${count('lost')} lost stages, so the policy of a single won and lost stage was switched off.`,
    )
  const rework = topology === 'all_to_all'
  if (rework)
    note('guessed', 'Policies', 'Moves back are allowed as rework, because every stage leads to every other.')
  return { ...defaultPolicies, single_closed_stages: !several, allow_rework: rework }
}

function transitionsInWords(topology: string, stages: readonly SalesStage[], count: number): string {
  const none = 'The format has no moves between stages.'
  if (count === 0) return `${none} None could be made, as there is nothing to connect.`
  const lost = stages.some((stage) => stage.isActive && stageKind(stage) === 'lost')
  if (topology === 'linear')
    return lost
      ? `${none} Each stage leads to the next, and any open stage can be lost.`
      : `${none} Each stage leads to the next.`
  return lost
    ? `${none} Every open stage leads to every other, and any open stage can be lost.`
    : `${none} Every open stage leads to every other.`
}
