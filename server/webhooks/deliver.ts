/** One delivery, from the queue to the other side: its webhook read afresh, its body signed for this moment. */
import type { CryptoKey } from 'jose'
import { unsealText } from '../auth/sealed.ts'
import type { Database } from '../database/database.ts'
import { maskOfAll } from '../masking/mask.ts'
import { maskJson } from '../masking/maskJson.ts'
import { storedPolicy } from '../masking/policies.ts'
import type { Outcome, Taken } from '../outgoing/queue.ts'
import type { Post } from './post.ts'
import { signedHeaders } from './signature.ts'
import { secretOwner } from './webhooks.ts'

interface Delivering {
  readonly database: Database
  readonly clock: () => Date
  readonly sealing: () => Promise<CryptoKey>
  readonly post: (post: Post) => Promise<Outcome>
}

export async function deliver(
  taken: Taken,
  { database, clock, sealing, post }: Delivering,
): Promise<Outcome> {
  const { companyId, id, webhookId, content } = taken
  const { hook, mask } = await database.company({ companyId }, async (tx) => ({
    hook: await tx
      .selectFrom('webhooks')
      .select(['id', 'url', 'secret'])
      .where('id', '=', webhookId ?? '')
      .executeTakeFirst(),
    mask: maskOfAll(await storedPolicy(tx)),
  }))
  if (!hook) return { delivered: false, final: true, failure: 'The webhook was deleted.' }
  const secret = await unsealText(await sealing(), hook.secret, secretOwner(companyId, hook.id))
  // What the company hides from some of its own does not leave it.
  const body = JSON.stringify(mask ? maskJson(content, mask) : content)
  const at = Math.floor(clock().getTime() / 1_000)
  return post({ url: hook.url, headers: await signedHeaders(secret, { id, at, body }), body })
}
