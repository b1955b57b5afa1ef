/**
 * Which backend this page talks to: ours, where nothing else is said. What the page says of another one stands in
 * `<meta name="stagecraft-backend">`; its code loads when it is picked.
 */
import type { User } from '../contract/auth.ts'
import type { Capabilities } from '../contract/capabilities.ts'
import type { OpenBackend } from '../data/api/backend.ts'
import { createSession, type Session } from '../data/api/session.ts'
import { rememberUser } from './identity.ts'

const storageKey = 'stagecraft.backend'

const described = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="stagecraft-backend"]')?.content.trim() ?? ''

/**
 * The session that the page begins with. Who is there without signing in here is remembered like somebody who did.
 * @throws Error in one sentence where what the page says of its backend cannot be used.
 */
export async function pageSession(): Promise<Session> {
  if (described() === '') return createSession()
  const { describedSession } = await import('../data/api/backends/session.ts')
  const session = describedSession(described())
  const standing = session.user()
  if (standing) rememberUser(standing, localStorage)
  return session
}

/** A backend that says of itself that it is whole need not be asked again. */
export function noteCapabilities({ atomic_publish }: Capabilities): void {
  if (atomic_publish) localStorage.setItem(storageKey, 'native')
}

/** Null where the backend is ours, at the origin of the page. */
export async function otherBackend(user: User, session: Session): Promise<OpenBackend | null> {
  const remembered = localStorage.getItem(storageKey)
  if (described() === '' && remembered === 'native') return null
  const { pickBackend } = await import('../data/api/backends/pick.ts')
  return await pickBackend({
    described: described(),
    remembered,
    remember: (kind) => localStorage.setItem(storageKey, kind),
    session,
    user,
  })
}
