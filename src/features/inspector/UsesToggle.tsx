import { useId, useState } from 'react'
import type { Use } from '../../domain/process/whereUsed.ts'
import styles from './inspector.module.css'
import { Places } from './Places.tsx'

interface UsesToggleProps {
  /** Said with the words where more than one such button stands in a list. */
  readonly name: string
  /** "Also used in 2 places". */
  readonly words: string
  readonly uses: readonly Use[]
}

/** A count that opens into the places themselves. */
export function UsesToggle({ name, words, uses }: UsesToggleProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  if (uses.length === 0) return null
  return (
    <>
      <button
        type="button"
        className={styles.usesToggle}
        aria-label={`${name}: ${words}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {words}
      </button>
      {open ? (
        <div id={id} className={styles.uses}>
          <Places label={`${name}: ${words}`} uses={uses} />
        </div>
      ) : null}
    </>
  )
}
