/** Runs a command in a test and hands on the document; a refusal fails the test with its reason. */
import { expect } from 'vitest'
import type { CommandContext } from '../../src/domain/commands/command.ts'
import {
  type CommandCall,
  type CommandId,
  execute,
  type PayloadOf,
} from '../../src/domain/commands/registry.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { SalesStage } from '../../src/domain/process/stage.ts'
import { aContext } from './builders.ts'

const callOf = <Id extends CommandId>(id: Id, payload: PayloadOf<Id>): CommandCall =>
  ({ id, payload }) as CommandCall

export function having<Id extends CommandId>(
  document: ProcessDocument,
  id: Id,
  payload: PayloadOf<Id>,
  context: CommandContext = aContext(),
): ProcessDocument {
  const result = execute(document, callOf(id, payload), context)
  expect(result.ok ? null : result.reason).toBeNull()
  return result.ok ? result.document : document
}

/** Why the command is refused; null where it is not. */
export function refusal<Id extends CommandId>(
  document: ProcessDocument,
  id: Id,
  payload: PayloadOf<Id>,
): string | null {
  const result = execute(document, callOf(id, payload), aContext())
  return result.ok ? null : result.reason
}

export function labelOf<Id extends CommandId>(
  document: ProcessDocument,
  id: Id,
  payload: PayloadOf<Id>,
): string {
  const result = execute(document, callOf(id, payload), aContext())
  return result.ok ? result.label : `refused: ${result.reason}`
}

/** Names by order. */
export const namesInOrder = (document: ProcessDocument): string[] =>
  Object.values(document.stages)
    .sort((a, b) => a.stageOrder - b.stageOrder)
    .map((stage) => stage.stageName)

/** "Qualification → Proposal", by name, sorted; global ones as "* → Lost". */
export const moves = (document: ProcessDocument): string[] =>
  Object.values(document.transitions)
    .map(({ fromStageId, toStageId }) => {
      const name = (id: string | null) => (id === null ? '*' : (document.stages[id]?.stageName ?? '?'))
      return `${name(fromStageId)} → ${name(toStageId)}`
    })
    .sort()

export function stageNamed(document: ProcessDocument, name: string): SalesStage {
  const stage = Object.values(document.stages).find((one) => one.stageName === name)
  if (!stage) throw new Error(`There is no stage “${name}”, only ${namesInOrder(document).join(', ')}.`)
  return stage
}
