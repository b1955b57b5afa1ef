/**
 * The one gate through which everything leaves that is answered to somebody: what they may not see is taken out of
 * bodies, ETags and refusals, whatever the endpoint. Nobody pays for it where nothing is hidden from them.
 */

import type { Endpoint } from '../../src/contract/endpoint.ts'
import { maskedETag } from '../../src/contract/etag.ts'
import { ApiError } from '../apiError.ts'
import type { Answer } from '../http/handler.ts'
import { isLasting, lasting } from '../http/respond.ts'
import type { Mask } from './mask.ts'
import { maskJson } from './maskJson.ts'

/** Bodies that are answered again and again, as each policy shows them. */
const kept = new WeakMap<object, { readonly revision: number; readonly body: object }>()

export async function behind(mask: Mask, work: () => Promise<Answer<Endpoint>>): Promise<Answer<Endpoint>> {
  try {
    const answer = await work()
    const { ETag, ...headers } = answer.headers ?? {}
    return {
      ...answer,
      body: bodyBehind(answer.body, mask),
      headers: ETag === undefined ? headers : { ...headers, ETag: maskedETag(ETag, mask.revision) },
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    throw new ApiError(error.code, error.message, maskJson(error.details, mask), error.headers)
  }
}

function bodyBehind<Body>(body: Body, mask: Mask): Body {
  if (typeof body !== 'object' || body === null || !isLasting(body)) return maskJson(body, mask)
  const had = kept.get(body)
  // Two people of one company have the same policy, whatever their roles.
  if (had?.revision === mask.revision) return had.body as Body
  const shown = maskJson(body, mask)
  kept.set(body, { revision: mask.revision, body: lasting(shown) })
  return shown
}
