import type { ReactNode } from 'react'
import styles from './SignIn.module.css'

/** The button that was pressed is gone: what came of it is read where it was. */
const takeFocus = (message: HTMLElement | null) => message?.focus()

export const Told = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.lead} tabIndex={-1} ref={takeFocus}>
    {children}
  </p>
)
