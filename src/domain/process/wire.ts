/**
 * The one place where code names (camelCase) meet wire names (snake_case). Only the top-level keys of a row are
 * renamed; nested values are sent as they are, so user-made JSON is never touched.
 */
import { z } from 'zod'

type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Tail>}`
    : `_${Lowercase<Head>}${SnakeCase<Tail>}`
  : S

/** A row as it is on the wire. */
export type Wire<Row> = { [K in keyof Row as K extends string ? SnakeCase<K> : never]: Row[K] }

export const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
export const toCamelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Of fields that rows have: a few hundred names for thousands of rows. */
const wireNames = new Map<string, string>()
function wireName(field: string): string {
  const known = wireNames.get(field)
  if (known !== undefined) return known
  const name = toSnakeCase(field)
  wireNames.set(field, name)
  return name
}

export function toWire<Row extends object>(row: Row): Wire<Row> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [wireName(key), value])) as Wire<Row>
}

/** Renames back. Says nothing about validity: parse the result with the row's schema. */
export function fromWire<Row extends object>(wire: Wire<Row>): Row {
  return Object.fromEntries(Object.entries(wire).map(([key, value]) => [toCamelCase(key), value])) as Row
}

/** A zod shape with its keys as on the wire. */
export type WireShape<Shape extends z.ZodRawShape> = {
  -readonly [K in Extract<keyof Shape, string> as SnakeCase<K>]: Shape[K]
}

/** The wire's schema of a row, derived from the code's: same rules, snake_case keys. */
export function wireSchema<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): z.ZodObject<WireShape<Shape>, z.core.$strict> {
  const shape = Object.fromEntries(
    Object.entries(schema.shape).map(([key, value]) => [toSnakeCase(key), value]),
  )
  return z.strictObject(shape) as z.ZodObject<WireShape<Shape>, z.core.$strict>
}
