export { ErrorSummary, type FormError } from './ErrorSummary.tsx'
export { SelectField, type SelectOption } from './SelectField.tsx'
export { SwitchField } from './SwitchField.tsx'
export { TextField } from './TextField.tsx'
