import type { RouterHistory } from '@tanstack/history'
import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { Router } from '../ui/routing/Router.tsx'
import type { Arrivals } from './arrivals.ts'
import { Splash } from './layout/Splash.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import type { Frame } from './routes.ts'

interface ShownPageProps {
  readonly history: RouterHistory
  readonly arrivals: Arrivals
}

/** The page of the present address in its frames. What was shown stays until the next one can be drawn. */
export function ShownPage({ history, arrivals }: ShownPageProps) {
  const [shown, show] = useState(arrivals.latest)
  useEffect(() => {
    const update = () => startTransition(() => show(arrivals.latest()))
    update()
    return arrivals.onArrival(update)
  }, [arrivals])
  if (!shown) return <Splash />
  const { frames, Page } = shown
  return (
    <Router history={history} place={shown}>
      <PageBoundary place={shown}>
        <Framed frames={frames}>
          <PageBoundary place={shown}>
            <Page />
          </PageBoundary>
        </Framed>
      </PageBoundary>
    </Router>
  )
}

interface FramedProps {
  /** From the outside in. */
  readonly frames: readonly Frame[]
  readonly children: ReactNode
}

function Framed({ frames: [Outer, ...inner], children }: FramedProps) {
  if (!Outer) return children
  return (
    <Outer>
      <Framed frames={inner}>{children}</Framed>
    </Outer>
  )
}
