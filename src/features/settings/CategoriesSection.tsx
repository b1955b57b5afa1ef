import { zodResolver } from '@hookform/resolvers/zod'
import type { z } from 'zod'
import { api } from '../../contract/api.ts'
import type { categoryResource } from '../../contract/categories.ts'
import { pageSizes } from '../../contract/lists.ts'
import type { Client } from '../../data/api/client.ts'
import { categoryTypes } from '../../domain/process/category.ts'
import { useText } from '../../text/index.ts'
import { SelectField, SwitchField, TextField } from '../../ui/forms/index.ts'
import { ActivePill } from './ActivePill.tsx'
import { RowDialog } from './RowDialog.tsx'
import { type DialogGiven, RowsPanel } from './RowsPanel.tsx'
import type { SectionProps } from './SectionProps.ts'
import styles from './Settings.module.css'
import { useRowForm } from './useRowForm.ts'
import { type RowSource, useRows } from './useRows.ts'

type Category = z.infer<typeof categoryResource>
const { categories } = api
const schema = categories.create.body
  .pick({
    category_name: true,
    category_code: true,
    category_type: true,
    sort_order: true,
    is_active: true,
    description: true,
  })
  .required()
type Values = z.infer<typeof schema>

const sourceOf = (client: Client): RowSource<Category, Values> => ({
  name: 'categories',
  list: () => client.call(categories.list, { query: { page_size: pageSizes.maximum } }),
  create: (body) => client.call(categories.create, { body }),
  update: (change) => client.call(categories.update, change),
  remove: (row) => client.call(categories.delete, row),
})

export function CategoriesSection({ client, mayChange }: SectionProps) {
  const t = useText('settings')
  const rows = useRows(sourceOf(client))
  return (
    <RowsPanel
      title={t('section_categories')}
      lead={t('categoriesLead')}
      caption={(count) => t('categoriesCaption', { count })}
      newLabel={t('newCategory')}
      empty={{ title: t('noCategories'), body: t('noCategoriesBody') }}
      mayChange={mayChange}
      rows={rows}
      idOf={(row) => row.id}
      nameOf={(row) => row.category_name}
      savedName={(body) => body.category_name}
      columns={[
        { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.category_name },
        {
          id: 'code',
          header: t('code'),
          cell: (row) => <span className={styles.code}>{row.category_code}</span>,
        },
        { id: 'type', header: t('type'), cell: (row) => t(`categoryType_${row.category_type}`) },
        { id: 'order', header: t('order'), align: 'end', cell: (row) => row.sort_order },
        {
          id: 'status',
          header: t('status'),
          cell: ({ is_active }) => <ActivePill active={is_active} />,
        },
      ]}
      dialog={(given) => <CategoryDialog {...given} next={(rows.rows?.length ?? 0) + 1} />}
    />
  )
}

function CategoryDialog({
  row,
  onSave,
  onClose,
  next,
}: DialogGiven<Category, Values> & { readonly next: number }) {
  const t = useText('settings')
  const { form, field, dialog } = useRowForm<Values>({
    id: 'category',
    fields: ['category_name', 'category_code', 'category_type', 'sort_order', 'description'],
    resolver: zodResolver(schema),
    onSave,
    values: {
      category_name: row?.category_name ?? '',
      category_code: row?.category_code ?? '',
      category_type: row?.category_type ?? 'prospecting',
      sort_order: row?.sort_order ?? next,
      is_active: row?.is_active ?? true,
      description: row?.description ?? '',
    },
  })
  return (
    <RowDialog
      title={row ? t('edit', { name: row.category_name }) : t('newCategory')}
      onClose={onClose}
      {...dialog}
    >
      <TextField {...field('category_name')} label={t('name')} required autoFocus maxLength={100} />
      <div className={styles.two}>
        <TextField
          {...field('category_code')}
          label={t('code')}
          required
          help={t('codeHelp')}
          maxLength={20}
        />
        <TextField {...field('sort_order', { number: true })} label={t('order')} type="number" />
      </div>
      <SelectField
        {...field('category_type')}
        label={t('type')}
        options={categoryTypes.map((value) => ({ value, label: t(`categoryType_${value}`) }))}
      />
      <TextField {...field('description')} label={t('description')} rows={2} />
      <SwitchField
        label={t('active')}
        help={t('activeHelp')}
        checked={form.watch('is_active')}
        onChange={(is_active) => form.setValue('is_active', is_active)}
      />
    </RowDialog>
  )
}
