import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { NavLink } from '../../ui/routing/NavLink.tsx'
import { Queries } from '../Queries.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { Brand } from './Brand.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import styles from './layout.module.css'
import { SkipLink } from './SkipLink.tsx'
import { ThemeToggle } from './ThemeToggle.tsx'
import { UpdateBanner } from './UpdateBanner.tsx'

/** The frame of the places outside a process: library and settings. */
export function MainLayout({ children }: { readonly children: ReactNode }) {
  const t = useText('app')
  return (
    <>
      <SkipLink />
      <header className={styles.bar}>
        <Brand />
        <nav aria-label={t('main')} className={styles.mainNav}>
          <NavLink to="/" end>
            {t('library')}
          </NavLink>
          <NavLink to="/settings">{t('settings')}</NavLink>
        </nav>
        <div className={styles.barEnd}>
          <ThemeToggle />
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
