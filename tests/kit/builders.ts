/**
 * Processes in the user's words: `aProcess('Sales').stage('Qualify', 20).stage('Won', { won: true })
 * .connect('Qualify', 'Won').document`. Ids are the names, so that a test can say what it means.
 */
import type { CommandContext } from '../../src/domain/commands/command.ts'
import { lint } from '../../src/domain/lint/lint.ts'
import {
  newProcess,
  type Policies,
  type ProcessDocument,
  withRows,
} from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import type { Scenario } from '../../src/domain/process/scenario.ts'
import { newStage, type SalesStage } from '../../src/domain/process/stage.ts'
import { newTransition, type StageTransition } from '../../src/domain/process/transition.ts'
import { createEditor, type EditorOptions } from '../../src/editor/createEditor.ts'
import type { Editor } from '../../src/editor/editor.ts'

export type StageWords = Partial<SalesStage> & {
  readonly won?: boolean
  readonly lost?: boolean
  readonly at?: readonly [x: number, y: number]
}

export interface ProcessBuilder {
  readonly document: ProcessDocument
  /** The next stage by order, right of the one before. A number is the probability. */
  stage(name: string, words?: number | StageWords, more?: StageWords): ProcessBuilder
  /** A transition with the id `from → to`; a source of null makes it global (`* → to`). */
  connect(from: string | null, to: string, fields?: Partial<StageTransition>): ProcessBuilder
  policies(policies: Partial<Policies>): ProcessBuilder
  scenario(scenario: Scenario): ProcessBuilder
  waive(ruleId: string, targetId: string): ProcessBuilder
  process(fields: Partial<ProcessDocument['process']>): ProcessBuilder
}

export function aProcess(name = 'Enterprise sales'): ProcessBuilder {
  return builder(newProcess({ id: 'process', processName: name, companyId: 'company' }))
}

/** Qualification 20 → Proposal 50 → Negotiation 75 → Won, and from any open stage to Lost. */
export const standard = (): ProcessBuilder =>
  aProcess()
    .stage('Qualification', 20)
    .stage('Proposal', 50)
    .stage('Negotiation', 75)
    .stage('Won', { won: true })
    .stage('Lost', { lost: true })
    .connect('Qualification', 'Proposal')
    .connect('Proposal', 'Negotiation')
    .connect('Negotiation', 'Won')
    .connect(null, 'Lost')

function builder(document: ProcessDocument): ProcessBuilder {
  const { id: processId, companyId } = document.process
  const withProcessFields = (fields: Partial<ProcessDocument['process']>) =>
    builder({ ...document, process: { ...document.process, ...fields } })
  return {
    document,
    stage(name, words = {}, more = {}) {
      const given = typeof words === 'number' ? { defaultProbability: words, ...more } : { ...words, ...more }
      const { won = false, lost = false, at, ...fields } = given
      const count = Object.keys(document.stages).length
      const [x, y] = at ?? [count * 260, 0]
      const stage = newStage({
        id: name,
        stageName: name,
        stageCode: name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_'),
        companyId,
        processId,
        stageOrder: count + 1,
        defaultProbability: won ? 100 : 0,
        isClosedWon: won,
        isClosedLost: lost,
        color: won ? 'green' : lost ? 'red' : 'blue',
        position: { x, y },
        ...fields,
      })
      return builder(withRows(document, { stages: [stage] }))
    },
    connect(from, to, fields = {}) {
      const transition = newTransition({
        id: `${from ?? '*'} → ${to}`,
        fromStageId: from,
        toStageId: to,
        isGlobal: from === null,
        companyId,
        processId,
        ...fields,
      })
      return builder(withRows(document, { transitions: [transition] }))
    },
    policies: (policies) => withProcessFields({ policies: { ...document.process.policies, ...policies } }),
    scenario: (scenario) => builder(withRows(document, { scenarios: [scenario] })),
    waive: (ruleId, targetId) =>
      builder(
        withRows(document, {
          waivers: [
            {
              id: `${ruleId} at ${targetId}`,
              ruleId,
              targetId,
              justification: 'Agreed with the sales director.',
              by: 'ada',
              at: '2026-11-20T08:00:00.000Z',
            },
          ],
        }),
      ),
    process: withProcessFields,
  }
}

/** Ids `new-1`, `new-2`, …; time and actor stand still. */
export function aContext(given: Partial<CommandContext> = {}): CommandContext {
  let count = 0
  return {
    newId: () => `new-${++count}`,
    now: '2026-11-21T09:00:00.000Z',
    actorId: 'ada',
    reference: emptyReferenceData,
    ...given,
  }
}

/** An open editor on a document, with counted ids and a clock that stands still. */
export function anEditor(document: ProcessDocument, options: Partial<EditorOptions> = {}): Editor {
  let count = 0
  return createEditor({
    document,
    base: null,
    reference: emptyReferenceData,
    lint,
    actorId: 'ada',
    newId: () => `made-${++count}`,
    now: () => '2026-11-21T09:00:00.000Z',
    ...options,
  })
}
