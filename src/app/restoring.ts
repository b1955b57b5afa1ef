/** Brings an earlier revision back by the outbox: what the network takes away is wanted still, also after a reload. */
import { createPublishRequests } from '../data/api/publishRequests.ts'
import type { WishRow } from '../data/drafts/database.ts'
import type { Ordered } from '../data/sync/publishingBackend.ts'
import { restored } from '../domain/process/restored.ts'
import type { RestoreOrder, Restoring } from '../features/versions/index.ts'
import { say, text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import type { Workspace } from './workspace.ts'

type Asked = Awaited<ReturnType<ReturnType<typeof createPublishRequests>['ask']>>

export function restoringOf(
  workspace: Pick<Workspace, 'want' | 'backend' | 'published'>,
  processId: string,
  onRequest: (number: number) => void,
): Restoring {
  const ordered = ({ revision, ...order }: RestoreOrder): Ordered => ({
    ...order,
    processId,
    wish: { kind: 'restore', revision },
  })
  return {
    async restore(order) {
      const wanted = await workspace.want(ordered(order))
      if (wanted.kind !== 'done') return wanted
      return { kind: 'done', revision: wanted.document?.process.revision ?? null }
    },
    async request(order) {
      const asked = await requestRestore(workspace, ordered(order))
      if (asked.ok) onRequest(asked.value.number)
      return asked.ok ? null : asked.failure.message
    },
  }
}

/** What is parked because nobody may do it alone becomes a request; gives its number, or null, and then it stays. */
export async function requestInstead(
  workspace: Pick<Workspace, 'outbox' | 'backend' | 'published'>,
  row: WishRow,
): Promise<number | null> {
  const asked = await requestRestore(workspace, row)
  if (!asked.ok) {
    announce(text('versions', 'notRequested', { why: say(asked.failure.message) }), { assertive: true })
    return null
  }
  await workspace.outbox.withdraw(row.processId, ({ key }) => key === row.key)
  return asked.value.number
}

async function requestRestore(
  { backend, published }: Pick<Workspace, 'backend' | 'published'>,
  { key: idempotencyKey, processId, wish, baseRevision, reason }: Ordered,
): Promise<Asked> {
  const revision = wish.kind === 'restore' ? wish.revision : baseRevision
  const [version, head] = await Promise.all([backend.version(processId, revision), published(processId)])
  if (!version.ok) return version
  if (!head.ok) return head
  return await createPublishRequests(backend.client).ask(
    {
      document: restored(head.value, version.value.document),
      baseRevision,
      reason: reason === '' ? text('versions', 'requestReason', { revision }) : reason,
      publishAt: null,
      idempotencyKey,
    },
    true,
  )
}
