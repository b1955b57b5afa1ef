/** The parameters of an action type as a form needs them, derived from its schema: name, kind, limits. */
import { z } from 'zod'
import { type ActionType, actionParameterSchemas } from '../../../domain/process/action.ts'

export interface Parameter {
  readonly name: string
  readonly kind: 'text' | 'long' | 'integer' | 'url' | 'field' | 'workflow' | 'any'
  readonly required: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

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

export function parametersOf(type: ActionType): readonly Parameter[] {
  const had = cache.get(type)
  if (had) return had
  const { properties, required } = shape.parse(z.toJSONSchema(actionParameterSchemas[type]))
  const parameters = Object.entries(properties).map(
    ([name, { minimum, maximum, maxLength, ...rest }]): Parameter => ({
      name,
      kind: kindOf(name, { ...rest, maxLength }),
      required: required.includes(name),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(maxLength === undefined ? {} : { maxLength }),
    }),
  )
  cache.set(type, parameters)
  return parameters
}

function kindOf(
  name: string,
  {
    type,
    format,
    maxLength,
  }: { type?: string | undefined; format?: string | undefined; maxLength?: number | undefined },
): Parameter['kind'] {
  if (name === 'field') return 'field'
  if (name === 'workflow_id') return 'workflow'
  if (type === 'integer' || type === 'number') return 'integer'
  if (format === 'uri') return 'url'
  if (type !== 'string') return 'any'
  return maxLength !== undefined && maxLength > oneLine ? 'long' : 'text'
}
