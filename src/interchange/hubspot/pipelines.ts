/**
 * Finds pipelines in whatever the API answered: v1 (`pipelineId`, `stageId`), v3 (`id`, `metadata`), a list, a page
 * with `results`, one pipeline, the stages of one pipeline, or records of a data pipe, one a line.
 */
import { type Loss, Unreadable } from '../reading.ts'
import type { SourceText } from '../source/decodeText.ts'
import { parseJson } from '../source/json.ts'
import { refuseTooManyProcesses } from '../source/limits.ts'
import { asBoolean, asText, property } from '../source/scalars.ts'

export interface Pipeline {
  readonly id: string
  readonly label: string
  readonly isActive: boolean
  readonly displayOrder: unknown
  readonly stages: readonly unknown[]
  /** File, then line or path. */
  readonly where: string
  readonly rest: Readonly<Record<string, unknown>>
}

const read: ReadonlySet<string> = new Set([
  'id',
  'pipelineId',
  'label',
  'name',
  'displayOrder',
  'stages',
  'active',
  'archived',
])

/** @throws Unreadable where no pipeline is found. */
export function collectPipelines(sources: readonly SourceText[], losses: Loss[]): Pipeline[] {
  const pipelines: Pipeline[] = []
  for (const source of sources) {
    losses.push(...source.losses)
    const found: Pipeline[] = []
    for (const { value, path } of parseJson(source)) walk(value, path, source.name, found, losses)
    if (found.length === 0)
      throw new Unreadable(
        source.name,
        'No pipeline in here: nothing has a list of stages.',
        'Choose the answer of /crm/v3/pipelines/deals, or a process that Stagecraft exported.',
      )
    for (const pipeline of found) pipelines.push(pipeline)
    refuseTooManyProcesses(source.name, pipelines.length)
  }
  return withOwnIds(pipelines, losses)
}

function walk(value: unknown, path: string, file: string, found: Pipeline[], losses: Loss[]): void {
  const where = path === '' ? file : `${file}, ${path}`
  if (Array.isArray(value)) {
    if (value.some(isStage)) found.push(pipelineOf({ stages: value }, where, file))
    else for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`, file, found, losses)
    return
  }
  if (Array.isArray(property(value, 'stages'))) {
    const type = asText(property(value, 'objectType')) ?? asText(property(value, 'objectTypeId'))
    if (type !== null && !/^(deals?|0-3)$/i.test(type))
      losses.push({
        kind: 'guessed',
        what: 'Pipeline',
        where,
        sentence: `The pipeline is about “${type.toLowerCase()}”, not deals; it was read in the same way.`,
      })
    found.push(pipelineOf(value, where, file))
    return
  }
  for (const key of ['results', 'data', 'pipelines', 'pipeline']) {
    const inside = property(value, key)
    if (typeof inside === 'object' && inside !== null)
      walk(inside, path === '' ? key : `${path} ${key}`, file, found, losses)
  }
}

const isStage = (value: unknown): boolean =>
  property(value, 'stages') === undefined &&
  (property(value, 'stageId') !== undefined ||
    (property(value, 'label') !== undefined &&
      (property(value, 'metadata') !== undefined || property(value, 'probability') !== undefined)))

function pipelineOf(value: unknown, where: string, file: string): Pipeline {
  const stages = property(value, 'stages')
  const label =
    asText(property(value, 'label')) ?? asText(property(value, 'name')) ?? file.replace(/\.\w+$/, '')
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return {
    id: asText(property(value, 'id')) ?? asText(property(value, 'pipelineId')) ?? label,
    label,
    isActive: isActive(value),
    displayOrder: property(value, 'displayOrder'),
    stages: Array.isArray(stages) ? (stages as unknown[]) : [],
    where,
    rest: Object.fromEntries(entries.filter(([key]) => !read.has(key))),
  }
}

/** v1 says `active`, v3 `archived`; null and absence mean in use. */
export const isActive = (value: unknown): boolean =>
  asBoolean(property(value, 'archived')) !== true && asBoolean(property(value, 'active')) !== false

/** Two pipelines of one id (two exports dropped together) stay two choices. */
function withOwnIds(pipelines: readonly Pipeline[], losses: Loss[]): Pipeline[] {
  const seen = new Map<string, number>()
  return pipelines.map((pipeline) => {
    const times = (seen.get(pipeline.id) ?? 0) + 1
    seen.set(pipeline.id, times)
    if (times === 1) return pipeline
    losses.push({
      kind: 'guessed',
      what: pipeline.label,
      where: pipeline.where,
      sentence: `The id “${pipeline.id}” comes more than once; each pipeline was kept as a choice.`,
    })
    return { ...pipeline, id: `${pipeline.id} (${times})` }
  })
}
