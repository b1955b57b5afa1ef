/**
 * The parameters of an action type as a form needs them, derived from its schema: name, kind, limits, and what is
 * wrong with given ones. Settings and the inspector draw their forms from this; the linter judges by it.
 */
import { z } from 'zod'
import { type ActionType, actionParameterSchemas } from './action.ts'
import type { Logic } from './rule.ts'

type NamesOf<Schema> = Schema extends { readonly shape: infer Shape } ? keyof Shape & string : never
/** Every parameter of any action. */
export type ParameterName = { [T in ActionType]: NamesOf<(typeof actionParameterSchemas)[T]> }[ActionType]

export interface Parameter {
  readonly name: ParameterName
  /** `any` is the value for a field, of that field's own type. */
  readonly kind: 'text' | 'long' | 'integer' | 'url' | 'field' | 'workflow' | 'any'
  readonly required: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

type Parameters = Readonly<Record<string, Logic>>

const property = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
})
const shape = z.object({
  properties: z.record(z.string(), property),
  required: z.array(z.string()).default([]),
})

/** Texts that may be longer than this get a growing box. */
const oneLine = 200

const cache = new Map<ActionType, readonly Parameter[]>()

/** In the order of the schema. */
export function parametersOf(type: ActionType): readonly Parameter[] {
  const had = cache.get(type)
  if (had) return had
  const schema = actionParameterSchemas[type]
  const { properties, required } = shape.parse(z.toJSONSchema(schema))
  const names = Object.keys(schema.shape) as ParameterName[]
  const parameters = names.map((name): Parameter => {
    const { minimum, maximum, maxLength, ...rest } = properties[name] ?? {}
    return {
      name,
      kind: kindOf(name, { ...rest, maxLength }),
      required: required.includes(name),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(maxLength === undefined ? {} : { maxLength }),
    }
  })
  cache.set(type, parameters)
  return parameters
}

interface Told {
  readonly type?: string | undefined
  readonly format?: string | undefined
  readonly maxLength?: number | undefined
}

function kindOf(name: ParameterName, { type, format, maxLength }: Told): Parameter['kind'] {
  if (name === 'field') return 'field'
  if (name === 'workflow_id') return 'workflow'
  if (type === 'integer' || type === 'number') return 'integer'
  if (format === 'uri') return 'url'
  if (type !== 'string') return 'any'
  return maxLength !== undefined && maxLength > oneLine ? 'long' : 'text'
}

export interface ParameterFault {
  /** The parameter; one the action type does not know is named as it was given. */
  readonly name: string
  readonly kind: 'missing' | 'empty' | 'wrong' | 'unknown'
  /** The rest of "The action “Mail” …": "lacks the parameter “to”". */
  readonly words: string
}

/** What is wrong with parameters of an action type, one fault a parameter, in the order of the schema. */
export function parameterFaults(type: ActionType, parameters: Parameters): ParameterFault[] {
  const issues = actionParameterSchemas[type].safeParse(parameters).error?.issues ?? []
  const faults = issues.flatMap((issue): ParameterFault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({
        name,
        kind: 'unknown',
        words: `has a parameter that it does not know, “${name}”`,
      }))
    const name = String(issue.path[0])
    if (!Object.hasOwn(parameters, name))
      return [{ name, kind: 'missing', words: `lacks the parameter “${name}”` }]
    if (parameters[name] === '') return [{ name, kind: 'empty', words: `has an empty parameter “${name}”` }]
    return [{ name, kind: 'wrong', words: `has a wrong value in the parameter “${name}”` }]
  })
  return faults.filter(({ name }, index) => faults.findIndex((other) => other.name === name) === index)
}
