/** What lives as long as the page: the backend, who is signed in, the cache of lists, the state of the network. */
import { QueryClient } from '@tanstack/react-query'
import { createContext, use, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { User } from '../contract/auth.ts'
import { createNativeBackend } from '../data/api/native.ts'
import { type Identity, type IdentityKeeper, keepIdentity } from './identity.ts'
import { keepWorkspace, type WorkspaceKeeper } from './workspaces.ts'

type NativeBackend = ReturnType<typeof createNativeBackend>

export interface Services {
  readonly backend: NativeBackend
  readonly identity: IdentityKeeper
  readonly queries: QueryClient
  readonly workspaces: WorkspaceKeeper
}

export function createServices(): Services {
  const backend = createNativeBackend()
  return {
    backend,
    identity: keepIdentity(backend.session, localStorage),
    workspaces: keepWorkspace(backend),
    queries: new QueryClient({
      defaultOptions: { queries: { staleTime: 15_000, retry: false, networkMode: 'always' } },
    }),
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

function onNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the browser has a network at all. */
export const useHasNetwork = (): boolean => useSyncExternalStore(onNetwork, () => navigator.onLine)
