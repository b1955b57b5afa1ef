import type { ReactNode } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './layout.module.css'

/** The frame of places before anybody signed in: who we are, and one thing to do. */
export function PlainPage({ children }: { readonly children: ReactNode }) {
  const t = useText('app')
  return (
    <>
      <header className={styles.plainBar}>
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="24" height="24" />
        <span>{t('name')}</span>
      </header>
      <main id="main" className={styles.centreMain}>
        {children}
      </main>
    </>
  )
}
