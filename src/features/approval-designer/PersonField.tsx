import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { use, useRef } from 'react'
import type { Person } from '../../contract/members.ts'
import { useText } from '../../text/index.ts'
import { roleName } from '../../text/roleName.ts'
import { FormField } from '../../ui/forms/FormField.tsx'
import { TextField } from '../../ui/forms/index.ts'
import { useComboboxWords } from '../../ui/forms/useComboboxWords.ts'
import styles from './approvalDesigner.module.css'
import { PeopleContext } from './people.ts'

interface PersonFieldProps {
  readonly id: string
  /** E-mail address. */
  readonly value: string
  readonly error: string | undefined
  readonly readOnly: boolean
  readonly onChange: (email: string) => void
}

const sameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Somebody of the company by name or role, or any e-mail address. Below it stands who that is. */
export function PersonField({ id, value, error, readOnly, onChange }: PersonFieldProps) {
  const t = useText('approvalDesigner')
  const buttons = useComboboxWords()
  const people = use(PeopleContext)
  const place = useRef<HTMLDivElement>(null)
  const wordsOf = (person: Person) =>
    t('personIs', { name: person.display_name, role: roleName(person.role) })
  const chosen = people?.all.find(({ email }) => sameAddress(email, value))
  const help = () => {
    if (chosen) return wordsOf(chosen)
    if (!people) return t('personNobodyKnown')
    if (people.kept) return t('personKept')
    return /\S@\S/.test(value) ? t('personUnknown') : undefined
  }
  const words = { id, label: t('person'), help: help(), error, required: true }
  if (readOnly || !people) {
    const { help: told, ...field } = words
    return (
      <TextField
        {...field}
        {...(told === undefined ? {} : { help: told })}
        type="email"
        value={value}
        readOnly={readOnly}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  }
  return (
    <div ref={place}>
      <FormField {...words}>
        {(control) => (
          <Autocomplete
            {...buttons}
            id={control.id}
            freeSolo
            openOnFocus
            forcePopupIcon
            options={people.all}
            value={chosen ?? value}
            inputValue={value}
            getOptionLabel={(option) => (typeof option === 'string' ? option : option.email)}
            getOptionKey={(option) => (typeof option === 'string' ? option : option.id)}
            filterOptions={(options, { inputValue }) => matching(options, chosen ? '' : inputValue)}
            noOptionsText={t('personNone')}
            onInputChange={(_, next, reason) => {
              if (reason !== 'reset') onChange(next)
            }}
            onChange={(_, option) => {
              if (option !== null) onChange(typeof option === 'string' ? option : option.email)
            }}
            slotProps={{
              popper: { container: () => place.current?.closest('[role="dialog"]') ?? null },
            }}
            renderOption={({ key, ...attributes }, person) => (
              <li key={key} {...attributes}>
                <span className={styles.person}>
                  {person.display_name}
                  <span className={styles.muted}>
                    {roleName(person.role)} · {person.email}
                  </span>
                </span>
              </li>
            )}
            renderInput={(params) => (
              <OutlinedInput
                fullWidth
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

/** Every word of the search stands in the name, the role or the address. */
function matching(people: readonly Person[], search: string): Person[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return people.filter((person) => {
    const all = [person.display_name, roleName(person.role), person.email].join(' ').toLocaleLowerCase()
    return words.every((word) => all.includes(word))
  })
}
