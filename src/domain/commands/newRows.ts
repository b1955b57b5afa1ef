/** Rows that a command makes: with the process's identity, the actor and the time from the context. */
import type { ProcessDocument } from '../process/process.ts'
import { newStage, type SalesStage, type StageKind } from '../process/stage.ts'
import { newTransition, type StageTransition } from '../process/transition.ts'
import type { CommandContext } from './command.ts'

type Owner = Pick<ProcessDocument, 'process'>

/** A stage of this process. A closed one has its probability, colour and forecast category by kind. */
export function stageOf(
  document: Owner,
  kind: StageKind,
  given: Pick<SalesStage, 'id' | 'stageName'> & Partial<SalesStage>,
  context: CommandContext,
): SalesStage {
  return newStage({
    ...looksOf(kind),
    ...given,
    companyId: document.process.companyId,
    processId: document.process.id,
    createdByUserId: context.actorId || null,
    createdAt: context.now,
  })
}

/** The fields that follow from a stage's kind. */
export function looksOf(
  kind: StageKind,
): Pick<SalesStage, 'isClosedWon' | 'isClosedLost' | 'color'> & { defaultProbability?: number } {
  if (kind === 'won')
    return { isClosedWon: true, isClosedLost: false, color: 'green', defaultProbability: 100 }
  if (kind === 'lost') return { isClosedWon: false, isClosedLost: true, color: 'red', defaultProbability: 0 }
  return { isClosedWon: false, isClosedLost: false, color: 'blue' }
}

/** A manual transition of this process; global where it leaves no stage in particular. */
export function transitionOf(
  document: Owner,
  given: Pick<StageTransition, 'id' | 'fromStageId' | 'toStageId'> & Partial<StageTransition>,
  context: CommandContext,
): StageTransition {
  return newTransition({
    ...given,
    isGlobal: given.fromStageId === null,
    companyId: document.process.companyId,
    processId: document.process.id,
    createdAt: context.now,
  })
}
