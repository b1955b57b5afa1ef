import { text } from '../../text/entrance.ts'
import { Bone } from './Bone.tsx'
import styles from './feedback.module.css'

interface SkeletonRowsProps {
  /** What is being loaded, as in “Loading categories”. */
  readonly what: string
  readonly rows?: number
}

/** The shape of a list that is on its way. */
export function SkeletonRows({ what, rows = 5 }: SkeletonRowsProps) {
  return (
    <div className={styles.rows} role="status" aria-label={text('ui', 'loading', { what })}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never reordered
        <div key={row} className={styles.row} aria-hidden>
          <Bone width={20} height={20} />
          <Bone height={12} width={`${62 - ((row * 17) % 34)}%`} />
        </div>
      ))}
    </div>
  )
}
