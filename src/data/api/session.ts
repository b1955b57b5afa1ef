/**
 * Who is signed in. The access token lives in this closure and nowhere else; the refresh token is a cookie that no
 * script can read. One refresh at a time, across tabs by a Web Lock, because each refresh spends the cookie.
 */
import { refreshSession, type SignedInBody, signIn, signOut, type User } from '../../contract/auth.ts'
import { type CallResult, type Client, createClient, type Fetch } from './client.ts'
import type { Failure, Result } from './failure.ts'

export interface Session {
  /** The signed-in user; null before `signIn` or `resume` and after `signOut` or the session's end. */
  user(): User | null
  /** For the WebSocket's first message. Null where nobody is signed in. */
  token(): string | null
  /** Failure `SECOND_FACTOR_REQUIRED`: again with the `code`. `INVALID_CODE`: with another one. */
  signIn(email: string, password: string, code?: string): Promise<Result<User>>
  /** Accepts an invitation; failures as of `signIn`, and `INVITATION_OVER`. */
  join(given: JoinOrder): Promise<Result<User>>
  /** Goes on in another company of this person. */
  switchCompany(companyId: string): Promise<Result<User>>
  /** Takes the session of the cookie up again (after a reload). Failure `SESSION_ENDED` where there is none. */
  resume(): Promise<Result<User>>
  /** A fresh access token; concurrent callers share one request. */
  refresh(): Promise<{ ok: true; token: string } | { ok: false; failure: Failure }>
  signOut(): Promise<void>
  /** Told of every change of user. Returns how to stop. */
  subscribe(listener: (user: User | null) => void): () => void
}

export interface JoinOrder {
  /** Of the invitation's link. */
  readonly token: string
  /** For a new account. */
  readonly displayName?: string
  readonly password: string
  readonly code?: string
}

const refreshLock = 'stagecraft:auth'

/** Loaded when somebody joins or changes company: every place pays for what this file loads. */
const invitations = () => import('../../contract/invitations.ts')

async function exclusively<T>(run: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return await run()
  return await navigator.locks.request(refreshLock, run)
}

export function createSession(options: { readonly baseUrl?: string; readonly fetch?: Fetch } = {}): Session {
  const client: Client = createClient({ ...options, getToken: () => current?.access_token ?? null })
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

  const entered = (answer: CallResult<typeof signIn>): Result<User> => {
    if (!answer.ok) return answer
    become(answer.value)
    return { ok: true, value: answer.value.user }
  }

  return {
    user: () => current?.user ?? null,
    token: () => current?.access_token ?? null,
    async signIn(email, password, code) {
      const body = { email, password, ...(code !== undefined && { code }) }
      return entered(await client.call(signIn, { body }))
    },
    async join({ displayName, ...given }) {
      const name = displayName === undefined ? {} : { display_name: displayName }
      const { join } = await invitations()
      return entered(await client.call(join, { body: { ...given, ...name } }))
    },
    async switchCompany(company_id) {
      const { switchCompany } = await invitations()
      const fresh = await renewOnce()
      if (!fresh.ok) return fresh
      // No refresh of another tab comes between: it would bring the company back that is being left.
      return exclusively(async () => entered(await client.call(switchCompany, { body: { company_id } })))
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
