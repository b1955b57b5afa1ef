/** A list of references (fields, categories, actions) with a searchable picker. What is unknown is shown, removable. */
import Close from '@mui/icons-material/Close'
import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId, useState } from 'react'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import panel from '../inspector.module.css'
import type { Binding } from './binding.ts'
import { FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'

export interface PickOption {
  readonly value: string
  readonly label: string
  /** A word on what it is: the field's type, "inactive". */
  readonly note?: string
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
}

export function PickEdit({ binding, label, add, options, unknown, empty }: PickEditProps) {
  const t = useText('inspector')
  const id = useId()
  const { value, problems, readOnly, set } = binding
  const byValue = new Map(options.map((option) => [option.value, option]))
  const left = options.filter((option) => !value.includes(option.value))
  return (
    <FieldFrame field={binding.field} problems={problems}>
      <div className={panel.pick}>
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
                    <ToolButton
                      label={t('remove', { name })}
                      icon={<Close />}
                      size="small"
                      onClick={() => set(value.filter((_, other) => other !== index))}
                    />
                  )}
                </li>
              )
            })}
          </ul>
        ) : empty === undefined ? null : (
          <p className={panel.nothing}>{empty}</p>
        )}
        {readOnly || left.length === 0 ? null : (
          <Picker add={add} options={left} onPick={(key) => set([...value, key])} />
        )}
      </div>
    </FieldFrame>
  )
}

interface PickerProps {
  readonly add: string
  readonly options: readonly PickOption[]
  readonly onPick: (value: string) => void
}

/** Search and choose one; it empties itself for the next. */
export function Picker({ add, options, onPick }: PickerProps) {
  const t = useText('inspector')
  const [text, setText] = useState('')
  return (
    <Autocomplete
      value={null}
      inputValue={text}
      onInputChange={(_, next, reason) => setText(reason === 'input' ? next : '')}
      options={options}
      getOptionKey={(option) => option.value}
      getOptionLabel={(option) => option.label}
      noOptionsText={t('nothingFound')}
      openText={t('showAll')}
      closeText={t('close')}
      autoHighlight
      clearOnBlur
      onChange={(_, option) => {
        if (option) onPick(option.value)
      }}
      renderOption={({ key: _, ...props }, option) => (
        <li key={option.value} {...props}>
          <span className={styles.optionName}>{option.label}</span>
          {option.note ? <span className={styles.optionNote}>{option.note}</span> : null}
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
