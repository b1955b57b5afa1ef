import { useEffect, useState } from 'react'
import type { Capabilities } from '../../contract/capabilities.ts'
import { SignIn } from '../../features/sign-in/index.ts'
import { useText } from '../../text/entrance.ts'
import { Navigate } from '../../ui/routing/Navigate.tsx'
import { useSearchParams } from '../../ui/routing/useSearchParams.ts'
import { PlainPage } from '../layout/PlainPage.tsx'
import { Splash } from '../layout/Splash.tsx'
import { useIdentity, useServices } from '../services.ts'
import { usePage } from '../usePage.ts'

/** Only addresses of this app are followed after signing in. */
const safeNext = (next: string | null): string =>
  next?.startsWith('/') && !next.startsWith('//') ? next : '/'

export function SignInPage() {
  const t = useText('app')
  const words = useText('signIn')
  usePage(t('title', { page: words('pageTitle') }), 'sign-in')
  const services = useServices()
  const identity = useIdentity()
  const [search] = useSearchParams()
  const [offered, setOffered] = useState<Capabilities | null>(null)
  useEffect(() => {
    void services.offered().then(setOffered)
  }, [services])

  if (identity.kind === 'checking') return <Splash />
  if (identity.kind === 'known') return <Navigate to={safeNext(search.get('next'))} />
  const notice = { ended: words('ended'), signed_out: words('signedOut'), not_signed_in: null }[identity.why]
  return (
    <PlainPage>
      <SignIn
        session={services.session}
        demo={offered?.demo ?? null}
        forgotten={offered?.forgotten_password === true}
        notice={notice}
        onSignedIn={() => undefined}
      />
    </PlainPage>
  )
}
