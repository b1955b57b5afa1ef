/** What the outbox asks of a backend, said in the backend's own words. */
import type { Backend } from '../data/api/backend.ts'
import { type Failure, isTransient } from '../data/api/failure.ts'
import type { PublishAnswer, PublishingBackend } from '../data/sync/publishingBackend.ts'

/** @param attended whether somebody asked for it just now, who can be asked for a second factor. */
export function publishingBackend(
  backend: Pick<Backend, 'publish' | 'load' | 'restore' | 'archive'>,
  attended: () => boolean,
): PublishingBackend {
  return {
    async publish({ key, document, baseRevision, reason }) {
      const answer = await backend.publish({
        document,
        baseRevision,
        idempotencyKey: key,
        unattended: !attended(),
        ...(reason === '' ? {} : { reason }),
      })
      return answer.ok ? { kind: 'published', document: answer.value.document } : meaningOf(answer.failure)
    },
    async fulfil({ key: idempotencyKey, processId, wish, baseRevision, reason }) {
      const order = {
        processId,
        baseRevision,
        idempotencyKey,
        unattended: !attended(),
        ...(reason === '' ? {} : { reason }),
      }
      if (wish.kind === 'archive') {
        const answer = await backend.archive(order)
        return answer.ok || isGone(answer.failure) ? { kind: 'archived' } : meaningOf(answer.failure)
      }
      const answer = await backend.restore({ ...order, revision: wish.revision })
      return answer.ok ? { kind: 'published', document: answer.value.document } : meaningOf(answer.failure)
    },
    async current(processId) {
      const answer = await backend.load(processId)
      return answer.ok ? answer.value.document : null
    },
  }
}

/** What was wanted is so, whoever did it. */
const isGone = (failure: Failure): boolean => failure.kind === 'problem' && failure.code === 'NOT_FOUND'

function meaningOf(failure: Failure): PublishAnswer {
  if (isTransient(failure)) {
    const retryAfterSeconds = failure.kind === 'problem' ? failure.retryAfterSeconds : null
    return { kind: 'unreachable', retryAfterSeconds }
  }
  if (failure.kind !== 'problem') return { kind: 'refused', why: failure.message }
  // It waits, with the reason, until somebody tries again and enters a code.
  if (failure.code === 'STEP_UP_REQUIRED') return { kind: 'refused', why: failure.message }
  if (failure.status === 401) return { kind: 'sign_in_needed' }
  if (failure.code === 'VERSION_CONFLICT') return { kind: 'stale' }
  if (failure.code === 'REVIEW_REQUIRED') return { kind: 'refused', why: failure.message, needs: 'review' }
  return { kind: 'refused', why: failure.message }
}
