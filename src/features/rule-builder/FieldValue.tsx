import { fieldKeyOf } from '../../editor/comparisons.ts'
import { useText } from '../../text/index.ts'
import { Select } from './Select.tsx'
import type { ValueEditProps } from './valueEditProps.ts'

/** Another field that the field is compared with. */
export function FieldValue({ label, value, others, readOnly, describedBy, onSet }: ValueEditProps) {
  const t = useText('ruleBuilder')
  const key = fieldKeyOf(value) ?? ''
  const known = others.some((field) => field.key === key)
  return (
    <Select
      label={label}
      value={key}
      readOnly={readOnly}
      describedBy={describedBy}
      options={[
        ...others.map((field) => ({ value: field.key, label: field.label || field.key })),
        ...(known ? [] : [{ value: key, label: key ? t('unknownField', { name: key }) : t('choose') }]),
      ]}
      onChange={(next) => onSet({ var: next })}
    />
  )
}
