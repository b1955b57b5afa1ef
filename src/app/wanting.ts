/** Asks for something by the outbox, with somebody there who waits for the answer. */
import type { Outbox } from '../data/sync/outbox.ts'
import type { Ordered } from '../data/sync/publishingBackend.ts'
import type { ProcessDocument } from '../domain/process/process.ts'

export type Wanted =
  /** With the document as it is published now; null where there is none any more. */
  | { readonly kind: 'done'; readonly document: ProcessDocument | null }
  /** For the network, or behind what goes out before it; it goes out by itself. */
  | { readonly kind: 'waits' }
  /** Nothing of it is kept: whoever asked reads why, and decides. */
  | { readonly kind: 'refused'; readonly why: string; readonly needsReview: boolean }

export async function want(
  outbox: Pick<Outbox, 'want' | 'wishes' | 'withdraw' | 'onOutcome'>,
  send: () => Promise<void>,
  order: Ordered,
): Promise<Wanted> {
  let document: ProcessDocument | null = null
  const stop = outbox.onOutcome((outcome) => {
    if (outcome.kind === 'fulfilled' && outcome.row.key === order.key) document = outcome.document
  })
  await outbox.want(order)
  await send()
  stop()
  const row = (await outbox.wishes()).find(({ key }) => key === order.key)
  if (!row) return { kind: 'done', document }
  if (row.state !== 'parked') return { kind: 'waits' }
  await outbox.withdraw(order.processId, ({ key }) => key === order.key)
  return { kind: 'refused', why: row.why ?? '', needsReview: row.needs === 'review' }
}
