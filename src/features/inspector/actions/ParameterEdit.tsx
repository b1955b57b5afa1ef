import type { Logic } from '../../../domain/process/rule.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { SelectField, TextField } from '../../../ui/forms/index.ts'
import { readNumber } from '../../../ui/forms/readNumber.ts'
import { useDraft } from '../fields/useDraft.ts'
import styles from '../inspector.module.css'
import { firstValue } from '../rules/firstValue.ts'
import { ValueEdit } from '../rules/ValueEdit.tsx'
import type { Parameter } from '../../../domain/process/actionParameters.ts'

interface ParameterEditProps {
  readonly parameter: Parameter
  /** Undefined: as the company set it. */
  readonly own: Logic | undefined
  readonly company: Logic | undefined
  /** All parameters as they take effect: the value of a field depends on which field it is. */
  readonly context: Readonly<Record<string, Logic>>
  readonly readOnly: boolean
  readonly onType: (value: Logic | undefined) => void
  readonly onDone: () => void
}

export function ParameterEdit(props: ParameterEditProps) {
  switch (props.parameter.kind) {
    case 'field':
    case 'workflow':
      return <ReferenceParameter {...props} />
    case 'any':
      return <FieldValueParameter {...props} />
    default:
      return <TextParameter {...props} />
  }
}

const written = (value: Logic | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

function useWords({ parameter, company }: ParameterEditProps) {
  const t = useText('inspector')
  const key = `parameter_${parameter.name}` as const
  return {
    label: isKnown(key) ? t(key) : parameter.name.replaceAll('_', ' '),
    required: parameter.required && company === undefined,
    ...(company === undefined
      ? {}
      : { placeholder: written(company), help: t('fromCompany', { value: written(company) }) }),
  }
}

const knownNames = [
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
const isKnown = (key: string): key is `parameter_${(typeof knownNames)[number]}` =>
  knownNames.some((name) => key === `parameter_${name}`)

function TextParameter(props: ParameterEditProps) {
  const t = useText('inspector')
  const { parameter, own, readOnly, onType, onDone } = props
  const { kind, minimum, maximum, maxLength } = parameter
  const draft = useDraft<Logic | undefined>({
    value: own,
    format: written,
    parse: (text) => {
      if (text === '') return { value: undefined }
      if (kind === 'url')
        return /^https?:\/\/\S+$/.test(text) ? { value: text } : { reason: t('notAnAddress') }
      if (kind !== 'integer') return { value: text }
      const number = readNumber(text)
      if (!Number.isInteger(number)) return { reason: t('notAWholeNumber') }
      if (minimum !== undefined && number < minimum) return { reason: t('tooSmall', { min: minimum }) }
      if (maximum !== undefined && number > maximum) return { reason: t('tooLarge', { max: maximum }) }
      return { value: number }
    },
    commit: (value) => {
      onType(value)
      return null
    },
    done: onDone,
  })
  return (
    <TextField
      {...useWords(props)}
      value={draft.text}
      readOnly={readOnly}
      error={draft.refusal ?? undefined}
      {...(kind === 'long' ? { rows: 2 } : {})}
      {...(kind === 'integer' ? { inputMode: 'numeric' as const } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      onChange={(event) => draft.onText(event.target.value)}
      onBlur={draft.onLeave}
    />
  )
}

function ReferenceParameter(props: ParameterEditProps) {
  const t = useText('inspector')
  const { parameter, own, company, readOnly, onType, onDone } = props
  const { label, required } = useWords(props)
  const options = useEditorState(({ reference }) =>
    parameter.kind === 'field'
      ? Object.values(reference.fields).map(({ key, label: name }) => `${key}\n${name || key}`)
      : Object.values(reference.approvalWorkflows).map(({ id, workflowName }) => `${id}\n${workflowName}`),
  ).map((line) => {
    const [value = '', name = ''] = line.split('\n')
    return { value, label: name }
  })
  const nameOf = (value: Logic) => options.find((option) => option.value === value)?.label ?? written(value)
  const unknown = own !== undefined && !options.some((option) => option.value === own)
  return (
    <SelectField
      label={label}
      required={required}
      value={written(own)}
      disabled={readOnly}
      options={[
        {
          value: '',
          label: company === undefined ? t('choose') : t('fromCompany', { value: nameOf(company) }),
        },
        ...options,
        ...(unknown ? [{ value: written(own), label: t('unknownName', { name: written(own) }) }] : []),
      ]}
      onChange={(event) => {
        onType(event.target.value === '' ? undefined : event.target.value)
        onDone()
      }}
    />
  )
}

/** A value for the field that is set, typed as the field is. */
function FieldValueParameter(props: ParameterEditProps) {
  const t = useText('inspector')
  const { own, company, context, readOnly, onType, onDone } = props
  const { label } = useWords(props)
  const field = useEditorState(({ reference }) =>
    typeof context.field === 'string' ? reference.fields[context.field] : undefined,
  )
  return (
    <div className={styles.pick}>
      <span className={styles.pickLabel}>{label}</span>
      <ValueEdit
        label={label}
        field={field}
        value={own ?? company ?? firstValue(field)}
        readOnly={readOnly}
        onType={onType}
        onDone={onDone}
      />
      {company !== undefined && own !== undefined && !readOnly ? (
        <button type="button" className={styles.link} onClick={() => onType(undefined)}>
          {t('backToCompany', { value: written(company) })}
        </button>
      ) : null}
    </div>
  )
}
