export { RuleField } from './RuleField.tsx'
