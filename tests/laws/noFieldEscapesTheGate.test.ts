/**
 * P23, for fields that come later: an answer of the contract is made up, with everything in it that it can hold, and
 * sent through the gate with all fields hidden. What the contract says may be hidden has to be the sentinel then; and
 * a field that is called as one that can be hidden, and is not, stands in the list below or fails.
 */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { maskJson } from '../../server/masking/maskJson.ts'
import { allEndpoints } from '../../src/contract/api.ts'
import { isMasked, maskable, maskableFields } from '../../src/domain/process/masking.ts'

/** What a field that can be hidden is called, and what is made of one. */
const meaning =
  /^(description|guidance|notes|escalation|actions|parameters|condition|owner|owner_\w+|\w*amount)$/

/** Called so, and for everybody who may read them: what describes a whole process, a category, an action, a template. */
const shownToAll = [
  'actions.description',
  'actions.entry.description',
  'actions.exit.description',
  'categories.description',
  'description',
  'document.description',
  'results.description',
  'results.document.description',
  // The company's actions beside a stage, and among all reference data: their parameters are hidden in them.
  'actions',
  // Before and after, each of them hidden.
  'impact.weighted_amount',
  'weighted_amount',
]

type Json = z.infer<ReturnType<typeof z.json>>
type Schema = { readonly [key: string]: Json }
const object = z.record(z.string(), z.json())
const asSchema = (value: Json | undefined): Schema => object.catch({}).parse(value)
const list = (value: Json | undefined): Schema[] => (Array.isArray(value) ? value.map(asSchema) : [])

interface Place {
  readonly path: string
  /** The contract says that the sentinel may stand here. */
  readonly mayBeHidden: boolean
}

/** A value with all that the schema can hold, one of each, and where its fields are. */
function example(schema: z.ZodType): { readonly value: Json; readonly places: Place[] } {
  const root = asSchema(z.json().parse(z.toJSONSchema(schema, { unrepresentable: 'any' })))
  const definitions = asSchema(root.$defs)
  const places: Place[] = []
  const target = (given: Schema): Schema =>
    typeof given.$ref === 'string' ? asSchema(definitions[given.$ref.replace('#/$defs/', '')]) : given
  const isSentinel = (given: Schema) => Object.hasOwn(asSchema(target(given).properties), '$masked')
  const made = (given: Schema, path: string, depth: number): Json => {
    const at = target(given)
    if (depth > 14) return null
    if (at.const !== undefined) return at.const
    if (Array.isArray(at.enum)) return at.enum[0] ?? null
    const choices = [...list(at.anyOf), ...list(at.oneOf)].filter(
      (one) => !isSentinel(one) && target(one).type !== 'null',
    )
    if (choices.length > 0) {
      const all = choices.map((one) => made(one, path, depth + 1))
      // Of several kinds of row all that any of them holds; the first is whatever else it may be.
      const rows = all.flatMap((one) => (object.safeParse(one).success ? [asSchema(one)] : []))
      return rows.length > 1 ? Object.assign({}, ...rows.toReversed()) : (all[0] ?? null)
    }
    switch (at.type) {
      case 'string':
        return 'canary'
      case 'integer':
      case 'number':
        return 12_345
      case 'boolean':
        return true
      case 'array':
        return [made(asSchema(at.items), path, depth + 1)]
      case 'object': {
        const held = Object.entries(asSchema(at.properties)).map(([key, one]): [string, Json] => {
          const inside = path === '' ? key : `${path}.${key}`
          const child = asSchema(one)
          const mayBeHidden = [...list(child.anyOf), ...list(child.oneOf)].some(isSentinel)
          if (mayBeHidden || meaning.test(key)) places.push({ path: inside, mayBeHidden })
          return [key, made(child, inside, depth + 1)]
        })
        const more = asSchema(at.additionalProperties)
        const extra = Object.keys(more).length > 0 ? { canary: made(more, `${path}.*`, depth + 1) } : {}
        return { ...extra, ...Object.fromEntries(held) }
      }
      default:
        return 'canary'
    }
  }
  const value = made(root, '', 0)
  return { value, places }
}

/** What stands there in all rows of it; what is inside something hidden does not stand anywhere. */
function standing(value: Json, path: readonly string[]): Json[] {
  if (Array.isArray(value)) return value.flatMap((item) => standing(item, path))
  const [first, ...rest] = path
  if (first === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  const child = first === '*' ? value.canary : value[first]
  return child === undefined ? [] : rest.length > 0 ? standing(child, rest) : [child]
}

const mask = { fields: new Set(maskableFields), revision: 1 }

/** Fields of the schema that leave although they are hidden, or are called as if they were and are not known. */
function escaping(schema: z.ZodType): readonly string[] {
  const { value, places } = example(schema)
  const told = maskJson(value, mask)
  return places
    .filter(({ path, mayBeHidden }) => mayBeHidden || !shownToAll.includes(path))
    .filter(({ path }) => standing(told, path.split('.')).some((one) => !isMasked(one)))
    .map(({ path }) => path)
}

const answers = allEndpoints.flatMap(({ name, endpoint }) =>
  Object.values(endpoint.responses).flatMap((schema) => (schema ? [[name, schema] as const] : [])),
)

describe('no field of an answer', () => {
  it.each(answers)('of %s escapes the gate', (_, schema) => {
    expect(escaping(schema)).toEqual([])
  })

  it('is let through by the list without being there', () => {
    const all = new Set(answers.flatMap(([, schema]) => example(schema).places.map(({ path }) => path)))
    expect(shownToAll.filter((path) => !all.has(path))).toEqual([])
  })
})

describe('the law finds', () => {
  it.each([
    [
      'a stage that the gate does not know',
      z.object({ best: z.object({ guidance: maskable(z.string()) }) }),
      'best.guidance',
    ],
    [
      'a field that nobody thought of hiding',
      z.object({ stages: z.array(z.object({ deal: z.object({ owner_email: z.string() }) })) }),
      'stages.deal.owner_email',
    ],
    ['another sum', z.object({ lost_amount: z.number() }), 'lost_amount'],
    [
      'a sum that the contract says may be hidden, and the gate does not hide',
      z.object({ lost: maskable(z.number()) }),
      'lost',
    ],
    [
      'what is deep in a list',
      z.object({ by: z.record(z.string(), z.array(z.object({ notes: z.string() }))) }),
      'by.*.notes',
    ],
  ])('%s', (_, schema, path) => {
    expect(escaping(schema)).toEqual([path])
  })
})
