import styles from './cardFace.module.css'

/** The stage's probability as a ring with the number in it. A value outside 0…100 shows its number and a full ring. */
export function ProbabilityRing({ value }: { readonly value: number }) {
  const filled = Math.min(100, Math.max(0, value))
  return (
    <span className={styles.ring}>
      <svg viewBox="0 0 36 36" width="36" height="36" aria-hidden>
        <circle className={styles.ringTrack} cx="18" cy="18" r="15" pathLength="100" />
        {filled > 0 ? (
          <circle
            className={styles.ringValue}
            cx="18"
            cy="18"
            r="15"
            pathLength="100"
            strokeDasharray={`${filled} 100`}
          />
        ) : null}
      </svg>
      <span className={styles.ringNumber}>{value}</span>
    </span>
  )
}
