import type { WireProblem } from '../../../src/contract/problems.ts'
import type { restoreVersion } from '../../../src/contract/versions.ts'
import { restored } from '../../../src/domain/process/restored.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseReopening } from '../reopening.ts'
import { refuseUnsound } from '../soundness.ts'
import { refuseStranding } from '../stranding.ts'
import { write } from '../write.ts'
import { publishedAnswer } from './publish.ts'

/** An earlier revision published again: judged like any publish, for rules, reference data and deals have moved on. */
export const restore: Handler<typeof restoreVersion> = async (asked) => {
  const { services, actor, params, body } = asked
  const { id, revision } = params
  const version = found(
    await services.processes.version(actor, id, revision),
    'revision',
    `${id} ${revision}`,
  )
  const head = await services.processes.load(actor, id)
  await refuseReopening(asked, head?.document, (stage) => version.document.stages[stage.id])
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId: id,
    kind: 'restore',
    reason: body.reason ?? `Restored revision ${revision}`,
    undoes: revision,
    decide: (state) => {
      const current = found(state.current, 'sales process', id).document
      const document = restored(current, version.document, state.moves)
      refuseStranding(current, document, state.usage)
      warnings = [...refuseUnsound(document, state)]
      return document
    },
    answer: (outcome) => publishedAnswer(outcome, warnings),
  })
}
