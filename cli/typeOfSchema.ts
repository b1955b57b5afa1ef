/** A JSON Schema, as openapi.json has them, in the words of TypeScript. What cannot be said becomes `unknown`. */

type Schema = { readonly [key: string]: unknown }

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const schemasIn = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isSchema) : [])

/** What `components` are called in the code. */
export const typeName = (reference: string): string => reference.split('/').at(-1) ?? 'unknown'

export function typeOfSchema(schema: unknown): string {
  if (!isSchema(schema)) return 'unknown'
  if (typeof schema.$ref === 'string') return typeName(schema.$ref)
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return union(schema.enum.map((value) => JSON.stringify(value)))
  const choices = schemasIn(schema.anyOf ?? schema.oneOf)
  if (choices.length > 0) return union(choices.map(typeOfSchema))
  const parts = schemasIn(schema.allOf)
  if (parts.length > 0) return parts.map((part) => `(${typeOfSchema(part)})`).join(' & ')
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOfSchema({ ...schema, type })))
  switch (schema.type) {
    case 'string':
      return 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return arrayOf(schema)
    case 'object':
      return objectOf(schema)
    default:
      return 'unknown'
  }
}

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ') || 'never'

function arrayOf({ items, prefixItems }: Schema): string {
  const tuple = schemasIn(prefixItems)
  if (tuple.length > 0) return `[${tuple.map(typeOfSchema).join(', ')}]`
  return `(${typeOfSchema(items)})[]`
}

function objectOf({ properties, required, additionalProperties }: Schema): string {
  const needed = new Set(Array.isArray(required) ? required : [])
  const members = Object.entries(isSchema(properties) ? properties : {}).map(
    ([name, schema]) => `${JSON.stringify(name)}${needed.has(name) ? '' : '?'}: ${typeOfSchema(schema)}`,
  )
  const others = isSchema(additionalProperties)
    ? `Record<string, ${typeOfSchema(additionalProperties)}>`
    : null
  if (members.length === 0) return others ?? 'Record<string, never>'
  return `{ ${members.join('; ')} }`
}
