/** JsonLogic as the templates write it: fields by standard key, so that a rule on a field that is not there does not compile. */
import type { Logic } from '../process/rule.ts'
import type { StandardFieldKey } from './standardFields.ts'

export const field = (key: StandardFieldKey): Logic => ({ var: key })
export const isFilled = (key: StandardFieldKey): Logic => ({ '!!': [field(key)] })
export const isYes = (key: StandardFieldKey): Logic => ({ '==': [field(key), true] })
export const is = (key: StandardFieldKey, value: Logic): Logic => ({ '==': [field(key), value] })
export const atLeast = (key: StandardFieldKey, value: number): Logic => ({ '>=': [field(key), value] })
export const atMost = (key: StandardFieldKey, value: number): Logic => ({ '<=': [field(key), value] })
export const moreThan = (key: StandardFieldKey, value: number): Logic => ({ '>': [field(key), value] })
export const fromToday = (key: StandardFieldKey): Logic => ({ '>=': [field(key), { relative_date: 0 }] })
export const allOf = (...rules: Logic[]): Logic => ({ and: rules })
