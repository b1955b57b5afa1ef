/**
 * Processes drawn in a line or two, for tables of cases: `draw({ stages: ['new', 'won', 'lost'], moves: ['new > won'] })`.
 * Stages whose id begins with `won` or `lost` are closed; probabilities rise in even steps; `* > lost` is global.
 */
import type { Comment } from '../../src/domain/process/comment.ts'
import {
  newProcess,
  type Policies,
  type ProcessDocument,
  withRows,
} from '../../src/domain/process/process.ts'
import type { Scenario } from '../../src/domain/process/scenario.ts'
import { newStage, type SalesStage } from '../../src/domain/process/stage.ts'
import { newTransition, type StageTransition } from '../../src/domain/process/transition.ts'
import type { Waiver } from '../../src/domain/process/waiver.ts'

export interface Drawing {
  /** Ids in order. */
  readonly stages: readonly string[]
  /** `from > to`; the transition's id is the same text. */
  readonly moves?: readonly string[]
  /** Fields of single stages that differ. */
  readonly stage?: Readonly<Record<string, Partial<SalesStage>>>
  /** Fields of single transitions that differ. */
  readonly move?: Readonly<Record<string, Partial<StageTransition>>>
  readonly policies?: Partial<Policies>
  readonly stageMigrations?: Readonly<Record<string, string>>
  readonly scenarios?: readonly Scenario[]
  readonly waivers?: readonly Waiver[]
  readonly comments?: readonly Comment[]
}

const capital = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1)

export function draw(drawing: Drawing): ProcessDocument {
  const { stages, moves = [], stage = {}, move = {}, scenarios = [], waivers = [], comments = [] } = drawing
  const open = stages.filter((id) => !/^(won|lost)/.test(id))
  const process = newProcess({ id: 'process', processName: 'Drawn' })
  const document: ProcessDocument = {
    ...process,
    process: {
      ...process.process,
      policies: { ...process.process.policies, ...drawing.policies },
      stageMigrations: { ...drawing.stageMigrations },
    },
  }
  return withRows(document, {
    stages: stages.map((id, index) => {
      const isClosedWon = id.startsWith('won')
      const isClosedLost = id.startsWith('lost')
      const share = Math.floor((90 * (open.indexOf(id) + 1)) / open.length)
      return newStage({
        id,
        stageName: capital(id),
        stageCode: id.toUpperCase(),
        description: `Deals in ${id}.`,
        stageOrder: index + 1,
        defaultProbability: isClosedWon ? 100 : isClosedLost ? 0 : share,
        isClosedWon,
        isClosedLost,
        averageDurationDays: isClosedWon || isClosedLost ? null : 7,
        maxDurationDays: isClosedWon || isClosedLost ? null : 14,
        ...stage[id],
      })
    }),
    transitions: moves.map((id) => {
      const [from = '', to = ''] = id.split(' > ')
      const isGlobal = from === '*'
      return newTransition({ id, fromStageId: isGlobal ? null : from, toStageId: to, isGlobal, ...move[id] })
    }),
    scenarios,
    waivers,
    comments,
  })
}

/** Three open stages in a line, won and lost: lints without errors and warnings. Cases change what they are about. */
export function line(
  changes: Omit<Drawing, 'stages' | 'moves'> & {
    readonly add?: readonly string[]
    readonly drop?: readonly string[]
  } = {},
): ProcessDocument {
  const { add = [], drop = [], ...rest } = changes
  const moves = ['new > proposal', 'proposal > closing', 'closing > won', '* > lost', ...add]
  return draw({
    stages: ['new', 'proposal', 'closing', 'won', 'lost'],
    moves: moves.filter((move) => !drop.includes(move)),
    ...rest,
  })
}
