import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { actionResource } from '../../contract/actions.ts'
import { api } from '../../contract/api.ts'
import type { User } from '../../contract/auth.ts'
import { pageSizes } from '../../contract/lists.ts'
import { hiddenFrom } from '../../contract/masking.ts'
import type { Client } from '../../data/api/client.ts'
import { type ActionType, actionTypes } from '../../domain/process/action.ts'
import { parametersOf } from '../../domain/process/actionParameters.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { whyHidden } from '../../editor/hidden.ts'
import { faultsInWords } from '../../editor/parameterWords.ts'
import { language, useText } from '../../text/index.ts'
import { SelectField, SwitchField, TextField } from '../../ui/forms/index.ts'
import { ActionParameters } from './ActionParameters.tsx'
import { ActivePill } from './ActivePill.tsx'
import { RowDialog } from './RowDialog.tsx'
import { type DialogGiven, RowsPanel } from './RowsPanel.tsx'
import type { SectionProps } from './SectionProps.ts'
import styles from './Settings.module.css'
import { useRowForm } from './useRowForm.ts'
import { type RowSource, useRows } from './useRows.ts'

type Action = z.infer<typeof actionResource>
const { actions } = api
const schema = actions.create.body
  .pick({
    action_name: true,
    action_code: true,
    action_type: true,
    execution_order: true,
    is_active: true,
    description: true,
  })
  .required()
type Values = z.infer<typeof schema>
type Body = Values & { readonly parameters: Action['parameters'] }

const sourceOf = (client: Client): RowSource<Action, Body> => ({
  name: 'actions',
  list: () => client.call(actions.list, { query: { page_size: pageSizes.maximum } }),
  create: (body) => client.call(actions.create, { body }),
  update: (change) => client.call(actions.update, change),
  remove: (row) => client.call(actions.delete, row),
})

/** Whoever does not see parameters cannot set any: they make actions of the types that need none. */
const needsNone = (type: ActionType): boolean => parametersOf(type).every(({ required }) => !required)

export function ActionsSection({
  client,
  mayChange,
  user,
}: SectionProps & { readonly user: Pick<User, 'role'> }) {
  const t = useText('settings')
  const words = useText('actions')
  const rows = useRows(sourceOf(client))
  const policy = useQuery({
    queryKey: ['settings', 'masking'],
    enabled: mayChange,
    queryFn: () => client.call(api.masking.readPolicy, {}),
  }).data
  const from = policy?.ok ? hiddenFrom(policy.value, user.role) : {}
  const why = from.hidden?.includes('action.parameters')
    ? t('parametersHidden', {
        why: whyHidden(from),
        types: new Intl.ListFormat(language(), { type: 'disjunction' }).format(
          actionTypes.filter(needsNone).map((type) => words(`type_${type}`)),
        ),
      })
    : null
  return (
    <RowsPanel
      title={t('section_actions')}
      lead={t('actionsLead')}
      caption={(count) => t('actionsCaption', { count })}
      newLabel={t('newAction')}
      empty={{ title: t('noActions'), body: t('noActionsBody') }}
      mayChange={mayChange}
      rows={rows}
      idOf={(row) => row.id}
      nameOf={(row) => row.action_name}
      savedName={(body) => body.action_name}
      columns={[
        { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.action_name },
        {
          id: 'code',
          header: t('code'),
          cell: (row) => <span className={styles.code}>{row.action_code}</span>,
        },
        { id: 'type', header: t('type'), cell: (row) => words(`type_${row.action_type}`) },
        { id: 'order', header: t('order'), align: 'end', cell: (row) => row.execution_order },
        {
          id: 'status',
          header: t('status'),
          cell: ({ is_active }) => <ActivePill active={is_active} />,
        },
      ]}
      dialog={(given) => (
        <ActionDialog
          {...given}
          client={client}
          next={(rows.rows?.length ?? 0) + 1}
          whyNone={given.row ? null : why}
        />
      )}
    />
  )
}

interface ActionDialogProps extends DialogGiven<Action, Body> {
  readonly client: Client
  readonly next: number
  /** Why it can be given no parameters; null where it can. */
  readonly whyNone: string | null
}

function ActionDialog({ row, onSave, onClose, client, next, whyNone }: ActionDialogProps) {
  const t = useText('settings')
  const words = useText('actions')
  const [parameters, setParameters] = useState(row?.parameters ?? {})
  const types = whyNone === null ? actionTypes : actionTypes.filter(needsNone)
  const [type, setType] = useState<ActionType>(row?.action_type ?? types[0] ?? 'send_email')
  // The parameters have to fit the type, by the domain's own schema for it.
  const hidden = isMasked(parameters)
  const faults = (hidden ? [] : faultsInWords(type, parameters)).map(({ name, known, message }) => ({
    field: known ? `action-parameters-${name}` : '',
    message,
  }))
  const { form, field, dialog } = useRowForm<Values>({
    id: 'action',
    fields: ['action_name', 'action_code', 'action_type', 'execution_order', 'description'],
    resolver: zodResolver(schema),
    faultsBeside: faults,
    onSave: (values) => onSave({ ...values, parameters }),
    values: {
      action_name: row?.action_name ?? '',
      action_code: row?.action_code ?? '',
      action_type: type,
      execution_order: row?.execution_order ?? next,
      is_active: row?.is_active ?? true,
      description: row?.description ?? '',
    },
  })
  const typeField = field('action_type')
  return (
    <RowDialog
      title={row ? t('edit', { name: row.action_name }) : t('newAction')}
      size="md"
      onClose={onClose}
      {...dialog}
    >
      <TextField {...field('action_name')} label={t('name')} required autoFocus maxLength={100} />
      <div className={styles.two}>
        <TextField {...field('action_code')} label={t('code')} required help={t('codeHelp')} maxLength={20} />
        <TextField {...field('execution_order', { number: true })} label={t('order')} type="number" />
      </div>
      <SelectField
        {...typeField}
        label={t('type')}
        disabled={hidden}
        options={types.map((value) => ({ value, label: words(`type_${value}`) }))}
        onChange={(event) => {
          // Another type has other parameters: what does not belong to it goes.
          setParameters({})
          setType(actionTypes.find((name) => name === event.target.value) ?? type)
          return typeField.onChange(event)
        }}
      />
      <ActionParameters
        key={type}
        id="action-parameters"
        type={type}
        values={parameters}
        whyNone={whyNone}
        client={client}
        errors={dialog.attempt > 0 ? faults : []}
        onChange={setParameters}
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
