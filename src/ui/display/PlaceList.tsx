import { LinkButton } from '../actions/LinkButton.tsx'
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
    /** Its address, where it has one: then it is a link, that also opens in a tab of its own. */
    readonly href?: string
  }[]
}

/** Places by name, each the way there where there is one. */
export function PlaceList({ label, places }: PlaceListProps) {
  return (
    <ul className={styles.places} aria-label={label}>
      {places.map(({ key, name, note, onGo, href }) => (
        <li key={key}>
          {onGo ? (
            <LinkButton href={href} onClick={onGo}>
              {name}
            </LinkButton>
          ) : (
            <span className={styles.name}>{name}</span>
          )}
          {note ? <span className={styles.note}>{note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
