/** A list of references (fields, categories, actions) with a searchable picker. What is unknown is shown, removable. */
import Close from '@mui/icons-material/Close'
import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { useComboboxWords } from '../../../ui/forms/useComboboxWords.ts'
import panel from '../inspector.module.css'
import type { Binding } from './binding.ts'
import { FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'

export interface PickOption {
  readonly value: string
  readonly label: string
  /** A word on what it is: the field's type, "inactive". */
  readonly note?: string
  /** Options of one group stand together in the picker; given in order. */
  readonly group?: string
  /** Said in the picker alone: "in 3 stages". */
  readonly offer?: string
}

interface PickEditProps {
  readonly binding: Binding<string[]>
  readonly label: string
  /** "Add a required field": the name of the picker. */
  readonly add: string
  readonly options: readonly PickOption[]
  /** Said of an entry that is no option. */
  readonly unknown: string
  readonly empty?: string
  /** Below an entry: what else is to be known of it. */
  readonly detail?: (value: string) => ReactNode
  /** Below the picker: where what is missing comes from. */
  readonly footer?: ReactNode
  /** The options are looked at. */
  readonly onOpen?: () => void
}

export function PickEdit(props: PickEditProps) {
  const { binding, label, add, options, unknown, empty, detail, footer, onOpen } = props
  const t = useText('inspector')
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const { value, problems, readOnly, set } = binding
  const byValue = new Map(options.map((option) => [option.value, option]))
  const left = options.filter((option) => !value.includes(option.value))
  const remove = (index: number) => {
    set(value.filter((_, other) => other !== index))
    // The button that had focus is gone: on to the next entry, else to the picker.
    requestAnimationFrame(() => {
      const buttons = root.current?.querySelectorAll<HTMLElement>('[data-remove] button')
      const next = buttons?.[Math.min(index, buttons.length - 1)]
      ;(next ?? root.current?.querySelector('input'))?.focus()
    })
  }
  return (
    <FieldFrame field={binding.field} name={label} problems={problems}>
      <div className={panel.pick} ref={root}>
        <span id={id} className={panel.pickLabel}>
          {label}
        </span>
        {value.length > 0 ? (
          <ul aria-labelledby={id} className={panel.picked}>
            {value.map((key, index) => {
              const option = byValue.get(key)
              const name = option?.label ?? key
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: dirty data may name the same key twice
                <li key={`${key} ${index}`} data-unknown={option ? undefined : true}>
                  <span className={panel.pickedName}>{name}</span>
                  <span className={panel.pickedNote}>{option ? option.note : unknown}</span>
                  {readOnly ? null : (
                    <span data-remove>
                      <ToolButton
                        label={t('remove', { name })}
                        icon={<Close />}
                        size="small"
                        onClick={() => remove(index)}
                      />
                    </span>
                  )}
                  {detail ? <div className={styles.detail}>{detail(key)}</div> : null}
                </li>
              )
            })}
          </ul>
        ) : empty === undefined ? null : (
          <p className={panel.nothing}>{empty}</p>
        )}
        {readOnly || left.length === 0 ? null : (
          <Picker
            add={add}
            options={left}
            onPick={(key) => set([...value, key])}
            {...(onOpen && { onOpen })}
          />
        )}
        {readOnly ? null : footer}
      </div>
    </FieldFrame>
  )
}

interface PickerProps {
  readonly add: string
  readonly options: readonly PickOption[]
  readonly onPick: (value: string) => void
  readonly onOpen?: () => void
}

/** Search and choose one; it empties itself for the next. */
export function Picker({ add, options, onPick, onOpen }: PickerProps) {
  const t = useText('inspector')
  const words = useComboboxWords()
  const [text, setText] = useState('')
  const grouped = options.some(({ group }) => group !== undefined)
  return (
    <Autocomplete
      {...words}
      value={null}
      inputValue={text}
      onInputChange={(_, next, reason) => setText(reason === 'input' ? next : '')}
      options={options}
      getOptionKey={(option) => option.value}
      getOptionLabel={(option) => option.label}
      noOptionsText={t('nothingFound')}
      autoHighlight
      clearOnBlur
      {...(onOpen && { onOpen })}
      onChange={(_, option) => {
        if (option) onPick(option.value)
      }}
      {...(grouped ? { groupBy: ({ group }: PickOption) => group ?? '' } : {})}
      // Groups of a listbox are no list items: readers would find the list broken apart.
      renderGroup={({ key, group, children }) => (
        <div key={key} role="group" aria-label={group}>
          <div className={styles.optionGroup} aria-hidden>
            {group}
          </div>
          {children}
        </div>
      )}
      renderOption={({ key: _, ...props }, { value, label, note, offer }) => (
        <li key={value} {...props}>
          <span className={styles.optionName}>{label}</span>
          {(offer ?? note) ? <span className={styles.optionNote}>{offer ?? note}</span> : null}
        </li>
      )}
      renderInput={(params) => (
        <OutlinedInput
          {...params.slotProps.input}
          fullWidth
          placeholder={add}
          slotProps={{ input: { ...params.slotProps.htmlInput, 'aria-label': add } }}
        />
      )}
    />
  )
}
