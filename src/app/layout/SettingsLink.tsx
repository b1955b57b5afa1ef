import type { ReactNode } from 'react'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './settingsLink.module.css'

interface SettingsLinkProps {
  readonly section: 'fields' | 'categories'
  readonly children: ReactNode
}

/** From a place that uses the company's own data to where it is kept. */
export const SettingsLink = ({ section, children }: SettingsLinkProps) => (
  <Link to={`/settings/${section}`} className={styles.link}>
    {children}
  </Link>
)
