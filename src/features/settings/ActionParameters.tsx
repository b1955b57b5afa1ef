/** The parameters of an action, drawn from the schema of its type: a field for each, the right control for its kind. */
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../../contract/api.ts'
import type { Client } from '../../data/api/client.ts'
import { type ActionType, actionParameterSchemas, type StageAction } from '../../domain/process/action.ts'
import { text, useText } from '../../text/index.ts'
import { type FormError, SelectField, TextField } from '../../ui/forms/index.ts'
import styles from './Settings.module.css'

type Parameters = StageAction['parameters']

interface ActionParametersProps {
  readonly id: string
  readonly type: ActionType
  readonly values: Parameters
  readonly client: Client
  /** `field` is the control's id. */
  readonly errors: readonly FormError[]
  readonly onChange: (values: Parameters) => void
}

const shapeOf = (type: ActionType): Readonly<Record<string, z.ZodType>> => actionParameterSchemas[type].shape
const isNumber = (name: string): boolean => /days|minutes/.test(name)

export function ActionParameters({ id, type, values, client, errors, onChange }: ActionParametersProps) {
  const t = useText('settings')
  const shape = shapeOf(type)
  const needsReference = 'field' in shape || 'workflow_id' in shape
  const reference = useQuery({
    queryKey: ['settings', 'reference'],
    enabled: needsReference,
    queryFn: () => client.call(api.referenceData.read, {}),
  }).data
  const put = (name: string, typed: string) => {
    const { [name]: _, ...rest } = values
    const value = isNumber(name) && typed !== '' ? Number(typed) : typed
    onChange(typed === '' ? rest : { ...rest, [name]: value })
  }
  const choices = (name: string): readonly { value: string; label: string }[] | null => {
    if (!reference?.ok) return null
    const { fields, approval_workflows } = reference.value
    if (name === 'field') return fields.map(({ key, label }) => ({ value: key, label }))
    if (name === 'workflow_id')
      return approval_workflows.map(({ id: value, workflow_name }) => ({ value, label: workflow_name }))
    return null
  }
  return (
    <fieldset className={styles.step}>
      <legend>{t('parameters')}</legend>
      {Object.entries(shape).map(([name, schema]) => {
        const value = values[name]
        const shown = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
        const words = {
          id: `${id}-${name}`,
          label: parameterName(name),
          required: !schema.safeParse(undefined).success,
          error: errors.find(({ field }) => field === `${id}-${name}`)?.message,
        }
        const options = choices(name)
        return options ? (
          <SelectField
            key={name}
            {...words}
            value={shown}
            options={[{ value: '', label: t('choose') }, ...options]}
            onChange={(event) => put(name, event.target.value)}
          />
        ) : (
          <TextField
            key={name}
            {...words}
            value={shown}
            {...(isNumber(name) ? { type: 'number' as const, min: 0 } : {})}
            {...(name === 'body' ? { rows: 4 } : {})}
            onChange={(event) => put(name, event.target.value)}
          />
        )
      })}
    </fieldset>
  )
}

const known = [
  'to',
  'subject',
  'body',
  'message',
  'title',
  'assignee',
  'due_in_days',
  'in_days',
  'duration_minutes',
  'field',
  'value',
  'url',
  'secret_name',
  'workflow_id',
] as const

/** A parameter as people know it. */
export const parameterName = (name: string): string => text('settings', labelOf(name))

/** The catalogue's key of a parameter; the schemas above have no others. */
function labelOf(name: string): `param_${(typeof known)[number]}` {
  const found = known.find((one) => one === name)
  if (!found) throw new Error(`The parameter “${name}” has no label in the catalogue.`)
  return `param_${found}`
}
