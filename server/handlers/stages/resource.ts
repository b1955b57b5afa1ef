/** A stage as the API says it, and the fields of a body that a stage takes. */
import type { z } from 'zod'
import type { WireProblem } from '../../../src/contract/problems.ts'
import type { StageResource, stageChanges } from '../../../src/contract/stages.ts'
import type { StageChanges } from '../../../src/domain/commands/changes.ts'
import type { CommandContext } from '../../../src/domain/commands/command.ts'
import { type ProcessDocument, stagesInOrder } from '../../../src/domain/process/process.ts'
import type { SalesStage } from '../../../src/domain/process/stage.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import type { Unmasked } from '../../masking/settled.ts'
import type { StoredProcess, WriteOutcome } from '../../services.ts'
import { found } from '../notFound.ts'
import { codeNames } from '../wireBody.ts'
import { head, processHeaders, run } from '../write.ts'

export function stageToResource(stage: SalesStage): StageResource {
  return { ...toWire(stage), is_deleted: false, deleted_at: null }
}

export const stageIn = (stored: StoredProcess | null, id: string): SalesStage =>
  found(stored?.document.stages[id], 'sales stage', id)

/** The stage's own changes, and apart from them where in the order it should stand. */
export function changesOf(body: Unmasked<Partial<z.output<typeof stageChanges>>>): {
  changes: StageChanges
  order: number | null
} {
  const { stageOrder, ...changes } = codeNames(body)
  return { changes, order: stageOrder ?? null }
}

/** Moves one stage to a place in the order (1 = first; beyond the end = last); the others close up. */
export function movedTo(
  document: ProcessDocument,
  id: string,
  order: number,
  context: CommandContext,
): ProcessDocument {
  const stageIds = stagesInOrder(document)
    .map((stage) => stage.id)
    .filter((other) => other !== id)
  stageIds.splice(order - 1, 0, id)
  return run(document, { id: 'reorderStages', payload: { stageIds } }, context)
}

/** The answer to a write of several stages. */
export function stagesAnswer(
  outcome: WriteOutcome,
  ids: ReadonlySet<string> | null,
  warnings: WireProblem[],
) {
  const stored = head(outcome)
  const stages = stagesInOrder(stored.document).filter((stage) => ids === null || ids.has(stage.id))
  return {
    status: 200 as const,
    headers: processHeaders(stored),
    body: {
      process_id: stored.document.process.id,
      revision: outcome.revision,
      count: stages.length,
      results: stages.map(stageToResource),
      warnings,
    },
  }
}
