export { firstValue } from '../../../editor/newComparison.ts'
