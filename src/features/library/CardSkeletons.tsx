import { text, useText } from '../../text/index.ts'
import { Bone } from '../../ui/feedback/Bone.tsx'
import styles from './Library.module.css'

/** A card on its way. */
export const CardSkeleton = () => (
  <li className={styles.card} aria-hidden>
    <div className={styles.picture} />
    <div className={styles.cardBody}>
      <div className={styles.bones}>
        <Bone width="60%" height={14} />
        <Bone width="40%" height={11} />
        <Bone width={92} height={20} />
      </div>
    </div>
  </li>
)

/** Six cards on their way. */
export function CardSkeletons() {
  const t = useText('library')
  return (
    <div role="status" aria-label={text('ui', 'loading', { what: t('loading') })}>
      <ul className={styles.cards} aria-hidden>
        {[1, 2, 3, 4, 5, 6].map((number) => (
          <CardSkeleton key={number} />
        ))}
      </ul>
    </div>
  )
}
