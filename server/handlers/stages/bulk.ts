import type { WireProblem } from '../../../src/contract/problems.ts'
import type { changeStagesInBulk } from '../../../src/contract/stages.ts'
import type { Handler } from '../../http/handler.ts'
import { writable } from '../../masking/settled.ts'
import { found } from '../notFound.ts'
import { refuseReopening } from '../reopening.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, run, write } from '../write.ts'
import { changesOf, movedTo, stageIn, stagesAnswer } from './resource.ts'

export const bulk: Handler<typeof changeStagesInBulk> = async (asked) => {
  const { services, actor, body } = asked
  const wanted = body.changes.map(({ id, ...fields }, index) => ({
    id,
    ...changesOf(writable('stage', fields, { mask: actor.mask, at: `changes.${index}.` })),
  }))
  const first = wanted[0]?.id ?? ''
  const ids = new Set(wanted.map(({ id }) => id))
  const holder = await services.processes.holding(actor, 'stages', first)
  await refuseReopening(asked, holder?.document, (stage) => ({
    ...stage,
    ...wanted.find(({ id }) => id === stage.id)?.changes,
  }))
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId: holder?.document.process.id ?? first,
    kind: 'edit',
    reason: body.reason,
    decide: (state) => {
      for (const id of ids) stageIn(state.current, id)
      const { document } = found(state.current, 'sales stage', first)
      const context = contextOf(asked, state)
      const changes = Object.fromEntries(wanted.map((one) => [one.id, one.changes]))
      let next = run(document, { id: 'updateStages', payload: { changes } }, context)
      const moves = wanted.flatMap(({ id, order }) => (order === null ? [] : [{ id, order }]))
      for (const { id, order } of moves.sort((a, b) => a.order - b.order))
        next = movedTo(next, id, order, context)
      warnings = refuseWorse(next, state, ids)
      return next
    },
    answer: (outcome) => stagesAnswer(outcome, ids, warnings),
  })
}
