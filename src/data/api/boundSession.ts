import type { User } from '../../contract/auth.ts'
import type { Session } from './session.ts'

/**
 * The session for as long as it is this person's in this company. Whoever comes after, in this tab or another one, is
 * not spoken for: what still waits to be sent here never reaches another company.
 */
export function boundSession(user: User, session: Session): Session {
  const isAnothers = () => {
    const now = session.user()
    return now !== null && (now.id !== user.id || now.company.id !== user.company.id)
  }
  return {
    ...session,
    token: () => (isAnothers() ? null : session.token()),
    async refresh() {
      if (isAnothers()) return over
      const answer = await session.refresh()
      return isAnothers() ? over : answer
    },
    subscribe: (listener) =>
      session.subscribe((somebody) => {
        if (!isAnothers()) listener(somebody)
      }),
  }
}

const over = {
  ok: false,
  failure: {
    kind: 'problem',
    status: 401,
    code: 'SESSION_ENDED',
    message: 'This session has ended: sign in again.',
    details: {},
    retryAfterSeconds: null,
  },
} as const
