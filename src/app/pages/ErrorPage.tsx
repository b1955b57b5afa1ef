import Button from '@mui/material/Button'
import { useEffect } from 'react'
import { useText } from '../../text/entrance.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { useNavigate } from '../../ui/routing/place.ts'
import styles from '../layout/layout.module.css'
import { isMissingPart } from '../missingPart.ts'

/** What happened, what is safe, what to do. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const t = useText('app')
  const navigate = useNavigate()
  const missing = isMissingPart(error)
  const title = t(missing ? 'newVersionTitle' : 'errorTitle')
  useEffect(() => {
    document.title = t('title', { page: title })
    console.error(error)
  }, [error, t, title])
  const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return (
    <div className={styles.centre}>
      <EmptyState
        level={1}
        title={title}
        actions={
          <>
            <Button variant="contained" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
            <Button variant="outlined" onClick={() => navigate('/')}>
              {t('goToLibrary')}
            </Button>
          </>
        }
      >
        {t(missing ? 'newVersionBody' : 'errorBody')}
      </EmptyState>
      <details className={styles.details}>
        <summary>{t('errorDetails')}</summary>
        <code>{details}</code>
      </details>
    </div>
  )
}
