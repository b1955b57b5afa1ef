import styles from './arrow.module.css'

/** The arrowheads, defined once; arrows name them. */
export function ArrowHeads() {
  return (
    <svg className={styles.heads} aria-hidden>
      <title>Arrowheads</title>
      <defs>
        {(['', '-selected'] as const).map((suffix) => (
          <marker
            key={suffix}
            id={`stagecraft-arrow${suffix}`}
            viewBox="0 0 12 12"
            refX="10.5"
            refY="6"
            markerWidth="12"
            markerHeight="12"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M1 1.5L11 6L1 10.5z" fill={`var(--color-edge${suffix === '' ? '' : '-active'})`} />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
