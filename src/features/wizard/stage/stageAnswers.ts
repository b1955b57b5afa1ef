/** What was answered about a new stage, and the one step of undo that it becomes. Pure. */
import { z } from 'zod'
import type { CommandCall } from '../../../domain/commands/registry.ts'
import { quoted } from '../../../domain/process/names.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import {
  forecastCategories,
  type SalesStage,
  salesStageSchema,
  stageColors,
} from '../../../domain/process/stage.ts'
import { readNumber } from '../../../ui/forms/readNumber.ts'
import { parsedBy } from '../keptWizard.ts'

export const stageSteps = ['basics', 'estimates', 'fields', 'rules', 'approval', 'ways', 'check'] as const
export type StageStep = (typeof stageSteps)[number]

const { requiredFields, validationRules, transitionRules } = salesStageSchema.shape

const waySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insert'), transitionId: z.string() }),
  z.object({ kind: z.literal('after'), stageId: z.string() }),
  z.object({ kind: z.literal('alone') }),
])

export const stageAnswersSchema = z.object({
  id: z.string().min(1),
  stageName: z.string(),
  kind: z.enum(['open', 'won', 'lost']),
  color: z.enum(stageColors),
  description: z.string(),
  guidance: z.string(),
  categoryIds: z.array(z.string()).default([]),
  /** As typed; empty: between its neighbours, or not known. */
  probability: z.string(),
  average: z.string(),
  maximum: z.string(),
  forecastCategory: z.enum(forecastCategories).nullable().default(null),
  requiredFields,
  validationRules,
  transitionRules,
  /** What the buyer has done before a deal leaves, one a line. */
  milestones: z.string().default(''),
  /** Empty: no approval. */
  workflowId: z.string(),
  entryActionIds: z.array(z.string()),
  exitActionIds: z.array(z.string()),
  way: waySchema,
  /** Stages that deals may go on to, beside the one that an inserted stage leads to anyway. */
  leadsTo: z.array(z.string()),
})
export type StageAnswers = z.infer<typeof stageAnswersSchema>

const keptSchema = z.object({
  version: z.literal(1),
  step: z.enum(stageSteps),
  reached: z.int().min(0),
  answers: stageAnswersSchema,
})
export type KeptStage = Pick<z.infer<typeof keptSchema>, 'step' | 'reached' | 'answers'>

export const keptStage = (content: string | null): KeptStage | null => parsedBy(keptSchema, content)
export const stageContent = (kept: KeptStage): string => JSON.stringify({ version: 1, ...kept })

export const blankStage = (id: string, way: StageAnswers['way']): StageAnswers => ({
  id,
  stageName: '',
  kind: 'open',
  color: 'blue',
  description: '',
  guidance: '',
  categoryIds: [],
  probability: '',
  average: '',
  maximum: '',
  forecastCategory: null,
  requiredFields: [],
  validationRules: [],
  transitionRules: [],
  milestones: '',
  workflowId: '',
  entryActionIds: [],
  exitActionIds: [],
  way,
  leadsTo: [],
})

/** Null where nothing was typed. */
export const numberIn = (typed: string): number | null =>
  typed.trim() === '' ? null : readNumber(typed.replace(/%$/, '').trim())

/**
 * Ways that are still there: while the wizard waited, a stage or a transition may have gone. A closed stage is
 * neither inserted nor left.
 */
export function standingWays(answers: StageAnswers, document: ProcessDocument): StageAnswers {
  const { way } = answers
  const open = answers.kind === 'open'
  const stands =
    way.kind === 'alone' ||
    (way.kind === 'after'
      ? Boolean(document.stages[way.stageId])
      : open && Boolean(document.transitions[way.transitionId]))
  return {
    ...answers,
    way: stands ? way : { kind: 'alone' },
    leadsTo: open ? answers.leadsTo.filter((id) => document.stages[id]) : [],
  }
}

/** The stage with everything that leads to and from it, as one step of undo. */
export function callFor(given: StageAnswers, document: ProcessDocument): CommandCall {
  const answers = standingWays(given, document)
  const { id, kind, way } = answers
  const open = kind === 'open'
  const probability = numberIn(answers.probability)
  const changes: Partial<SalesStage> = {
    stageName: answers.stageName.trim(),
    color: answers.color,
    description: answers.description.trim() || null,
    guidance: answers.guidance.trim(),
    categoryIds: answers.categoryIds,
    requiredFields: answers.requiredFields,
    validationRules: answers.validationRules,
    transitionRules: answers.transitionRules,
    entryActionIds: answers.entryActionIds,
    exitActionIds: answers.exitActionIds,
    requiresApproval: answers.workflowId !== '',
    approvalWorkflowId: answers.workflowId || null,
    ...(open
      ? {
          averageDurationDays: numberIn(answers.average),
          maxDurationDays: numberIn(answers.maximum),
          forecastCategory: answers.forecastCategory,
          exitChecklist: answers.milestones
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        }
      : {}),
    ...(open && probability !== null ? { defaultProbability: probability } : {}),
  }
  const first: CommandCall =
    way.kind === 'insert'
      ? { id: 'insertStageOnTransition', payload: { transitionId: way.transitionId, id, changes } }
      : {
          id: 'addStage',
          payload: {
            id,
            kind,
            changes,
            ...(way.kind === 'after' ? { afterStageId: way.stageId, connect: true } : {}),
          },
        }
  const led = way.kind === 'insert' ? document.transitions[way.transitionId]?.toStageId : undefined
  const further = answers.leadsTo.filter((to) => to !== led)
  if (further.length === 0) return first
  const connections = further.map((toStageId) => ({ fromStageId: id, toStageId }))
  const title = `Add stage ${quoted(changes.stageName ?? '')}`
  return {
    id: 'applyFix',
    payload: { title, calls: [first, { id: 'connectStages', payload: { connections } }] },
  }
}
