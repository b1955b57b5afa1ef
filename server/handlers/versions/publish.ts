import type { WireProblem } from '../../../src/contract/problems.ts'
import type { PublishedVersion, publishVersion } from '../../../src/contract/versions.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Handler } from '../../http/handler.ts'
import { settled } from '../../masking/settled.ts'
import type { WriteOutcome } from '../../services.ts'
import { refuseReopening } from '../reopening.ts'
import { head as headOf, processHeaders, processTag, write } from '../write.ts'
import { documentOf } from './documentOf.ts'
import { publishable } from './publishable.ts'

export const publish: Handler<typeof publishVersion> = async (asked) => {
  const { params, body, actor } = asked
  const document = documentOf(body.document, params.id)
  const head = await asked.services.processes.load(actor, params.id)
  await refuseReopening(asked, head?.document, ({ id }) => document.stages[id])
  let judged = publishable(document)
  return await write(asked, {
    processId: params.id,
    kind: 'publish',
    reason: body.reason,
    decide: (state) => {
      judged = publishable(settled(document, state.current?.document ?? null, actor.mask))
      return judged.decide(state)
    },
    answer: (outcome) => publishedAnswer(outcome, judged.warnings()),
  })
}

export function publishedAnswer(outcome: WriteOutcome, warnings: WireProblem[]) {
  const stored = headOf(outcome)
  const body: PublishedVersion = {
    process_id: stored.document.process.id,
    revision: outcome.revision,
    etag: processTag(outcome.revision),
    changed: outcome.changed,
    document: documentToWire(stored.document),
    warnings,
    migrated_deals: { ...outcome.migrated },
  }
  return { status: 201 as const, body, headers: processHeaders(stored) }
}
