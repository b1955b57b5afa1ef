import type { ReactNode } from 'react'
import styles from './chips.module.css'

export interface Chip {
  readonly id: string
  readonly label: ReactNode
  /** It holds already, by something else. */
  readonly through?: boolean
}

interface ChipChoiceProps {
  readonly legend: ReactNode
  /** Stands between the legend and the chips. */
  readonly note?: ReactNode
  readonly chips: readonly Chip[]
  readonly value: readonly string[]
  readonly onChange: (value: string[], toggled: string) => void
  /** The legend stands beside the chips where there is room. */
  readonly beside?: boolean
}

/** Any of some, each a checkbox that looks like a chip. */
export function ChipChoice({ legend, note, chips, value, onChange, beside = false }: ChipChoiceProps) {
  return (
    <fieldset className={styles.choice} data-beside={beside || undefined}>
      <legend>{legend}</legend>
      {note ? <p>{note}</p> : null}
      <div>
        {chips.map(({ id, label, through }) => (
          <label key={id} data-through={through || undefined}>
            <input
              type="checkbox"
              checked={value.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...value, id] : value.filter((other) => other !== id), id)
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
