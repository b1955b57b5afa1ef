import Skeleton from '@mui/material/Skeleton'
import { text, useText } from '../../text/index.ts'
import styles from './Library.module.css'

/** Six cards on their way. */
export function CardSkeletons() {
  const t = useText('library')
  return (
    <div role="status" aria-label={text('ui', 'loading', { what: t('loading') })}>
      <ul className={styles.cards} aria-hidden>
        {[1, 2, 3, 4, 5, 6].map((number) => (
          <li key={number} className={styles.card}>
            <div className={styles.picture} />
            <div className={styles.cardBody}>
              <Skeleton variant="rounded" width="60%" height={14} sx={{ my: '5px' }} />
              <Skeleton variant="rounded" width="40%" height={11} sx={{ mb: 1.5 }} />
              <Skeleton variant="rounded" width={92} height={20} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
