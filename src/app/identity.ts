/**
 * Who uses the app now. On a reload the session in the cookie is taken up silently; without a network the person who
 * signed in last on this device goes on with the drafts of this device, and is confirmed when the network is back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type User, userSchema } from '../contract/auth.ts'
import type { Session } from '../data/api/session.ts'

export type Identity =
  | { readonly kind: 'checking' }
  | { readonly kind: 'nobody'; readonly why: 'not_signed_in' | 'ended' | 'signed_out' }
  /** `confirmed` is false while only this device says so. */
  | { readonly kind: 'known'; readonly user: User; readonly confirmed: boolean }

export interface IdentityKeeper {
  readonly store: StoreApi<Identity>
  /** Takes the session up again; called at start and whenever the network comes back. */
  confirm(): Promise<void>
  signOut(): Promise<void>
}

const storageKey = 'stagecraft.user'

/** Whether another tab of this device forgot who is here. */
export const hasSignedOut = ({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): boolean =>
  key === storageKey && newValue === null

export const rememberUser = (user: User, storage: Storage): void =>
  storage.setItem(storageKey, JSON.stringify(user))

function remembered(storage: Storage): User | null {
  try {
    return userSchema.safeParse(JSON.parse(storage.getItem(storageKey) ?? 'null')).data ?? null
  } catch (error) {
    console.warn('Who signed in last on this device could not be read.', error)
    return null
  }
}

export function keepIdentity(session: Session, storage: Storage): IdentityKeeper {
  const store = createStore<Identity>(() => ({ kind: 'checking' }))
  let leaving = false

  session.subscribe((user) => {
    if (user) {
      rememberUser(user, storage)
      store.setState({ kind: 'known', user, confirmed: true }, true)
      return
    }
    storage.removeItem(storageKey)
    store.setState({ kind: 'nobody', why: leaving ? 'signed_out' : 'ended' }, true)
  })

  return {
    store,
    async confirm() {
      // On a device where nobody signed in there is no session to take up: ask nothing.
      if (remembered(storage) === null) {
        store.setState({ kind: 'nobody', why: 'not_signed_in' }, true)
        return
      }
      const answer = await session.resume()
      if (answer.ok) {
        store.setState({ kind: 'known', user: answer.value, confirmed: true }, true)
        return
      }
      const refused = answer.failure.kind === 'problem' && answer.failure.status === 401
      const last = refused ? null : remembered(storage)
      if (last) {
        store.setState({ kind: 'known', user: last, confirmed: false }, true)
        return
      }
      storage.removeItem(storageKey)
      store.setState({ kind: 'nobody', why: 'ended' }, true)
    },
    async signOut() {
      leaving = true
      try {
        await session.signOut()
        storage.removeItem(storageKey)
        store.setState({ kind: 'nobody', why: 'signed_out' }, true)
      } finally {
        leaving = false
      }
    },
  }
}
