/**
 * A stage: a step an opportunity is in. Fields, names, defaults and limits follow the blueprint §3.1; the
 * additions follow the design's domain §2. Nested values (rules, position, simulation) keep their wire names
 * in code as well, so only top-level keys are ever renamed (see wire.ts).
 */
import { z } from 'zod'
import { hiddenSchema } from './masking.ts'
import { optionalFieldsOf } from './optionalFields.ts'
import { checkRuleSchema, validationRuleSchema } from './rule.ts'
import { whoSchema } from './who.ts'

export const stageColors = ['blue', 'yellow', 'purple', 'orange', 'green', 'red', 'gray'] as const
export const forecastCategories = ['omitted', 'pipeline', 'best_case', 'commit', 'closed'] as const

/** Letters, digits and underscores: the blueprint's format for every code. */
export const codePattern = /^[A-Za-z0-9_]+$/

export const positionSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  /** Somebody put it here: arranging the others leaves it where it is. */
  by_hand: z.literal(true).optional(),
})
export type Position = z.infer<typeof positionSchema>

/** How long deals stay in a stage. `mean`, `minimum`, `mode`, `maximum`, `standard_deviation` are days. */
export const durationDistributionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), mean: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('exponential'), mean: z.number().nonnegative() }),
  z.strictObject({
    kind: z.literal('uniform'),
    minimum: z.number().nonnegative(),
    maximum: z.number().nonnegative(),
  }),
  z.strictObject({
    kind: z.enum(['triangular', 'pert']),
    minimum: z.number().nonnegative(),
    mode: z.number().nonnegative(),
    maximum: z.number().nonnegative(),
  }),
  z.strictObject({
    kind: z.enum(['gamma', 'lognormal']),
    mean: z.number().nonnegative(),
    standard_deviation: z.number().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('empirical'),
    days: z.array(z.number().nonnegative()).min(1).max(10_000),
  }),
])
export type DurationDistribution = z.infer<typeof durationDistributionSchema>

/**
 * The shape of a stage. Deliberately wide where real data is dirty (a probability of 140, two won stages, a code
 * with spaces): such a stage can be held, shown and repaired. What is sound is the linter's word, not the schema's.
 */
export const salesStageSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  processId: z.string(),
  stageName: z.string().max(100),
  stageCode: z.string().max(20),
  description: z.string().nullable(),
  stageOrder: z.int(),
  defaultProbability: z.number(),
  isActive: z.boolean(),
  isClosedWon: z.boolean(),
  isClosedLost: z.boolean(),
  isEntry: z.boolean(),
  color: z.enum(stageColors),
  position: positionSchema,
  categoryIds: z.array(z.string()),
  forecastCategory: z.enum(forecastCategories).nullable(),
  requiredFields: z.array(z.string()),
  validationRules: z.array(validationRuleSchema),
  transitionRules: z.array(checkRuleSchema.extend({ kind: z.enum(['entry', 'exit']) })),
  entryActionIds: z.array(z.string()),
  exitActionIds: z.array(z.string()),
  averageDurationDays: z.number().nullable(),
  maxDurationDays: z.number().nullable(),
  requiresApproval: z.boolean(),
  approvalWorkflowId: z.string().nullable(),
  guidance: z.string(),
  exitChecklist: z.array(z.string()),
  externalId: z.string().nullable(),
  /** Ids of the stages this one was renamed, split or merged from: history survives a redesign. */
  lineage: z.array(z.string()),
  simulation: z.strictObject({ duration: durationDistributionSchema.nullable() }),
  notes: z.string(),
  /** Who is told of a deal that has stayed for so many days. */
  escalation: z
    .strictObject({ after_days: z.number().min(0).max(36_500), tell: z.array(whoSchema).max(50) })
    .nullable()
    .optional(),
  /** Fields that people may not change while a deal stands here. */
  lockedFields: z.array(z.string()).max(500).optional(),
  /** While a deal waits for the approval to enter this stage, people may not change it. */
  lockWhilePending: z.boolean().optional(),
  createdByUserId: z.string().nullable(),
  updatedByUserId: z.string().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
})
/** A stage as its reader holds it. */
export const heldStageSchema = salesStageSchema.extend({ hidden: hiddenSchema })
export type SalesStage = z.infer<typeof heldStageSchema>
export const optionalStageFields = optionalFieldsOf(salesStageSchema)

export type StageKind = 'open' | 'won' | 'lost'

/** Open, closed won or closed lost. A stage that claims to be both counts as won here; the linter reports it. */
export function stageKind(stage: Pick<SalesStage, 'isClosedWon' | 'isClosedLost'>): StageKind {
  if (stage.isClosedWon) return 'won'
  return stage.isClosedLost ? 'lost' : 'open'
}

/** A stage with the blueprint's defaults; everything but the id and the name may be left out. */
export function newStage(given: Pick<SalesStage, 'id' | 'stageName'> & Partial<SalesStage>): SalesStage {
  return {
    companyId: '',
    processId: '',
    stageCode: '',
    description: null,
    stageOrder: 1,
    defaultProbability: 0,
    isActive: true,
    isClosedWon: false,
    isClosedLost: false,
    isEntry: false,
    color: 'blue',
    position: { x: 0, y: 0 },
    categoryIds: [],
    forecastCategory: null,
    requiredFields: [],
    validationRules: [],
    transitionRules: [],
    entryActionIds: [],
    exitActionIds: [],
    averageDurationDays: null,
    maxDurationDays: null,
    requiresApproval: false,
    approvalWorkflowId: null,
    guidance: '',
    exitChecklist: [],
    externalId: null,
    lineage: [],
    simulation: { duration: null },
    notes: '',
    createdByUserId: null,
    updatedByUserId: null,
    createdAt: null,
    updatedAt: null,
    ...given,
  }
}
