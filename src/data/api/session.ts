/**
 * Who is signed in. The access token lives in this closure and nowhere else; the refresh token is a cookie that no
 * script can read. One refresh at a time, across tabs by a Web Lock, because each refresh spends the cookie.
 */
import { refreshSession, type SignedInBody, signIn, signOut, type User } from '../../contract/auth.ts'
import { type Client, createClient, type Fetch } from './client.ts'
import type { Failure, Result } from './failure.ts'

export interface Session {
  /** The signed-in user; null before `signIn` or `resume` and after `signOut` or the session's end. */
  user(): User | null
  /** For the WebSocket's first message. Null where nobody is signed in. */
  token(): string | null
  /** Failure `SECOND_FACTOR_REQUIRED`: again with the `code`. `INVALID_CODE`: with another one. */
  signIn(email: string, password: string, code?: string): Promise<Result<User>>
  /** Takes the session of the cookie up again (after a reload). Failure `SESSION_ENDED` where there is none. */
  resume(): Promise<Result<User>>
  /** A fresh access token; concurrent callers share one request. */
  refresh(): Promise<{ ok: true; token: string } | { ok: false; failure: Failure }>
  signOut(): Promise<void>
  /** Told of every change of user. Returns how to stop. */
  subscribe(listener: (user: User | null) => void): () => void
}

const refreshLock = 'stagecraft:auth'

async function exclusively<T>(run: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return await run()
  return await navigator.locks.request(refreshLock, run)
}

export function createSession(options: { readonly baseUrl?: string; readonly fetch?: Fetch } = {}): Session {
  const client: Client = createClient(options)
  const listeners = new Set<(user: User | null) => void>()
  let current: SignedInBody | null = null
  let refreshing: Promise<Result<SignedInBody>> | null = null

  const become = (next: SignedInBody | null) => {
    const changed = JSON.stringify(current?.user ?? null) !== JSON.stringify(next?.user ?? null)
    current = next
    if (changed) for (const listener of listeners) listener(next?.user ?? null)
  }

  const renew = async (): Promise<Result<SignedInBody>> => {
    const answer = await exclusively(() => client.call(refreshSession, { body: {} }))
    if (answer.ok) become(answer.value)
    else if (answer.failure.kind === 'problem' && answer.failure.status === 401) become(null)
    return answer
  }
  const renewOnce = (): Promise<Result<SignedInBody>> => {
    refreshing ??= renew().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  return {
    user: () => current?.user ?? null,
    token: () => current?.access_token ?? null,
    async signIn(email, password, code) {
      const answer = await client.call(signIn, {
        body: { email, password, ...(code !== undefined && { code }) },
      })
      if (!answer.ok) return answer
      become(answer.value)
      return { ok: true, value: answer.value.user }
    },
    async resume() {
      const answer = await renewOnce()
      return answer.ok ? { ok: true, value: answer.value.user } : answer
    },
    async refresh() {
      const answer = await renewOnce()
      return answer.ok ? { ok: true, token: answer.value.access_token } : answer
    },
    async signOut() {
      await client.call(signOut, { body: {} })
      become(null)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
