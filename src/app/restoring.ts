/** Brings an earlier revision back by the outbox: what the network takes away is wanted still, also after a reload. */
import { api } from '../contract/api.ts'
import { createPublishRequests } from '../data/api/publishRequests.ts'
import type { Ordered } from '../data/sync/publishingBackend.ts'
import type { RestoreOrder, Restoring } from '../features/versions/index.ts'
import { say, text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import type { Workspace } from './workspace.ts'

/** As far as asking goes. */
type Reach = { readonly backend: Pick<Workspace['backend'], 'client'> }
type Asked = Awaited<ReturnType<ReturnType<typeof createPublishRequests>['ask']>>

export function restoringOf(
  workspace: Reach & Pick<Workspace, 'want'>,
  processId: string,
  given: { readonly needsReview: boolean; readonly onRequest: (number: number) => void },
): Restoring {
  const ordered = ({ revision, ...order }: RestoreOrder): Ordered => ({
    ...order,
    processId,
    wish: { kind: 'restore', revision },
  })
  return {
    needsReview: given.needsReview,
    async restore(order) {
      const wanted = await workspace.want(ordered(order))
      if (wanted.kind !== 'done') return wanted
      return { kind: 'done', revision: wanted.document?.process.revision ?? null }
    },
    async foresee(revision) {
      const asked = await workspace.backend.client.call(api.processes.impact, {
        params: { id: processId },
        body: { restores: revision },
      })
      return asked.ok ? asked.value : null
    },
    async request(order) {
      const asked = await requestRestore(workspace, ordered(order))
      if (asked.ok) given.onRequest(asked.value.number)
      return asked.ok ? null : asked.failure.message
    },
  }
}

/** What is parked because nobody may do it alone becomes a request; gives its number, or null, and then it stays. */
export async function requestInstead(
  workspace: Reach & { readonly outbox: Pick<Workspace['outbox'], 'withdraw'> },
  row: Ordered,
): Promise<number | null> {
  const asked = await requestRestore(workspace, row)
  if (!asked.ok) {
    announce(text('versions', 'notRequested', { why: say(asked.failure.message) }), { assertive: true })
    return null
  }
  await workspace.outbox.withdraw(row.processId, ({ key }) => key === row.key)
  return asked.value.number
}

/** The backend makes the document by itself, for only so do the deals go back that later revisions moved. */
async function requestRestore(
  { backend }: Reach,
  { key: idempotencyKey, processId, wish, baseRevision, reason }: Ordered,
): Promise<Asked> {
  const restores = wish.kind === 'restore' ? wish.revision : baseRevision
  return await createPublishRequests(backend.client).ask(
    {
      processId,
      restores,
      baseRevision,
      reason: reason === '' ? text('versions', 'requestReason', { revision: restores }) : reason,
      publishAt: null,
      idempotencyKey,
    },
    true,
  )
}
