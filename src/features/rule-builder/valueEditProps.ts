import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'

/** What every way of editing one value of a condition is given. */
export interface ValueEditProps {
  readonly label: string
  /** The field on the other side; undefined where it is unknown. */
  readonly field: OpportunityField | undefined
  /** Fields that it could be compared with. */
  readonly others: readonly OpportunityField[]
  readonly value: Logic
  readonly readOnly: boolean
  readonly describedBy?: string | undefined
  readonly onSet: (value: Logic) => void
  readonly onType: (value: Logic) => void
  readonly onDone: () => void
}
