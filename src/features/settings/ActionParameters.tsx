/** The parameters of an action, drawn from the schema of its type: a field for each, the right control for its kind. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../contract/api.ts'
import type { Client } from '../../data/api/client.ts'
import type { ActionType, StageAction } from '../../domain/process/action.ts'
import { type Parameter, parametersOf } from '../../domain/process/actionParameters.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { parameterHelp } from '../../editor/parameterWords.ts'
import { useText } from '../../text/index.ts'
import { type FormError, HiddenField, SelectField, TextField } from '../../ui/forms/index.ts'
import styles from './Settings.module.css'

type Parameters = StageAction['parameters']

interface ActionParametersProps {
  readonly id: string
  readonly type: ActionType
  readonly values: Parameters
  /** Why none can be set; null where they can. */
  readonly whyNone: string | null
  readonly client: Client
  /** `field` is the control's id. */
  readonly errors: readonly FormError[]
  readonly onChange: (values: Parameters) => void
}

export function ActionParameters({
  id,
  type,
  values,
  whyNone,
  client,
  errors,
  onChange,
}: ActionParametersProps) {
  const t = useText('settings')
  const words = useText('actions')
  const parameters = parametersOf(type)
  const hidden = isMasked(values) || whyNone !== null
  const reference = useQuery({
    queryKey: ['settings', 'reference'],
    enabled: !hidden && parameters.some(({ kind }) => kind === 'field' || kind === 'workflow'),
    queryFn: () => client.call(api.referenceData.read, {}),
  }).data
  const put = ({ name, kind }: Parameter, typed: string) => {
    const { [name]: _, ...rest } = values
    const value = kind === 'integer' ? Number(typed) : typed
    onChange(typed === '' ? rest : { ...rest, [name]: value })
  }
  const choices = (kind: Parameter['kind']): readonly { value: string; label: string }[] | null => {
    if (!reference?.ok) return null
    const { fields, approval_workflows } = reference.value
    if (kind === 'field') return fields.map(({ key, label }) => ({ value: key, label }))
    if (kind === 'workflow')
      return approval_workflows.map(({ id: value, workflow_name }) => ({ value, label: workflow_name }))
    return null
  }
  if (hidden) return <HiddenField label={t('parameters')} {...(whyNone === null ? {} : { why: whyNone })} />
  return (
    <fieldset className={styles.step}>
      <legend>{t('parameters')}</legend>
      {parameters.map((parameter) => {
        const { name, kind, required, minimum, maximum, maxLength } = parameter
        const value = values[name]
        const shown = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
        const control = {
          id: `${id}-${name}`,
          label: words(`parameter_${name}`),
          required,
          help: parameterHelp(name),
          error: errors.find(({ field }) => field === `${id}-${name}`)?.message,
        }
        const options = choices(kind)
        return options ? (
          <SelectField
            key={name}
            {...control}
            value={shown}
            options={[{ value: '', label: t('choose') }, ...options]}
            onChange={(event) => put(parameter, event.target.value)}
          />
        ) : (
          <TextField
            key={name}
            {...control}
            value={shown}
            {...(kind === 'integer' ? { type: 'number' as const, min: minimum ?? 0 } : {})}
            {...(maximum === undefined ? {} : { max: maximum })}
            {...(maxLength === undefined ? {} : { maxLength })}
            {...(kind === 'long' ? { rows: 4 } : {})}
            onChange={(event) => put(parameter, event.target.value)}
          />
        )
      })}
    </fieldset>
  )
}
