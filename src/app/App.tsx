/** The whole app around its routes: theme, services, the announcer's ears, the keys that walk regions. */
import { useEffect, useMemo } from 'react'
import { RouterProvider } from 'react-router/dom'
import { watchTyping } from '../ui/announcer/index.ts'
import { followPreferences, HouseTheme, hidePageBehindOverlays } from '../ui/theme/index.ts'
import { hasSignedOut } from './identity.ts'
import { walkRegionsByKey } from './layout/regions.ts'
import { createAppRouter } from './routes.tsx'
import { type Services, ServicesContext } from './services.ts'

/** What belongs to the page as a whole and needs no component. */
function attend(services: Services): () => void {
  const confirm = () => void services.identity.confirm()
  const stop = [followPreferences(), watchTyping(document), hidePageBehindOverlays(), walkRegionsByKey()]
  // Whoever signs out does so in all tabs; a page without its person begins anew.
  const onStorage = (event: StorageEvent) => {
    if (hasSignedOut(event)) location.reload()
  }
  addEventListener('online', confirm)
  addEventListener('storage', onStorage)
  confirm()
  return () => {
    removeEventListener('online', confirm)
    removeEventListener('storage', onStorage)
    for (const end of stop) end()
  }
}

export function App({ services }: { readonly services: Services }) {
  const router = useMemo(createAppRouter, [])
  useEffect(() => attend(services), [services])
  return (
    <ServicesContext value={services}>
      <HouseTheme>
        <RouterProvider router={router} />
      </HouseTheme>
    </ServicesContext>
  )
}
