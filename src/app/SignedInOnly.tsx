import { type ReactNode, Suspense, use } from 'react'
import type { User } from '../contract/auth.ts'
import { RuleBuilderContext } from '../editor/ruleBuilder.ts'
import { Navigate } from '../ui/routing/Navigate.tsx'
import { useLocation } from '../ui/routing/place.ts'
import { LazyRuleBuilder } from './layout/LazyRuleBuilder.tsx'
import { Splash } from './layout/Splash.tsx'
import { useIdentity, useServices } from './services.ts'
import { WorkspaceContext } from './workspaces.ts'

/** Everything below needs a person. Whoever is not signed in comes back to the same address afterwards. */
export function SignedInOnly({ children }: { readonly children: ReactNode }) {
  const identity = useIdentity()
  const { pathname, search } = useLocation()
  if (identity.kind === 'checking') return <Splash />
  if (identity.kind === 'nobody') {
    const here = `${pathname}${search}`
    const back = here === '/' || identity.why === 'signed_out' ? '' : `?next=${encodeURIComponent(here)}`
    return <Navigate to={`/sign-in${back}`} />
  }
  return (
    <Suspense fallback={<Splash />}>
      <WithWorkspace user={identity.user}>{children}</WithWorkspace>
    </Suspense>
  )
}

function WithWorkspace({ user, children }: { readonly user: User; readonly children: ReactNode }) {
  const workspace = use(useServices().workspaces.of(user))
  return (
    <WorkspaceContext value={workspace}>
      <RuleBuilderContext value={LazyRuleBuilder}>{children}</RuleBuilderContext>
    </WorkspaceContext>
  )
}
