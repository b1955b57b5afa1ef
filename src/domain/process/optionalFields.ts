/**
 * Fields that a row may lack: added after processes, files and other backends were there without them. A field that says
 * nothing is left out, so that what does not use it stays as it always was, byte for byte.
 */
import { z } from 'zod'

export const optionalFieldsOf = (schema: z.ZodObject): string[] =>
  Object.entries(schema.shape).flatMap(([key, field]) => (field instanceof z.ZodOptional ? [key] : []))

/** What a row without an optional field means by it: no list, no, nothing. */
export const absentValuesOf = (schema: z.ZodObject): ReadonlyMap<string, unknown> =>
  new Map(
    optionalFieldsOf(schema).map((key) => {
      const says = (value: unknown) => schema.shape[key]?.safeParse(value).success
      return [key, [null, false, []].find(says)]
    }),
  )

const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)

/** The row without optional fields that say nothing; the same row where there is none. */
export function withoutEmpty<Row extends object>(row: Row, optional: readonly string[]): Row {
  const kept = Object.entries(row).filter(([key, value]) => !optional.includes(key) || !saysNothing(value))
  return kept.length === Object.keys(row).length ? row : (Object.fromEntries(kept) as Row)
}
