/** What lives as long as the page and is needed before anybody signed in. The rest loads with the workspace. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { User } from '../contract/auth.ts'
import { type Capabilities, readCapabilities } from '../contract/capabilities.ts'
import { createClient } from '../data/api/client.ts'
import type { Session } from '../data/api/session.ts'
import { noteCapabilities } from './backend.ts'
import { type Identity, type IdentityKeeper, keepIdentity } from './identity.ts'
import { type Updates, watchUpdates } from './updates.ts'
import { type AccessKeeper, keepAccess } from './workspaces.ts'

export interface Services {
  readonly session: Session
  readonly identity: IdentityKeeper
  readonly access: AccessKeeper
  /** Null where the app is not installed in the browser: in development and in the demo. */
  readonly updates: Updates | null
  /** What the backend says of itself, where it says anything. */
  offered(): Promise<Capabilities | null>
}

export function createServices(session: Session): Services {
  const installed = import.meta.env.PROD && import.meta.env.MODE !== 'demo' && 'serviceWorker' in navigator
  return {
    session,
    identity: keepIdentity(session, localStorage),
    access: keepAccess(session),
    updates: installed ? watchUpdates(navigator.serviceWorker, () => location.reload()) : null,
    async offered() {
      const answer = await createClient().call(readCapabilities, {})
      if (!answer.ok) return null
      noteCapabilities(answer.value)
      return answer.value
    },
  }
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = use(ServicesContext)
  if (!services) throw new Error('This part of the app stands outside <ServicesContext>.')
  return services
}

export const useIdentity = (): Identity => useStore(useServices().identity.store)

/** The person who uses the app. Only below the routes that ask for a sign-in. */
export function useUser(): User {
  const identity = useIdentity()
  if (identity.kind !== 'known') throw new Error('This page needs a signed-in person.')
  return identity.user
}
