/** Lists and reference data as last seen, one cache for as long as a workspace lasts. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Workspace } from './workspace.ts'
import { useWorkspace } from './workspaces.ts'

const clients = new WeakMap<Workspace, QueryClient>()

function clientOf(workspace: Workspace): QueryClient {
  const had = clients.get(workspace)
  if (had) return had
  const made = new QueryClient({
    defaultOptions: { queries: { staleTime: 15_000, retry: false, networkMode: 'always' } },
  })
  clients.set(workspace, made)
  return made
}

export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={clientOf(useWorkspace())}>{children}</QueryClientProvider>
}
