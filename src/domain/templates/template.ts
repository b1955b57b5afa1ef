/**
 * What a template is, and how one is written: stages and moves by code, in the words of the people who sell. Ids,
 * orders, places on the canvas and the moves to closed lost follow from the sketch.
 */
import { canvasGrid } from '../process/canvasGrid.ts'
import {
  defaultPolicies,
  newProcess,
  type Policies,
  type ProcessDocument,
  withRows,
} from '../process/process.ts'
import type { CheckRule, Logic, StageRule, ValidationRule } from '../process/rule.ts'
import type { Scenario, ScenarioStep } from '../process/scenario.ts'
import { newStage, type SalesStage } from '../process/stage.ts'
import { newTransition, type StageTransition } from '../process/transition.ts'
import type { StandardFieldKey } from './standardFields.ts'
import { standardId } from './standardId.ts'
import type { StandardAction, StandardCategory, StandardWorkflow } from './standardReference.ts'

/** What templates are sorted by. A company's own may name any other. */
export const industries = [
  'Any industry',
  'Software and IT',
  'Professional services',
  'Events and hospitality',
  'Manufacturing and distribution',
] as const
export type Industry = (typeof industries)[number]

/** What a template says in English, in another language. */
export type InWords = (english: string) => string

export interface Template {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Who it is for, in a few words. */
  readonly audience: string
  readonly industry: Industry
  /**
   * A new, unpublished process with fresh ids. References to standard actions, categories and approval workflows
   * are those of the given company (see standardReference.ts). Everything people read passes through `inWords`.
   */
  readonly build: (newId: () => string, companyId?: string, inWords?: InWords) => ProcessDocument
}

/** The template as it is shown and built in another language. */
export const templateInWords = (template: Template, inWords: InWords): Template => ({
  ...template,
  name: inWords(template.name),
  description: inWords(template.description),
  audience: inWords(template.audience),
  build: (newId, companyId) => template.build(newId, companyId, inWords),
})

/** A check, its name and what people have to do when it does not hold. */
export interface Check {
  readonly name: string
  readonly check: Logic
  readonly message: string
}

export interface StageSketch {
  readonly code: string
  readonly name: string
  readonly description: string
  readonly probability: number
  /** Days a deal usually takes here, and the most it should. Closed stages have none. */
  readonly days?: readonly [average: number, maximum: number]
  readonly kind?: 'won' | 'lost'
  readonly color: SalesStage['color']
  readonly category: StandardCategory
  readonly forecast: NonNullable<SalesStage['forecastCategory']>
  readonly guidance: string
  /** Buyer milestones: what the customer has done when the stage is over. */
  readonly checklist?: readonly string[]
  readonly requires?: readonly StandardFieldKey[]
  readonly entry?: readonly Check[]
  readonly exit?: readonly Check[]
  readonly validation?: readonly (Check & { readonly when?: Logic; readonly severity: 'error' | 'warning' })[]
  readonly approval?: StandardWorkflow
  readonly onEntry?: readonly StandardAction[]
  readonly onExit?: readonly StandardAction[]
  /** Row on the canvas, 0 = the main line. */
  readonly row?: number
}

export interface MoveSketch {
  /** Null: from any open stage. */
  readonly from: string | null
  readonly to: string
  readonly name: string
  readonly conditions?: readonly Check[]
  readonly rework?: boolean
  readonly requiresValidation?: boolean
  readonly automatic?: boolean
  /** Happens by itself after so many days in the stage. */
  readonly afterDays?: number
  readonly priority?: number
  /** Share of deals that take this exit, relative to its siblings. */
  readonly weight?: number
  readonly actions?: readonly StandardAction[]
}

export type ScenarioSketch = Pick<Scenario, 'scenarioName'> & {
  readonly fields?: Scenario['start']['fields']
  /** Stages by code. */
  readonly steps: readonly ScenarioStep[]
  readonly ends: string
  readonly lastMove: Scenario['expectation']['last_move']
}

export interface ProcessSketch {
  readonly code: string
  readonly policies?: Partial<Policies>
  /** In stage order; the first is the entry. */
  readonly stages: readonly StageSketch[]
  readonly moves: readonly MoveSketch[]
  readonly scenarios: readonly ScenarioSketch[]
}

type About = Omit<Template, 'build'>

export function defineTemplate(about: About, sketch: ProcessSketch): Template {
  return {
    ...about,
    build: (newId, companyId = '', inWords = (english) => english) =>
      buildProcess(about, sketch, { newId, companyId, inWords }),
  }
}

interface Building {
  readonly newId: () => string
  readonly companyId: string
  readonly inWords: InWords
}

