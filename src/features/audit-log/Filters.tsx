/** Whose, which and from when to when. */
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../contract/api.ts'
import type { Client } from '../../data/api/client.ts'
import { useText } from '../../text/index.ts'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import styles from './audit.module.css'
import { wordsOfType } from './auditWords.ts'
import { type AuditFilter, noFilter } from './filter.ts'

interface FiltersProps {
  readonly client: Client
  readonly filter: AuditFilter
  readonly onChange: (filter: AuditFilter) => void
}

export function Filters({ client, filter, onChange }: FiltersProps) {
  const t = useText('audit')
  const { data } = useQuery({
    queryKey: ['audit', 'filters'],
    queryFn: () => client.call(api.audit.filters, {}),
  })
  const known = data?.ok ? data.value : { people: [], types: [] }
  const set = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part })
  const types = known.types
    .map((value) => ({ value, label: wordsOfType(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <fieldset className={styles.filters}>
      <legend className="sr-only">{t('filters')}</legend>
      <SelectField
        label={t('person')}
        value={filter.person}
        options={[
          { value: '', label: t('anyone') },
          ...known.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => set({ person: event.target.value })}
      />
      <SelectField
        label={t('what')}
        value={filter.type}
        options={[{ value: '', label: t('anything') }, ...types]}
        onChange={(event) => set({ type: event.target.value })}
      />
      <TextField
        label={t('since')}
        type="date"
        value={filter.since}
        max={filter.until}
        onChange={(event) => set({ since: event.target.value })}
      />
      <TextField
        label={t('until')}
        type="date"
        value={filter.until}
        min={filter.since}
        onChange={(event) => set({ until: event.target.value })}
      />
      {Object.values(filter).some(Boolean) ? (
        <Button size="small" onClick={() => onChange(noFilter)}>
          {t('clear')}
        </Button>
      ) : null}
    </fieldset>
  )
}
