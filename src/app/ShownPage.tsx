import type { RouterHistory } from '@tanstack/history'
import { type ReactNode, startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '../text/entrance.ts'
import { Router } from '../ui/routing/Router.tsx'
import type { Arrivals } from './arrivals.ts'
import { Splash } from './layout/Splash.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import type { Frame } from './routes.ts'
import styles from './shownPage.module.css'

interface ShownPageProps {
  readonly history: RouterHistory
  readonly arrivals: Arrivals
}

/** The page of the present address in its frames. What was shown stays until the next one can be drawn. */
export function ShownPage({ history, arrivals }: ShownPageProps) {
  const [shown, show] = useState(arrivals.latest)
  const onItsWay = useSyncExternalStore(arrivals.onChange, arrivals.isOnItsWay)
  useEffect(() => {
    const update = () => startTransition(() => show(arrivals.latest()))
    update()
    return arrivals.onChange(update)
  }, [arrivals])
  if (!shown) return <Splash />
  const { frames, Page } = shown
  return (
    <Router history={history} place={shown}>
      {onItsWay ? <OnItsWay /> : null}
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

/** Seen only where the next page takes its time. */
function OnItsWay() {
  const t = useText('ui')
  return <div className={styles.onItsWay} role="progressbar" aria-label={t('loadingPage')} />
}
