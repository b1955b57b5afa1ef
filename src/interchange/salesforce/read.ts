/**
 * Salesforce: the OpportunityStage value set (source format or old), or the stage picklist inside an old object file,
 * with the business processes that pick stages from it. The value set knows order and numbers, the process only
 * names; moves between stages exist in neither.
 */
import { assembleProcess } from '../assembly/assembleProcess.ts'
import type { ImportedStage } from '../assembly/importedStage.ts'
import {
  type Choice,
  type Loss,
  lossesInOrder,
  namesOf,
  type ReadOptions,
  type ReadSuccess,
  Unreadable,
} from '../reading.ts'
import type { SourceText } from '../source/decodeText.ts'
import { type BusinessProcess, matchingName } from './businessProcess.ts'
import { collectParts, type SalesforceParts, type StageValues } from './parts.ts'
import { readStageValue, unreadParts } from './stageValue.ts'
import { standardStages } from './standardStages.ts'

/** The choice of all stages, whatever the business processes say. */
export const everyStage = '*'

/** @throws Unreadable */
export function readSalesforce(sources: readonly SourceText[], options: ReadOptions): ReadSuccess {
  const parts = collectParts(sources)
  const picklist = parts.stageValues ? readPicklist(parts.stageValues) : null
  const losses: Loss[] = [...parts.losses]
  const processes = parts.businessProcesses.filter((process) => {
    const fits = !picklist || process.values.some((value) => findStage(picklist.stages, value.name))
    if (!fits)
      losses.push({
        kind: 'dropped',
        what: process.name,
        isName: true,
        where: process.where,
        sentence: 'None of its stages is in the value set; it may be about leads or cases.',
      })
    return fits
  })
  refuseWithoutStages(sources, parts, picklist?.stages.length ?? 0, processes)

  const choices = choicesFor(processes, picklist?.stages.length ?? null)
  const chosen = chosenOf(choices, options)
  if (chosen === undefined)
    return { ok: true, format: 'salesforce', choices, chosen: null, losses: lossesInOrder(losses) }
  if (picklist) losses.push(...picklist.losses)
  const process = processes.find((candidate) => candidate.name === chosen) ?? null
  const stages = process ? stagesOf(process, picklist?.stages ?? null, losses) : (picklist?.stages ?? [])
  const assembled = assembleProcess(
    {
      name: process?.name ?? 'Salesforce opportunity stages',
      description: process?.description ?? '',
      stages,
      where: parts.stageValues?.file ?? process?.where ?? '',
    },
    options,
  )
  const told = stages.filter((stage) => stage.where !== process?.where)
  losses.push(...assembled.losses, ...mappedLosses(told, parts.stageValues?.file ?? ''))
  return {
    ok: true,
    format: 'salesforce',
    choices,
    chosen,
    document: assembled.document,
    losses: lossesInOrder(losses),
  }
}

interface Picklist {
  readonly stages: readonly ImportedStage[]
  readonly losses: readonly Loss[]
}

function readPicklist({ file, values }: StageValues): Picklist {
  const read = values.map((value) => readStageValue(value, file))
  const losses = read.flatMap((one) => one.losses)
  const unread = [...new Set(values.flatMap(unreadParts))]
  if (unread.length > 0)
    losses.push({
      kind: 'dropped',
      what: 'Other settings of values',
      where: file,
      sentence: `A process has no place for ${unread.slice(0, 10).join(', ')}.`,
    })
  return { stages: read.map((one) => one.stage), losses }
}

function refuseWithoutStages(
  sources: readonly SourceText[],
  parts: SalesforceParts,
  stageCount: number,
  processes: readonly BusinessProcess[],
): void {
  if (stageCount > 0 || processes.some((process) => process.values.length > 0)) return
  const where = namesOf(sources)
  const kinds = [...new Set(parts.kinds)].slice(0, 5).join(', ')
  throw new Unreadable(
    where,
    `No opportunity stages in here (${kinds}).`,
    'Add the file OpportunityStage.standardValueSet-meta.xml of the same org and import them together.',
  )
}

function choicesFor(processes: readonly BusinessProcess[], stageCount: number | null): Choice[] {
  const choices = processes.map(
    (process): Choice => ({
      id: process.name,
      kind: 'business_process',
      name: process.name,
      stageCount: process.values.length,
      isActive: process.isActive,
    }),
  )
  if (choices.length > 0 && stageCount !== null)
    choices.push({
      id: everyStage,
      kind: 'business_process',
      name: 'All stages of the value set',
      stageCount,
      isActive: true,
    })
  return choices
}

