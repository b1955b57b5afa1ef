/**
 * Read this first. A process is one pipeline of a company; a `ProcessDocument` is the whole of it as rows keyed by
 * id: what the editor holds, a draft stores, a publish sends and a version keeps. The document is never changed in
 * place: commands (../commands) make the next one, and a `ProcessDiff` (diff.ts) tells one from the other.
 */
import { z } from 'zod'
import { type Comment, commentSchema } from './comment.ts'
import { type Scenario, scenarioSchema } from './scenario.ts'
import { heldStageSchema, type SalesStage } from './stage.ts'
import { heldTransitionSchema, type StageTransition } from './transition.ts'
import { type Waiver, waiverSchema } from './waiver.ts'

export const policiesSchema = z.strictObject({
  allow_rework: z.boolean(),
  probability_must_not_decrease: z.boolean(),
  /** The blueprint's rule: one closed-won and one closed-lost stage. Companies with several switch it off. */
  single_closed_stages: z.boolean(),
  auto_calculate_probability: z.boolean(),
  default_close_offset_days: z.int().min(0).nullable(),
})
export type Policies = z.infer<typeof policiesSchema>

export const defaultPolicies: Policies = {
  allow_rework: false,
  probability_must_not_decrease: true,
  single_closed_stages: true,
  auto_calculate_probability: true,
  default_close_offset_days: 30,
}

export const salesProcessSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  processName: z.string().max(100),
  processCode: z.string().max(20),
  description: z.string(),
  isDefault: z.boolean(),
  isActive: z.boolean(),
  /** 0 = never published; +1 with every publish. */
  revision: z.int().min(0),
  policies: policiesSchema,
  /** Where open deals of a removed or deactivated stage go on publish: removed stage id → remaining stage id. */
  stageMigrations: z.record(z.string(), z.string()),
  createdByUserId: z.string().nullable(),
  updatedByUserId: z.string().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
})
export type SalesProcess = z.infer<typeof salesProcessSchema>

/** The tables of a document. `process` is the one row beside them. */
export const tableSchemas = {
  stages: heldStageSchema,
  transitions: heldTransitionSchema,
  scenarios: scenarioSchema,
  waivers: waiverSchema,
  comments: commentSchema,
} as const
export type TableName = keyof typeof tableSchemas
export const tableNames = Object.keys(tableSchemas) as TableName[]

export interface TableRows {
  stages: SalesStage
  transitions: StageTransition
  scenarios: Scenario
  waivers: Waiver
  comments: Comment
}

export interface ProcessDocument {
  readonly process: SalesProcess
  readonly stages: Readonly<Record<string, SalesStage>>
  readonly transitions: Readonly<Record<string, StageTransition>>
  readonly scenarios: Readonly<Record<string, Scenario>>
  readonly waivers: Readonly<Record<string, Waiver>>
  readonly comments: Readonly<Record<string, Comment>>
}

export const processDocumentSchema = z.strictObject({
  process: salesProcessSchema,
  stages: z.record(z.string(), heldStageSchema),
  transitions: z.record(z.string(), heldTransitionSchema),
  scenarios: z.record(z.string(), scenarioSchema),
  waivers: z.record(z.string(), waiverSchema),
  /** Documents from before there were comments have none. */
  comments: z.record(z.string(), commentSchema).default({}),
})

/** An empty, unpublished process. */
export function newProcess(
  given: Pick<SalesProcess, 'id' | 'processName'> & Partial<SalesProcess>,
): ProcessDocument {
  return {
    process: {
      companyId: '',
      processCode: '',
      description: '',
      isDefault: false,
      isActive: true,
      revision: 0,
      policies: defaultPolicies,
      stageMigrations: {},
      createdByUserId: null,
      updatedByUserId: null,
      createdAt: null,
      updatedAt: null,
      ...given,
    },
    stages: {},
    transitions: {},
    scenarios: {},
    waivers: {},
    comments: {},
  }
}

/** Puts rows into a document by their ids; the one way templates, importers and tests build a document. */
export function withRows(
  document: ProcessDocument,
  rows: { [T in TableName]?: readonly TableRows[T][] },
): ProcessDocument {
  const byId = <Row extends { id: string }>(had: Readonly<Record<string, Row>>, more: readonly Row[] = []) =>
    more.length === 0 ? had : { ...had, ...Object.fromEntries(more.map((row) => [row.id, row])) }
  return {
    process: document.process,
    stages: byId(document.stages, rows.stages),
    transitions: byId(document.transitions, rows.transitions),
    scenarios: byId(document.scenarios, rows.scenarios),
    waivers: byId(document.waivers, rows.waivers),
    comments: byId(document.comments, rows.comments),
  }
}

/** All stages by `stageOrder`, ties by id, so that every view shows the same order. */
export function stagesInOrder(document: Pick<ProcessDocument, 'stages'>): SalesStage[] {
  return Object.values(document.stages).sort(
    (a, b) => a.stageOrder - b.stageOrder || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}
