import Close from '@mui/icons-material/Close'
import { useRef } from 'react'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { SelectField } from '../../ui/forms/index.ts'
import styles from './rules.module.css'

interface FieldPickerProps {
  readonly id: string
  /** Keys of opportunity fields, in order. */
  readonly value: readonly string[]
  readonly fields: ReferenceData['fields']
  readonly onChange: (keys: string[]) => void
}

/** Fields that must be filled before a deal enters: added by a native list, each a chip that can be taken out. */
export function FieldPicker({ id, value, fields, onChange }: FieldPickerProps) {
  const t = useText('wizard')
  const box = useRef<HTMLDivElement>(null)
  const labelOf = (key: string) => (Object.hasOwn(fields, key) ? fields[key]?.label : undefined) || key
  const left = Object.values(fields)
    .filter(({ key }) => !value.includes(key))
    .sort((a, b) => a.label.localeCompare(b.label))
  const add = (key: string) => {
    if (key === '') return
    onChange([...value, key])
    announce(t('fieldAdded', { field: labelOf(key) }))
  }
  const remove = (key: string) => {
    onChange(value.filter((other) => other !== key))
    announce(t('fieldRemoved', { field: labelOf(key) }))
    box.current?.querySelector('select')?.focus()
  }
  return (
    <div ref={box} className={styles.picker}>
      {value.length > 0 ? (
        <ul className={styles.chips} aria-label={t('requiredFields')}>
          {value.map((key) => (
            <li key={key}>
              {labelOf(key)}
              <button
                type="button"
                aria-label={t('removeField', { field: labelOf(key) })}
                onClick={() => remove(key)}
              >
                <Close aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <SelectField
        id={id}
        label={t('addField')}
        hideLabel
        value=""
        options={[
          { value: '', label: t(left.length === 0 ? 'noFieldLeft' : 'addField') },
          ...left.map(({ key, label }) => ({ value: key, label: label || key })),
        ]}
        onChange={(event) => add(event.target.value)}
      />
    </div>
  )
}