/** Undefined where a choice has to be made first; null where there is none to make. */
function chosenOf(choices: readonly Choice[], options: ReadOptions): string | null | undefined {
  const wanted = options.businessProcess
  if (wanted !== undefined) {
    const found = choices.find((choice) => choice.id === wanted)
    if (found) return found.id
    const names = choices.map((choice) => choice.id).join(', ')
    throw new Unreadable(
      `“${wanted}”`,
      'The files have no such business process.',
      names ? `Choose one of: ${names}.` : 'Leave the choice out.',
    )
  }
  const processes = choices.filter((choice) => choice.id !== everyStage)
  if (processes.length > 1) return undefined
  return processes[0]?.id ?? null
}

const findStage = (stages: readonly ImportedStage[], name: string): ImportedStage | undefined =>
  stages.find((stage) => matchingName(stage.externalId ?? stage.name) === matchingName(name)) ??
  stages.find((stage) => matchingName(stage.name) === matchingName(name))

/** The stages of a process in the order of the value set; what the value set does not know comes last, as a guess. */
function stagesOf(
  process: BusinessProcess,
  picklist: readonly ImportedStage[] | null,
  losses: Loss[],
): ImportedStage[] {
  const entry = process.values.find((value) => value.isDefault)?.name
  const known = new Set<ImportedStage>()
  const unknown: string[] = []
  for (const value of process.values) {
    const stage = picklist ? findStage(picklist, value.name) : undefined
    if (stage) known.add(stage)
    else unknown.push(value.name)
  }
  const left = (picklist?.length ?? 0) - known.size
  if (left > 0)
    losses.push({
      kind: 'dropped',
      what: 'Stages of other processes',
      where: process.where,
      sentence: `Stages of the value set that are not in “${process.name}” stayed out: ${left}.`,
    })
  const taken = (picklist ?? [])
    .filter((stage) => known.has(stage))
    .map((stage) => ({ ...stage, isEntry: isEntryOf(entry, stage) }))
  const place = (name: string) => {
    const index = standardStages.findIndex((stage) => matchingName(stage.name) === matchingName(name))
    return index < 0 ? standardStages.length : index
  }
  const guessed = unknown
    .toSorted((a, b) => place(a) - place(b))
    .map((name) => guessedStage(name, process, entry === name, losses))
  return [...taken, ...guessed]
}

const isEntryOf = (entry: string | undefined, stage: ImportedStage): boolean =>
  entry === undefined ? stage.isEntry : matchingName(stage.externalId ?? stage.name) === matchingName(entry)

function guessedStage(
  name: string,
  process: BusinessProcess,
  isEntry: boolean,
  losses: Loss[],
): ImportedStage {
  const standard = standardStages.find((stage) => matchingName(stage.name) === matchingName(name))
  losses.push({
    kind: 'guessed',
    what: name,
    isName: true,
    where: process.where,
    sentence: standard
      ? `No value set tells about this stage; it has what Salesforce ships it with: ${standard.probability} %.`
      : 'No value set tells about this stage; it was imported as an open one. Import OpportunityStage together with it to have its numbers.',
  })
  return {
    externalId: name,
    name,
    description: null,
    kind: standard?.kind ?? 'open',
    probability: standard?.probability ?? null,
    forecastCategory: standard?.forecastCategory ?? null,
    isActive: true,
    isEntry,
    where: process.where,
  }
}

function mappedLosses(stages: readonly ImportedStage[], where: string): Loss[] {
  const mapped = (what: string, count: number, sentence: string): Loss[] =>
    count === 0 ? [] : [{ kind: 'mapped', what, where, sentence }]
  const count = (holds: (stage: ImportedStage) => boolean) => stages.filter(holds).length
  const all = stages.length
  const probabilities = count((stage) => stage.probability !== null)
  const categories = count((stage) => stage.forecastCategory !== null)
  const closed = count((stage) => stage.kind !== 'open')
  const inactive = count((stage) => !stage.isActive)
  return [
    ...mapped('Stages', all, `${all} of ${all} stages with name, API name and order.`),
    ...mapped(
      'Probabilities',
      probabilities,
      `${probabilities} of ${all} as they are in the file, right or wrong.`,
    ),
    ...mapped('Closed and won', closed, `${closed} of ${all} stages are closed.`),
    ...mapped('Forecast categories', categories, `${categories} of ${all} stages have one.`),
    ...mapped('Inactive stages', inactive, `${inactive} stages stay inactive.`),
  ]
}
