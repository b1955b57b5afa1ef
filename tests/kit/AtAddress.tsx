import { createMemoryHistory, type RouterHistory } from '@tanstack/history'
import { type ReactNode, useEffect, useState } from 'react'
import { Router } from '../../src/ui/routing/Router.tsx'

interface AtAddressProps {
  /** To look where a click led, or to begin elsewhere than at `/`. */
  readonly history?: RouterHistory
  readonly children: ReactNode
}

/** What a test draws, with links that are followed at once and no address bar. */
export function AtAddress({ history: given, children }: AtAddressProps) {
  const [history] = useState(() => given ?? createMemoryHistory())
  const [location, setLocation] = useState(history.location)
  useEffect(() => history.subscribe(({ location }) => setLocation(location)), [history])
  return (
    <Router history={history} place={{ location, params: {} }}>
      {children}
    </Router>
  )
}
