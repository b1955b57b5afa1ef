import type { WireProblem } from '../../../src/contract/problems.ts'
import type { updateStage } from '../../../src/contract/stages.ts'
import { diffProcesses } from '../../../src/domain/process/diff.ts'
import type { SalesStage } from '../../../src/domain/process/stage.ts'
import { toSnakeCase } from '../../../src/domain/process/wire.ts'
import type { Handler } from '../../http/handler.ts'
import { writable } from '../../masking/settled.ts'
import type { Json, WriteOutcome } from '../../services.ts'
import { found } from '../notFound.ts'
import { refuseReopening } from '../reopening.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, head, rowHeaders, run, write } from '../write.ts'
import { ownFields } from './create.ts'
import { changesOf, movedTo, stageIn, stageToResource } from './resource.ts'

export const update: Handler<typeof updateStage> = async (asked) => {
  const { services, actor, params, body } = asked
  const { id } = params
  const { changes, order } = changesOf(writable('stage', ownFields(body), actor))
  if (changes.isClosedWon !== undefined || changes.isClosedLost !== undefined) {
    const holder = await services.processes.holding(actor, 'stages', id)
    const after = (stage: SalesStage) => (stage.id === id ? { ...stage, ...changes } : stage)
    await refuseReopening(asked, holder?.document, after)
  }
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId: (await services.processes.placeOf(actor, 'stages', id)) ?? id,
    kind: 'edit',
    reason: body.reason,
    row: { of: 'stages', id },
    decide: (state) => {
      stageIn(state.current, id)
      const { document } = found(state.current, 'sales stage', id)
      const context = contextOf(asked, state)
      const changed = run(document, { id: 'updateStage', payload: { stageId: id, changes } }, context)
      const next = order === null ? changed : movedTo(changed, id, order, context)
      warnings = refuseWorse(next, state, new Set([id]))
      return next
    },
    answer: (outcome) => {
      const stored = head(outcome)
      return {
        status: 200,
        body: { ...stageToResource(stageIn(stored, id)), warnings, changes: changeSummary(outcome, id) },
        headers: rowHeaders(stored, 'stages', id),
      }
    },
  })
}

const bookkeeping = new Set(['updatedAt', 'updatedByUserId'])

function changeSummary(
  { before, stored }: WriteOutcome,
  id: string,
): { field: string; from: Json; to: Json }[] {
  if (!before || !stored) return []
  const change = diffProcesses(before.document, stored.document).stages.updated[id]
  if (!change) return []
  const old = new Map(Object.entries(change.from))
  return Object.entries(change.to)
    .filter(([field]) => !bookkeeping.has(field))
    .map(([field, to]) => ({ field: toSnakeCase(field), from: json(old.get(field)), to: json(to) }))
}

const json = (value: unknown): Json => (value === undefined ? null : JSON.parse(JSON.stringify(value)))
