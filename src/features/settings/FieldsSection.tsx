import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { api } from '../../contract/api.ts'
import { pageSizes } from '../../contract/lists.ts'
import type { opportunityFieldResource } from '../../contract/opportunityFields.ts'
import type { Client } from '../../data/api/client.ts'
import { fieldTypes } from '../../domain/process/field.ts'
import { text, useText } from '../../text/index.ts'
import { SelectField, SwitchField, TextField } from '../../ui/forms/index.ts'
import { FieldUses, type FindFieldUses, WhereUsedButton } from './FieldUses.tsx'
import { RowDialog } from './RowDialog.tsx'
import { type DialogGiven, RowsPanel } from './RowsPanel.tsx'
import type { SectionProps } from './SectionProps.ts'
import styles from './Settings.module.css'
import { useRowForm } from './useRowForm.ts'
import { type RowSource, useRows } from './useRows.ts'

type Field = z.infer<typeof opportunityFieldResource>
const { opportunityFields } = api
const own = opportunityFields.create.body
  .pick({ label: true, key: true, type: true, options: true, is_required: true })
  .required()
type Body = z.infer<typeof own>

const hasOptions = (type: string): boolean => type === 'select' || type === 'multiselect'
const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Options are typed one a line. */
const schema = own
  .omit({ options: true })
  .extend({ options: z.string() })
  .refine(({ type, options }) => !hasOptions(type) || linesOf(options).length > 0, {
    path: ['options'],
    error: () => text('settings', 'optionsMissing'),
  })
type Values = z.infer<typeof schema>

const sourceOf = (client: Client): RowSource<Field, Body> => ({
  name: 'fields',
  list: () => client.call(opportunityFields.list, { query: { page_size: pageSizes.maximum } }),
  create: (body) => client.call(opportunityFields.create, { body }),
  update: (change) => client.call(opportunityFields.update, change),
  remove: (row) => client.call(opportunityFields.delete, row),
})

interface FieldsSectionProps extends SectionProps {
  readonly findUses: FindFieldUses
}

export function FieldsSection({ client, mayChange, findUses }: FieldsSectionProps) {
  const t = useText('settings')
  const uses = useText('fieldUses')
  const rows = useRows(sourceOf(client))
  return (
    <RowsPanel
      title={t('section_fields')}
      lead={t('fieldsLead')}
      caption={(count) => t('fieldsCaption', { count })}
      newLabel={t('newField')}
      empty={{ title: t('noFields'), body: t('noFieldsBody') }}
      mayChange={mayChange}
      rows={rows}
      idOf={(row) => row.id}
      nameOf={(row) => row.label}
      savedName={(body) => body.label}
      textOf={(row) => `${row.label} ${row.key}`}
      columns={[
        { id: 'label', header: t('label'), rowHeader: true, cell: (row) => row.label },
        {
          id: 'key',
          header: t('key'),
          width: 200,
          cell: (row) => <span className={styles.code}>{row.key}</span>,
        },
        { id: 'type', header: t('type'), cell: (row) => t(`fieldType_${row.type}`) },
        { id: 'options', header: t('options'), cell: (row) => row.options.join(', ') },
        { id: 'required', header: t('requiredShort'), cell: (row) => t(row.is_required ? 'yes' : 'no') },
        {
          id: 'uses',
          header: <span className="sr-only">{uses('show')}</span>,
          cell: (row) => <WhereUsedButton name={row.label} fieldKey={row.key} find={findUses} />,
        },
      ]}
      beforeRemoval={(row) => <FieldUses fieldKey={row.key} find={findUses} goes />}
      dialog={(given) => <FieldDialog {...given} />}
    />
  )
}

function FieldDialog({ row, onSave, onClose }: DialogGiven<Field, Body>) {
  const t = useText('settings')
  const { form, field, dialog } = useRowForm<Values>({
    id: 'field',
    fields: ['label', 'key', 'type', 'options'],
    resolver: zodResolver(schema),
    onSave: (values) =>
      onSave({ ...values, options: hasOptions(values.type) ? linesOf(values.options) : [] }),
    values: {
      label: row?.label ?? '',
      key: row?.key ?? '',
      type: row?.type ?? 'text',
      options: row?.options.join('\n') ?? '',
      is_required: row?.is_required ?? false,
    },
  })
  return (
    <RowDialog title={row ? t('edit', { name: row.label }) : t('newField')} onClose={onClose} {...dialog}>
      <TextField {...field('label')} label={t('label')} required autoFocus maxLength={100} />
      <TextField
        {...field('key')}
        label={t('key')}
        required
        help={t('keyHelp')}
        maxLength={100}
        spellCheck={false}
      />
      <SelectField
        {...field('type')}
        label={t('type')}
        options={fieldTypes.map((value) => ({ value, label: t(`fieldType_${value}`) }))}
      />
      {hasOptions(form.watch('type')) ? (
        <TextField {...field('options')} label={t('options')} required help={t('optionsHelp')} rows={4} />
      ) : null}
      <SwitchField
        label={t('required')}
        checked={form.watch('is_required')}
        onChange={(is_required) => form.setValue('is_required', is_required)}
      />
    </RowDialog>
  )
}
