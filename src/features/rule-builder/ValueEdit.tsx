/** One value of a condition, edited by the type of its field. A value of another type stays until it is changed. */
import type { Logic } from '../../domain/process/rule.ts'
import { fieldKeyOf, relativeDaysOf } from '../../editor/comparisons.ts'
import { useText } from '../../text/index.ts'
import { DateValue } from './DateValue.tsx'
import { FieldValue } from './FieldValue.tsx'
import { Select } from './Select.tsx'
import { NumberInput, TypedInput } from './TypedInput.tsx'
import type { ValueEditProps } from './valueEditProps.ts'

export function ValueEdit(props: ValueEditProps) {
  const { field, value } = props
  if (field?.type === 'date' || relativeDaysOf(value) !== null) return <DateValue {...props} />
  if (fieldKeyOf(value) !== null) return <FieldValue {...props} />
  switch (field?.type) {
    case 'number':
    case 'currency':
      return <NumberInput {...props} value={typeof value === 'number' ? value : written(value)} />
    case 'boolean':
      return <ChoiceValue {...props} options={[true, false]} />
    case 'select':
    case 'multiselect':
      return <ChoiceValue {...props} options={field.options} />
    default:
      return typeof value === 'number' && !field ? (
        <NumberInput {...props} value={value} />
      ) : (
        <TypedInput {...props} value={written(value)} />
      )
  }
}

export const written = (value: Logic): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)

function ChoiceValue({
  label,
  value,
  readOnly,
  describedBy,
  options,
  onSet,
}: ValueEditProps & { readonly options: readonly (string | boolean)[] }) {
  const t = useText('ruleBuilder')
  const name = (option: Logic) => (option === true ? t('yes') : option === false ? t('no') : written(option))
  const index = options.findIndex((option) => Object.is(option, value))
  return (
    <Select
      label={label}
      value={index < 0 ? 'as-is' : String(index)}
      readOnly={readOnly}
      describedBy={describedBy}
      options={[
        ...options.map((option, at) => ({ value: String(at), label: name(option) })),
        ...(index < 0 ? [{ value: 'as-is', label: name(value) || t('choose') }] : []),
      ]}
      onChange={(chosen) => {
        const option = options[Number(chosen)]
        if (option !== undefined) onSet(option)
      }}
    />
  )
}
