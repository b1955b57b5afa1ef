import { useMemo } from 'react'
import { createClient } from '../../data/api/client.ts'
import { Join } from '../../features/sign-in/index.ts'
import { useText } from '../../text/entrance.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { useLocation, useNavigate } from '../../ui/routing/place.ts'
import { PlainPage } from '../layout/PlainPage.tsx'
import { useServices } from '../services.ts'
import { usePage } from '../usePage.ts'

/** Where an invitation's link leads. Its token stands behind the #, so that no server on the way writes it down. */
export function JoinPage() {
  const t = useText('app')
  const words = useText('join')
  usePage(t('title', { page: words('pageTitle') }), 'join')
  const { session } = useServices()
  const client = useMemo(() => createClient(), [])
  const token = useLocation().hash.replace(/^#/, '')
  const navigate = useNavigate()
  return (
    <PlainPage>
      {token === '' ? (
        <Notice tone="error" title={words('noLink')} />
      ) : (
        <Join
          client={client}
          session={session}
          token={token}
          onJoined={() => navigate('/', { replace: true })}
        />
      )}
    </PlainPage>
  )
}
