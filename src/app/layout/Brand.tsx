import { useText } from '../../text/entrance.ts'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './layout.module.css'

/** The sign of the house; leads to the library. */
export function Brand({ compact = false }: { readonly compact?: boolean }) {
  const t = useText('app')
  return (
    <Link to="/" className={styles.brand} aria-label={compact ? t('toLibrary') : undefined}>
      <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="24" height="24" />
      {compact ? null : <span>{t('name')}</span>}
    </Link>
  )
}
