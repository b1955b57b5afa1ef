/** What the one signed-in person reaches. Its code (backend, live line, storage) loads after it is known who is here. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { User } from '../contract/auth.ts'
import type { Session } from '../data/api/session.ts'
import type { Access } from './access.ts'
import { otherBackend } from './backend.ts'
import { useHasNetwork } from './network.ts'
import { ownerOf } from './ownerOf.ts'
import type { Workspace } from './workspace.ts'

export interface AccessKeeper {
  /** The same promise for the same person, so that it can be read while rendering. */
  of(user: User): Promise<Access>
  /** Removes what the person has on this device. */
  forget(): Promise<void>
}

export function keepAccess(session: Session): AccessKeeper {
  let owner = ''
  let opened: Promise<Access> | null = null
  return {
    of(user) {
      const key = ownerOf(user)
      if (opened && owner === key) return opened
      const before = opened
      owner = key
      opened = (async () => {
        ;(await before)?.close()
        const [{ openAccess }, other] = await Promise.all([
          import('./access.ts'),
          otherBackend(user, session),
        ])
        return openAccess(user, session, other)
      })()
      return opened
    },
    async forget() {
      const leaving = opened
      owner = ''
      opened = null
      await (await leaving)?.forget()
    },
  }
}

export const AccessContext = createContext<Access | null>(null)

export function useAccess(): Access {
  const access = use(AccessContext)
  if (!access) throw new Error('This page needs a signed-in person.')
  return access
}

/** What is kept on this device; whoever needs it to be drawn waits for it. */
export const useWorkspace = (): Workspace => use(useAccess().workspace())

/** Whether the server answers, as far as is known. */
export function useOnline(): boolean {
  const reachable = useStore(useAccess().reachable)
  return useHasNetwork() && reachable
}
