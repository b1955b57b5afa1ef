/** The whole app around its routes: theme, services, the announcer's ears, the keys that walk regions. */
import { createBrowserHistory, createHashHistory } from '@tanstack/history'
import { useEffect, useState } from 'react'
import { watchTyping } from '../ui/announcer/index.ts'
import { followPreferences, HouseTheme, hidePageBehindOverlays } from '../ui/theme/index.ts'
import { createArrivals } from './arrivals.ts'
import { hasSignedOut } from './identity.ts'
import { walkRegionsByKey } from './layout/regions.ts'
import { routes } from './routes.ts'
import { ShownPage } from './ShownPage.tsx'
import { type Services, ServicesContext } from './services.ts'

/** The demo is static files on any host, where only the part after # is ours. */
function begin() {
  const history = import.meta.env.MODE === 'demo' ? createHashHistory() : createBrowserHistory()
  return { history, arrivals: createArrivals(history, routes) }
}

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
  const [journey] = useState(begin)
  useEffect(() => attend(services), [services])
  return (
    <ServicesContext value={services}>
      <HouseTheme>
        <ShownPage {...journey} />
      </HouseTheme>
    </ServicesContext>
  )
}
