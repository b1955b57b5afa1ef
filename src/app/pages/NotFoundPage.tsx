import Button from '@mui/material/Button'
import { useText } from '../../text/entrance.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import { useLocation } from '../../ui/routing/place.ts'
import { Brand } from '../layout/Brand.tsx'
import styles from '../layout/layout.module.css'
import { usePage } from '../usePage.ts'

export function NotFoundPage() {
  const t = useText('app')
  const { pathname } = useLocation()
  usePage(t('title', { page: t('notFoundTitle') }), pathname)
  return (
    <>
      <header className={styles.bar}>
        <Brand />
      </header>
      <main className={styles.centre}>
        <EmptyState
          level={1}
          title={t('notFoundTitle')}
          actions={
            <Button variant="contained" component={Link} to="/">
              {t('goToLibrary')}
            </Button>
          }
        >
          {t('notFoundBody', { path: pathname })}
        </EmptyState>
      </main>
    </>
  )
}
