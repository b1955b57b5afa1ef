/** Lists and reference data as last seen, one cache for as long as the same person is here. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Access } from './access.ts'
import { useAccess } from './workspaces.ts'

const clients = new WeakMap<Access, QueryClient>()

function clientOf(access: Access): QueryClient {
  const had = clients.get(access)
  if (had) return had
  const made = new QueryClient({
    defaultOptions: { queries: { staleTime: 15_000, retry: false, networkMode: 'always' } },
  })
  clients.set(access, made)
  return made
}

export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={clientOf(useAccess())}>{children}</QueryClientProvider>
}
