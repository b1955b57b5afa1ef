import { Suspense, useMemo } from 'react'
import { createClient } from '../../data/api/client.ts'
import { NewPassword } from '../../features/sign-in/index.ts'
import { useText } from '../../text/entrance.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { useLocation } from '../../ui/routing/place.ts'
import { PlainPage } from '../layout/PlainPage.tsx'
import { usePage } from '../usePage.ts'

/** Where the link of a forgotten password leads. Its token stands behind the #, so that no server writes it down. */
export function NewPasswordPage() {
  const t = useText('app')
  const words = useText('newPassword')
  usePage(t('title', { page: words('title') }), 'new-password')
  const client = useMemo(() => createClient(), [])
  const token = useLocation().hash.replace(/^#/, '')
  return (
    <PlainPage>
      {token === '' ? (
        <Notice tone="error" title={words('noLink')} />
      ) : (
        <Suspense>
          <NewPassword client={client} token={token} />
        </Suspense>
      )}
    </PlainPage>
  )
}
