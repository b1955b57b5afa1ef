/** The one open workspace. Its code (storage, sync, realtime) loads after it is known who is here. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { User } from '../contract/auth.ts'
import type { Session } from '../data/api/session.ts'
import { otherBackend } from './backend.ts'
import { useHasNetwork } from './network.ts'
import type { Workspace } from './workspace.ts'

export interface WorkspaceKeeper {
  /** The same promise for the same person, so that it can be read while rendering. */
  of(user: User): Promise<Workspace>
  /** Removes what the person has on this device. */
  forget(): Promise<void>
}

export function keepWorkspace(session: Session): WorkspaceKeeper {
  let owner = ''
  let opened: Promise<Workspace> | null = null
  return {
    of(user) {
      const key = `${user.company.id}:${user.id}`
      if (opened && owner === key) return opened
      const before = opened
      owner = key
      opened = (async () => {
        ;(await before)?.close()
        const [{ openWorkspace }, other] = await Promise.all([
          import('./workspace.ts'),
          otherBackend(user, session),
        ])
        return openWorkspace(user, session, other)
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

export const WorkspaceContext = createContext<Workspace | null>(null)

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new Error('This page needs a signed-in person.')
  return workspace
}

/** Whether the server answers, as far as is known. */
export function useOnline(): boolean {
  const reachable = useStore(useWorkspace().reachable)
  return useHasNetwork() && reachable
}
