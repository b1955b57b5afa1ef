import { lazy, type ReactNode, Suspense } from 'react'
import { useText } from '../../text/index.ts'
import { PartBoundary } from '../../ui/feedback/PartBoundary.tsx'
import { NavLink } from '../../ui/routing/NavLink.tsx'
import { whenIdle } from '../../ui/whenIdle.ts'
import { Queries } from '../Queries.tsx'
import { useAccess } from '../workspaces.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Brand } from './Brand.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import styles from './layout.module.css'
import { SkipLink } from './SkipLink.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import { UpdateBanner } from './UpdateBanner.tsx'

const ReviewsWaiting = lazy(async () => {
  await whenIdle()
  return { default: (await import('./ReviewsWaiting.tsx')).AllReviewsWaiting }
})

/** The frame of the places outside a process: library, requests and settings. */
export function MainLayout({ children }: { readonly children: ReactNode }) {
  const t = useText('app')
  const { limits } = useAccess().backend
  return (
    <>
      <SkipLink />
      <header className={styles.bar}>
        <Brand />
        <nav aria-label={t('main')} className={styles.mainNav}>
          <NavLink to="/" end>
            {t('library')}
          </NavLink>
          {limits ? null : (
            <NavLink to="/requests">
              {t('requests')}
              <PartBoundary onBroken={console.warn}>
                <Suspense>
                  <Queries>
                    <ReviewsWaiting />
                  </Queries>
                </Suspense>
              </PartBoundary>
            </NavLink>
          )}
          <NavLink to="/settings">{t('settings')}</NavLink>
        </nav>
        <div className={styles.barEnd}>
          <span className={styles.theme}>
            <ThemeToggle />
          </span>
          <AccountMenu />
        </div>
      </header>
      <ConnectionBanner />
      <UpdateBanner />
      <main id="main" tabIndex={-1} className={styles.page}>
        <Queries>{children}</Queries>
      </main>
    </>
  )
}
