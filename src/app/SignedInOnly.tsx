import { type ReactNode, Suspense, use, useEffect, useState } from 'react'
import type { User } from '../contract/auth.ts'
import { RuleBuilderContext } from '../editor/ruleBuilder.ts'
import { Navigate } from '../ui/routing/Navigate.tsx'
import { useLocation } from '../ui/routing/place.ts'
import { whenIdle } from '../ui/whenIdle.ts'
import { LazyRuleBuilder } from './layout/LazyRuleBuilder.tsx'
import { Splash } from './layout/Splash.tsx'
import { StepUpPart } from './layout/StepUpPart.tsx'
import { useIdentity, useServices } from './services.ts'
import { AccessContext } from './workspaces.ts'

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
      <WithAccess user={identity.user}>{children}</WithAccess>
    </Suspense>
  )
}

function WithAccess({ user, children }: { readonly user: User; readonly children: ReactNode }) {
  const access = use(useServices().access.of(user))
  const [, fail] = useState(null)
  // What waits on this device goes out, wherever one is; without its code no draft is safe here, and that is said.
  useEffect(() => {
    whenIdle()
      .then(access.workspace)
      .catch((error: unknown) =>
        fail(() => {
          throw error
        }),
      )
  }, [access])
  return (
    <AccessContext value={access}>
      <RuleBuilderContext value={LazyRuleBuilder}>{children}</RuleBuilderContext>
      <StepUpPart />
    </AccessContext>
  )
}
