/** Random values of a JSON Schema as `openapi.json` publishes them: what a stranger's client would send. */
import fc from 'fast-check'
import { z } from 'zod'

type Json = z.infer<ReturnType<typeof z.json>>
type Schema = { readonly [key: string]: Json }

const object = z.record(z.string(), z.json())
const asSchema = (value: Json | undefined): Schema => object.catch({}).parse(value)
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])
const number = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

/** @param components the document's `components.schemas`. @param ids what to send where an id is asked for. */
export function valuesOf(
  schema: Schema,
  components: Schema,
  ids: readonly string[],
  name = '',
  depth = 0,
): fc.Arbitrary<Json> {
  const inner = (one: Json | undefined, named = name) =>
    valuesOf(asSchema(one), components, ids, named, depth + 1)
  if (typeof schema.$ref === 'string') {
    const target = asSchema(components[schema.$ref.split('/').at(-1) ?? ''])
    return depth > 12 ? fc.constant(null) : valuesOf(target, components, ids, name, depth + 1)
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const choices = [...list(schema.anyOf), ...list(schema.oneOf)]
  if (choices.length > 0)
    return fc.oneof(
      // What stands for something hidden is refused where nothing is: most of the time it would be all that is tried.
      ...choices.map((one) => ({
        weight: asSchema(one).$ref === '#/components/schemas/Masked' ? 1 : 9,
        arbitrary: inner(one),
      })),
    )
  if (Array.isArray(schema.allOf)) return inner(Object.assign({}, ...schema.allOf.map(asSchema)))
  switch (schema.type) {
    case 'string':
      return textsOf(schema, ids, name)
    case 'integer':
      return fc.integer({
        min: Math.max(number(schema.minimum, -10), -1e9),
        max: Math.min(number(schema.maximum, 1_000), 1e9),
      })
    case 'number':
      return fc.double({
        min: number(schema.minimum, -1e6),
        max: number(schema.maximum, 1e6),
        noNaN: true,
        noDefaultInfinity: true,
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const least = number(schema.minItems, 0)
      return fc.array(inner(schema.items), {
        minLength: least,
        maxLength: Math.min(number(schema.maxItems, 3), least + 3),
      })
    }
    case 'object': {
      const properties = asSchema(schema.properties)
      const made: Record<string, fc.Arbitrary<Json>> = Object.fromEntries(
        Object.entries(properties).map(([key, one]) => [key, inner(one, key)]),
      )
      const required = list(schema.required).filter((key) => typeof key === 'string')
      const needed = (key: string) => required.includes(key)
      const sparse = Object.fromEntries(Object.entries(made).filter(([key]) => needed(key)))
      const others = Object.entries(made).filter(([key]) => !needed(key))
      return fc.oneof(
        fc.record(made, { requiredKeys: required }),
        // Each field may be refused for what it means: few at a time get through.
        fc
          .subarray(others, { maxLength: Math.min(2, others.length) })
          .chain((some) => fc.record({ ...sparse, ...Object.fromEntries(some) })),
      )
    }
    default:
      return fc.jsonValue({ maxDepth: 2 }).map((value) => z.json().parse(JSON.parse(JSON.stringify(value))))
  }
}

function textsOf(schema: Schema, ids: readonly string[], name: string): fc.Arbitrary<Json> {
  if (/(^|_)id$/.test(name) && ids.length > 0) return fc.constantFrom(...ids)
  if (name === 'url') return fc.constantFrom('https://hooks.example/', 'http://10.0.0.1/', 'nowhere')
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
  const length = { min: number(schema.minLength, 0), max: Math.min(number(schema.maxLength, 60), 60) }
  if (typeof schema.pattern === 'string')
    return fc
      .stringMatching(new RegExp(schema.pattern, 'u'))
      .map((text) => text.slice(0, Math.max(length.max, length.min)))
  return fc.string({ unit: 'grapheme', minLength: length.min, maxLength: length.max })
}
