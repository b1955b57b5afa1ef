import { text, useText } from '../../text/index.ts'
import { Bone } from '../../ui/feedback/Bone.tsx'
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
              <div className={styles.bones}>
                <Bone width="60%" height={14} />
                <Bone width="40%" height={11} />
                <Bone width={92} height={20} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