function buildProcess(
  about: About,
  sketch: ProcessSketch,
  { newId, companyId, inWords }: Building,
): ProcessDocument {
  const document = newProcess({
    id: newId(),
    companyId,
    processName: inWords(about.name),
    processCode: sketch.code,
    description: inWords(about.description),
    policies: { ...defaultPolicies, ...sketch.policies },
  })
  const processId = document.process.id
  const owner = { companyId, processId }
  const ids = new Map(sketch.stages.map((stage) => [stage.code, newId()]))
  const stageId = (code: string): string => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`The template “${about.id}” has no stage with the code ${code}.`)
    return id
  }
  const checks = (list: readonly Check[] = []): CheckRule[] =>
    list.map(({ name, check, message }) => ({
      id: newId(),
      name: inWords(name),
      check,
      message: inWords(message),
    }))
  const actionIds = (codes: readonly StandardAction[] = []) =>
    codes.map((code) => standardId(companyId, 'action', code))

  const stages = sketch.stages.map((stage, index): SalesStage => {
    const rules: StageRule[] = [
      ...checks(stage.entry).map((rule) => ({ ...rule, kind: 'entry' as const })),
      ...checks(stage.exit).map((rule) => ({ ...rule, kind: 'exit' as const })),
    ]
    const validationRules: ValidationRule[] = (stage.validation ?? []).map((rule) => ({
      id: newId(),
      ...rule,
      name: inWords(rule.name),
      message: inWords(rule.message),
    }))
    return newStage({
      ...owner,
      id: stageId(stage.code),
      stageName: inWords(stage.name),
      stageCode: stage.code,
      description: inWords(stage.description),
      stageOrder: index + 1,
      defaultProbability: stage.probability,
      isClosedWon: stage.kind === 'won',
      isClosedLost: stage.kind === 'lost',
      isEntry: index === 0,
      color: stage.color,
      position: place(sketch.stages, index),
      categoryIds: [standardId(companyId, 'category', stage.category)],
      forecastCategory: stage.forecast,
      guidance: inWords(stage.guidance),
      exitChecklist: (stage.checklist ?? []).map(inWords),
      requiredFields: [...(stage.requires ?? [])],
      transitionRules: rules,
      validationRules,
      entryActionIds: actionIds(stage.onEntry),
      exitActionIds: actionIds(stage.onExit),
      averageDurationDays: stage.days?.[0] ?? null,
      maxDurationDays: stage.days?.[1] ?? null,
      requiresApproval: stage.approval !== undefined,
      approvalWorkflowId: stage.approval ? standardId(companyId, 'approval', stage.approval) : null,
    })
  })

  const transitions = sketch.moves.map(
    (move): StageTransition =>
      newTransition({
        ...owner,
        id: newId(),
        fromStageId: move.from === null ? null : stageId(move.from),
        toStageId: stageId(move.to),
        transitionName: inWords(move.name),
        isGlobal: move.from === null,
        isRework: move.rework ?? false,
        isAutomatic: move.automatic ?? false,
        afterDays: move.afterDays ?? null,
        weight: move.weight ?? null,
        requiresValidation: move.requiresValidation ?? false,
        priority: move.priority ?? 0,
        conditions: checks(move.conditions),
        actionIds: actionIds(move.actions),
      }),
  )

  const scenarios = sketch.scenarios.map(
    (scenario): Scenario => ({
      id: newId(),
      scenarioName: inWords(scenario.scenarioName),
      start: { stage: null, fields: scenario.fields ?? {} },
      steps: scenario.steps.map((step) =>
        step.do === 'move_to' ? { ...step, stage: stageId(step.stage) } : step,
      ),
      expectation: { stage: stageId(scenario.ends), last_move: scenario.lastMove },
    }),
  )
  return withRows(document, { stages, transitions, scenarios })
}

/** The main line runs left to right; a branch stands below the stage before it, lost below won. */
function place(stages: readonly StageSketch[], index: number): SalesStage['position'] {
  const stage = stages[index]
  const column = stages.slice(0, index).filter((before) => !before.row && before.kind !== 'lost').length
  if (stage?.kind === 'lost') return { x: (column - 1) * canvasGrid.x, y: 2 * canvasGrid.y }
  const row = stage?.row ?? 0
  return { x: (row > 0 ? column - 1 : column) * canvasGrid.x, y: row * canvasGrid.y }
}

/** A move to closed lost from each of the given open stages; without a name, which would only crowd the canvas. */
export function losing(codes: readonly string[], to = 'CLOSED_LOST'): MoveSketch[] {
  return codes.map((from) => ({ from, to, name: '', actions: ['LOSS_REVIEW'] }))
}
