/** One parameter of an action: what is set here, else what the company set, in the control that its kind asks for. */
import type { Parameter } from '../../../domain/process/actionParameters.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import { parameterHelp } from '../../../editor/parameterWords.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import { SelectField, TextField, ValueField } from '../../../ui/forms/index.ts'
import { readNumber } from '../../../ui/forms/readNumber.ts'
import { useDraft } from '../fields/useDraft.ts'
import styles from './actions.module.css'

interface ParameterEditProps {
  readonly parameter: Parameter
  /** Undefined: as the company set it. */
  readonly own: Logic | undefined
  readonly company: Logic | undefined
  /** All parameters as they take effect: the value of a field depends on which field it is. */
  readonly context: Readonly<Record<string, Logic>>
  /** What is wrong with the value as it takes effect. */
  readonly fault: string | undefined
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
  const words = useText('actions')
  const help = parameterHelp(parameter.name)
  return {
    label: words(`parameter_${parameter.name}`),
    required: parameter.required && company === undefined,
    ...(company === undefined
      ? { help }
      : { placeholder: written(company), help: words('emptyFromCompany') }),
  }
}

function TextParameter(props: ParameterEditProps) {
  const words = useText('actions')
  const { parameter, own, fault, readOnly, onType, onDone } = props
  const { kind, minimum = 0, maximum = 0, maxLength } = parameter
  const draft = useDraft<Logic | undefined>({
    value: own,
    format: written,
    parse: (text) => {
      if (text === '') return { value: undefined }
      if (kind === 'url' && !/^https?:\/\/\S+$/.test(text)) return { reason: words('fault_url') }
      if (kind !== 'integer') return { value: text }
      const number = readNumber(text)
      const fits = Number.isInteger(number) && number >= minimum && number <= maximum
      return fits ? { value: number } : { reason: words('fault_number', { minimum, maximum }) }
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
      error={draft.refusal ?? fault}
      {...(kind === 'long' ? { rows: 2 } : {})}
      {...(kind === 'integer' ? { inputMode: 'numeric' as const } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      onChange={(event) => draft.onText(event.target.value)}
      onBlur={draft.onLeave}
    />
  )
}

function ReferenceParameter(props: ParameterEditProps) {
  const words = useText('actions')
  const { parameter, own, company, fault, readOnly, onType, onDone } = props
  const { label, required } = useWords(props)
  const { fields, approvalWorkflows } = useEditorState(({ reference }) => reference)
  const options =
    parameter.kind === 'field'
      ? Object.values(fields).map(({ key, label: name }) => ({ value: key, label: name || key }))
      : Object.values(approvalWorkflows).map(({ id, workflowName, isActive }) => ({
          value: id,
          label: isActive ? workflowName : words('inactiveName', { name: workflowName }),
        }))
  const nameOf = (value: Logic) => options.find((option) => option.value === value)?.label ?? written(value)
  const unknown = own !== undefined && !options.some((option) => option.value === own)
  return (
    <SelectField
      label={label}
      required={required}
      value={written(own)}
      disabled={readOnly}
      error={fault}
      options={[
        {
          value: '',
          label: company === undefined ? words('choose') : words('fromCompany', { value: nameOf(company) }),
        },
        ...options,
        ...(unknown ? [{ value: written(own), label: words('unknownName', { name: written(own) }) }] : []),
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
  const words = useText('actions')
  const { own, company, context, fault, readOnly, onType, onDone } = props
  const { label, required } = useWords(props)
  const field = useEditorState(({ reference }) =>
    typeof context.field === 'string' ? reference.fields[context.field] : undefined,
  )
  return (
    <div className={styles.fieldValue}>
      <ValueField
        key={field?.key ?? ''}
        label={label}
        kind={field?.type ?? 'text'}
        options={field?.options ?? []}
        required={required}
        value={own ?? company ?? null}
        error={own === undefined ? fault : undefined}
        readOnly={readOnly}
        onChange={(value) => onType(value ?? undefined)}
        onDone={onDone}
      />
      {company !== undefined && own !== undefined && !readOnly ? (
        <LinkButton onClick={() => onType(undefined)}>
          {words('backToCompany', { value: written(company) })}
        </LinkButton>
      ) : null}
    </div>
  )
}
