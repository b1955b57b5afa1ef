/**
 * What a company may show to some roles only. On the wire such a field holds the sentinel instead of its value; in a
 * stage or transition it holds what a new row holds there, and is named in `hidden`. Written back, the sentinel stands
 * for "as it is": whoever cannot see a value cannot change it either (reliability P23).
 */
import { z } from 'zod'

/** Every field that can be hidden, by `thing.wire_name`. One that is not listed here is shown to all readers. */
export const maskableFields = [
  'stage.description',
  'stage.guidance',
  'stage.notes',
  'stage.escalation',
  'transition.actions',
  'action.parameters',
  'approval_step.condition',
  'opportunity.amount',
  'opportunity.owner',
  'opportunity.name',
] as const
export type MaskableField = (typeof maskableFields)[number]

export const maskedSchema = z.strictObject({ $masked: z.literal(true) })
export type Masked = z.infer<typeof maskedSchema>

/** The sentinel. */
export const masked: Readonly<Masked> = Object.freeze({ $masked: true })

/** Exactly the sentinel: an object with another key beside it is somebody's data. */
export function isMasked(value: unknown): value is Masked {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$masked' in value &&
    value.$masked === true &&
    Object.keys(value).length === 1
  )
}

/** A wire field that may hold the sentinel. */
export const maskable = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, maskedSchema])

/** What the reader of a row may not see: names of its fields, in the order of `maskableFields`. */
export const hiddenSchema = z.array(z.string()).min(1).optional()

/** A row of the wire with the sentinel in each field that is hidden. Hidden fields have one name in code and on the wire. */
export const maskFields = <Row extends object>(row: Row, hidden: readonly string[]): Row => ({
  ...row,
  ...Object.fromEntries(hidden.map((name) => [name, masked])),
})

/** The value; where it is hidden, what stands for it. */
export const shownOr = <Value, Neutral>(value: Value, neutral: Neutral): Exclude<Value, Masked> | Neutral =>
  isMasked(value) ? neutral : (value as Exclude<Value, Masked>)

/** Parameters of a company action; none where they are hidden. */
export const shownParameters = <Value>(given: Record<string, Value>): Record<string, Value> =>
  isMasked(given) ? {} : given
