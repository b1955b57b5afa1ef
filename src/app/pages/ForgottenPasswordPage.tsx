import { Suspense, useMemo } from 'react'
import { createClient } from '../../data/api/client.ts'
import { ForgottenPassword } from '../../features/sign-in/index.ts'
import { useText } from '../../text/entrance.ts'
import { PlainPage } from '../layout/PlainPage.tsx'
import { usePage } from '../usePage.ts'

export function ForgottenPasswordPage() {
  const t = useText('app')
  const words = useText('newPassword')
  usePage(t('title', { page: words('forgottenTitle') }), 'forgotten-password')
  const client = useMemo(() => createClient(), [])
  return (
    <PlainPage>
      <Suspense>
        <ForgottenPassword client={client} />
      </Suspense>
    </PlainPage>
  )
}
