import styles from './placeList.module.css'

interface PlaceListProps {
  /** The name of the list. */
  readonly label: string
  readonly places: readonly {
    readonly key: string
    readonly name: string
    /** What the place has to do with it: "Rule “Budget known”". */
    readonly note?: string
    /** Goes there; left out, the place is only named. */
    readonly onGo?: () => void
  }[]
}

/** Places by name, each the way there where there is one. */
export function PlaceList({ label, places }: PlaceListProps) {
  return (
    <ul className={styles.places} aria-label={label}>
      {places.map(({ key, name, note, onGo }) => (
        <li key={key}>
          {onGo ? (
            <button type="button" className={styles.link} onClick={onGo}>
              {name}
            </button>
          ) : (
            <span className={styles.name}>{name}</span>
          )}
          {note ? <span className={styles.note}>{note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
