/** HubSpot deal pipelines, v1 and v3. HubSpot knows stages and probabilities; moves and required fields are elsewhere. */
import { assembleProcess } from '../assembly/assembleProcess.ts'
import type { ImportedStage } from '../assembly/importedStage.ts'
import {
  type Choice,
  type Loss,
  lossesInOrder,
  type ReadOptions,
  type ReadSuccess,
  Unreadable,
} from '../reading.ts'
import type { SourceText } from '../source/decodeText.ts'
import { asNumber, asText, property } from '../source/scalars.ts'
import { collectPipelines, type Pipeline } from './pipelines.ts'
import { readStage, unreadKeys, writtenProbability } from './stage.ts'

/** @throws Unreadable */
export function readHubspot(sources: readonly SourceText[], options: ReadOptions): ReadSuccess {
  const losses: Loss[] = []
  const pipelines = inDisplayOrder(collectPipelines(sources, losses), (pipeline) => pipeline)
  const choices = pipelines.map(
    (pipeline): Choice => ({
      id: pipeline.id,
      kind: 'pipeline',
      name: pipeline.label,
      stageCount: pipeline.stages.length,
      isActive: pipeline.isActive,
    }),
  )
  const pipeline = chosenOf(pipelines, options)
  if (!pipeline) return { ok: true, format: 'hubspot', choices, chosen: null, losses: lossesInOrder(losses) }
  const stages = stagesOf(pipeline, losses)
  const assembled = assembleProcess(
    { name: pipeline.label, description: '', stages, where: pipeline.where },
    options,
  )
  losses.push(...assembled.losses, ...aboutPipeline(pipeline, stages))
  return {
    ok: true,
    format: 'hubspot',
    choices: choices.length > 1 ? choices : [],
    chosen: choices.length > 1 ? pipeline.id : null,
    document: assembled.document,
    losses: lossesInOrder(losses),
  }
}

function chosenOf(pipelines: readonly Pipeline[], options: ReadOptions): Pipeline | undefined {
  const wanted = options.pipeline
  if (wanted === undefined) return pipelines.length === 1 ? pipelines[0] : undefined
  const named = pipelines.filter((pipeline) => pipeline.label === wanted)
  const found =
    pipelines.find((pipeline) => pipeline.id === wanted) ?? (named.length === 1 ? named[0] : undefined)
  if (found) return found
  throw new Unreadable(
    `“${wanted}”`,
    'The files have no such pipeline.',
    `Choose one of: ${pipelines.map((pipeline) => `${pipeline.id} (${pipeline.label})`).join(', ')}.`,
  )
}

/** By displayOrder, ties and gaps by label, so that files come out alike whatever order the API answered in. */
function inDisplayOrder<Item>(items: readonly Item[], objectOf: (item: Item) => unknown): Item[] {
  const order = (item: Item) => asNumber(property(objectOf(item), 'displayOrder')) ?? Number.POSITIVE_INFINITY
  const label = (item: Item) => asText(property(objectOf(item), 'label')) ?? ''
  const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0)
  return items.toSorted((a, b) => compare(order(a), order(b)) || compare(label(a), label(b)))
}

function stagesOf(pipeline: Pipeline, losses: Loss[]): ImportedStage[] {
  const percent = pipeline.stages.some((stage) => (asNumber(writtenProbability(stage)) ?? 0) > 1)
  if (percent)
    losses.push({
      kind: 'guessed',
      what: 'Probabilities',
      where: pipeline.where,
      sentence: 'Some are above 1, so all of them were read as percent.',
    })
  const placed = pipeline.stages.map((value, index) => ({
    value,
    where: `${pipeline.where}, stages[${index}]`,
  }))
  const sorted = inDisplayOrder(placed, (stage) => stage.value)
  const read = sorted.map(({ value, where }) => readStage(value, where, percent ? 1 : 100))
  for (const one of read) losses.push(...one.losses)
  return read.map((one) => one.stage)
}

function aboutPipeline(pipeline: Pipeline, stages: readonly ImportedStage[]): Loss[] {
  const { where } = pipeline
  const losses: Loss[] = []
  const note = (kind: Loss['kind'], what: string, sentence: string) =>
    losses.push({ kind, what, where, sentence })
  const all = stages.length
  const count = (holds: (stage: ImportedStage) => boolean) => stages.filter(holds).length
  const probabilities = count((stage) => stage.probability !== null)
  const inactive = count((stage) => !stage.isActive)
  if (all > 0) note('mapped', 'Stages', `${all} of ${all} stages with label, id and display order.`)
  if (probabilities > 0)
    note('mapped', 'Probabilities', `${probabilities} of ${all} as they are in the file, right or wrong.`)
  if (inactive > 0) note('mapped', 'Archived stages', `${inactive} of ${all} stages are inactive.`)
  if (!pipeline.isActive)
    note(
      'guessed',
      'Pipeline',
      'The pipeline is archived in HubSpot; the process was imported as an active one.',
    )
  note(
    'dropped',
    'Required properties',
    'HubSpot keeps the required properties of a stage outside this file; add them in the panel of the stage.',
  )
  const rest = Object.entries(pipeline.rest).flatMap(([key, held]) => (held === null ? [] : [key]))
  const unread = [...new Set([...rest, ...pipeline.stages.flatMap(unreadKeys)])]
  if (unread.length > 0)
    note('dropped', 'Other settings', `A process has no place for ${unread.slice(0, 12).join(', ')}.`)
  return losses
}
