import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useRef } from 'react'
import { useText } from '../../text/index.ts'
import { FormField } from '../../ui/forms/FormField.tsx'
import { useComboboxWords } from '../../ui/forms/useComboboxWords.ts'
import styles from './stageDialogs.module.css'
import type { StagePick } from './stagePick.ts'

interface StageComboboxProps {
  readonly id: string
  readonly label: string
  readonly picks: readonly StagePick[]
  readonly value: StagePick | null
  readonly onChange: (pick: StagePick | null) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

/** Type or walk to a stage. Stages that cannot be chosen say why. The list stands inside the dialog for readers. */
export function StageCombobox(props: StageComboboxProps) {
  const { id, label, picks, value, onChange, error, autoFocus = false } = props
  const t = useText('stageDialogs')
  const words = useComboboxWords()
  const place = useRef<HTMLDivElement>(null)
  const grouped = picks.some((pick) => pick.group !== 'groupOpen')
  return (
    <div ref={place}>
      <FormField id={id} label={label} required error={error}>
        {(control) => (
          <Autocomplete
            {...words}
            id={control.id}
            options={picks}
            value={value}
            onChange={(_, pick) => onChange(pick)}
            autoHighlight
            openOnFocus
            forcePopupIcon
            getOptionLabel={(pick) => pick.name}
            getOptionKey={(pick) => pick.stageId}
            getOptionDisabled={(pick) => !pick.possible}
            isOptionEqualToValue={(one, other) => one.stageId === other.stageId}
            noOptionsText={t('noMatch')}
            {...(grouped ? { groupBy: (pick: StagePick) => t(pick.group) } : {})}
            // Groups of a listbox are no list items: readers would find the list broken apart.
            renderGroup={({ key, group, children }) => (
              <div key={key} role="group" aria-label={group}>
                <div className={styles.groupName} aria-hidden>
                  {group}
                </div>
                {children}
              </div>
            )}
            slotProps={{
              popper: {
                container: () => place.current?.closest('[role="dialog"]') ?? null,
                popperOptions: { strategy: 'fixed' },
              },
            }}
            renderOption={({ key, ...attributes }, pick) => (
              <li key={key} {...attributes}>
                <span className={styles.option}>
                  {pick.name} <span className={styles.note}>{pick.note}</span>
                </span>
              </li>
            )}
            renderInput={(params) => (
              <OutlinedInput
                fullWidth
                autoFocus={autoFocus}
                error={error !== undefined}
                ref={params.slotProps.input.ref}
                className={params.slotProps.input.className}
                endAdornment={params.slotProps.input.endAdornment}
                onMouseDown={params.slotProps.input.onMouseDown}
                slotProps={{ input: { ...params.slotProps.htmlInput, ...control } }}
              />
            )}
          />
        )}
      </FormField>
    </div>
  )
}
