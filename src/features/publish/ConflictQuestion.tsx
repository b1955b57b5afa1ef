import type { Conflict, Side, Sides } from '../../domain/process/merge.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { useText } from '../../text/index.ts'
import styles from './conflict.module.css'
import { placeInWords, sideInWords } from './conflictWords.ts'

interface ConflictQuestionProps {
  readonly conflict: Conflict
  readonly sides: Sides
  readonly reference: ReferenceData
  readonly chosen: Side | null
  /** The person wanted to go on without an answer. */
  readonly missing: boolean
  readonly idOf: (side: Side) => string
  readonly onChoose: (side: Side) => void
}

/** One place, what was there and the two values to choose from. */
export function ConflictQuestion(props: ConflictQuestionProps) {
  const { conflict, sides, reference, chosen, missing, idOf, onChoose } = props
  const t = useText('publish')
  const words = (side: 'base' | Side) => sideInWords(conflict, side, sides, reference)
  return (
    <fieldset className={styles.question} data-missing={missing || undefined}>
      <legend>{placeInWords(conflict, sides)}</legend>
      <p>
        <span>{t('was')}</span> {words('base')}
      </p>
      <div className={styles.sides}>
        {(['mine', 'theirs'] as const).map((side) => (
          <label key={side}>
            <input
              id={idOf(side)}
              type="radio"
              name={conflict.id}
              checked={chosen === side}
              onChange={() => onChoose(side)}
            />
            <span>
              <span className={styles.side}>{t(side)}</span>
              <strong>{words(side)}</strong>
            </span>
          </label>
        ))}
      </div>
      {missing ? <p className={styles.missing}>{t('chooseOne')}</p> : null}
    </fieldset>
  )
}
