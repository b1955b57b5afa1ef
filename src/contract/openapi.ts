/** The contract as OpenAPI 3.1, with the permission of each operation as `x-permission`. Pure and repeatable. */
import { z } from 'zod'
import { maskedSchema } from '../domain/process/masking.ts'
import { wireDocumentSchema } from '../domain/process/wireDocument.ts'
import { allEndpoints } from './api.ts'
import { userSchema } from './auth.ts'
import type { Endpoint } from './endpoint.ts'
import { type ErrorCode, errorBodySchema, errorCodes, errorStatus } from './errors.ts'
import { eventSchema } from './events.ts'
import { problemSchema } from './problems.ts'
import { stageResource } from './stages.ts'
import { transitionResource } from './transitions.ts'
import { versionSummary } from './versions.ts'

type Json = z.infer<ReturnType<typeof z.json>>
type JsonObject = { [key: string]: Json }

/** Codes that any endpoint can answer, by what it takes. */
export function commonErrors(endpoint: Endpoint): readonly ErrorCode[] {
  const codes: ErrorCode[] = ['METHOD_NOT_ALLOWED', 'INTERNAL']
  if (endpoint.access !== 'public') codes.push('NOT_SIGNED_IN')
  if (endpoint.access !== 'public' && endpoint.access !== 'signed_in') codes.push('PERMISSION_DENIED')
  if (endpoint.critical) codes.push('STEP_UP_REQUIRED')
  if (endpoint.params) codes.push('NOT_FOUND')
  if (endpoint.params || endpoint.query || endpoint.body) codes.push('VALIDATION_FAILED', 'MALFORMED_REQUEST')
  if (endpoint.body) codes.push('MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE')
  if (endpoint.headers?.includes('If-Match')) codes.push('VERSION_CONFLICT')
  if (endpoint.headers?.includes('Idempotency-Key'))
    codes.push('IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_MISMATCH')
  return codes
}

/** Every status an endpoint may answer with, success and failure: what the conformance suite holds it to. */
export function statusesOf(endpoint: Endpoint): ReadonlySet<number> {
  const failures = errorsOf(endpoint).map((code) => errorStatus[code])
  const notModified = endpoint.headers?.includes('If-None-Match') ? [304] : []
  return new Set([...Object.keys(endpoint.responses).map(Number), ...failures, ...notModified])
}

function errorsOf(endpoint: Endpoint): readonly ErrorCode[] {
  const own = errorCodes.filter((code) => endpoint.errors?.includes(code))
  return [...new Set([...commonErrors(endpoint), ...own])]
}

/** Schemas that stand once, under `components`, and are referred to. */
const named = z.registry<{ id: string }>()
named.add(wireDocumentSchema, { id: 'ProcessDocument' })
named.add(stageResource, { id: 'Stage' })
named.add(transitionResource, { id: 'Transition' })
named.add(problemSchema, { id: 'Problem' })
named.add(versionSummary, { id: 'Version' })
named.add(userSchema, { id: 'User' })
named.add(eventSchema, { id: 'Event' })
named.add(errorBodySchema, { id: 'Error' })
named.add(maskedSchema, { id: 'Masked' })

/**
 * A JSON Schema with its definitions hoisted into `components`: `#/$defs/…` would point at the root of the whole
 * document. Definitions without a name all stand for "any JSON".
 */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: JsonObject): JsonObject {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    metadata: named,
  })
  const text = JSON.stringify(made)
    .replaceAll(/"#\/\$defs\/__schema\d+"/g, '"#/components/schemas/Json"')
    .replaceAll('"#/$defs/', '"#/components/schemas/')
  const { $schema: _, $defs, id: __, ...rest } = z.record(z.string(), z.json()).parse(JSON.parse(text))
  for (const [name, one] of Object.entries(z.record(z.string(), z.json()).catch({}).parse($defs))) {
    if (!name.startsWith('__schema')) components[name] = one
  }
  return rest
}

function parametersOf(
  schema: z.ZodType | undefined,
  where: 'path' | 'query',
  components: JsonObject,
): Json[] {
  if (!schema) return []
  const { properties, required } = schemaOf(schema, 'input', components)
  const needed = Array.isArray(required) ? required : []
  return Object.entries(properties && typeof properties === 'object' ? properties : {}).map(
    ([name, one]) => ({
      name,
      in: where,
      required: where === 'path' || needed.includes(name),
      schema: one,
    }),
  )
}

const headerWords: Readonly<Record<string, string>> = {
  'If-Match': 'The ETag this change was made from; another one now in place answers 412.',
  'If-None-Match': 'The ETag already held; answers 304 where nothing changed.',
  'Idempotency-Key':
    'A key of your own for this request (a UUID); the same request again gets the same answer.',
}

function operationOf(name: string, group: string, endpoint: Endpoint, components: JsonObject): JsonObject {
  const responses: JsonObject = {}
  for (const [status, schema] of Object.entries(endpoint.responses)) {
    responses[status] = {
      description: 'Success',
      ...(schema && {
        content: {
          'application/json': { schema: schemaOf(schema, 'output', components) },
          ...(endpoint.csv && { 'text/csv': { schema: { type: 'string' } } }),
        },
      }),
    }
  }
  if (endpoint.headers?.includes('If-None-Match')) responses['304'] = { description: 'Nothing changed' }
  for (const code of errorsOf(endpoint)) {
    const status = String(errorStatus[code])
    const had = responses[status]
    const codes = had && typeof had === 'object' && !Array.isArray(had) ? [had.description, code] : [code]
    responses[status] = {
      description: codes.join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
  return {
    operationId: name,
    tags: [group],
    summary: endpoint.summary,
    'x-permission': endpoint.access,
    ...(endpoint.critical && { 'x-step-up': true }),
    security: endpoint.access === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path', components),
      ...parametersOf(endpoint.query, 'query', components),
      ...(endpoint.headers ?? []).map((header) => ({
        name: header,
        in: 'header',
        required: endpoint.errors?.includes('PRECONDITION_REQUIRED') === true && header === 'If-Match',
        description: headerWords[header] ?? '',
        schema: { type: 'string' },
      })),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: schemaOf(endpoint.body, 'input', components) },
          ...(endpoint.file !== undefined && { 'multipart/form-data': { schema: oneFile } }),
        },
      },
    }),
    responses,
  }
}

const oneFile = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  required: ['file'],
}

export function openApiDocument(): JsonObject {
  const components: JsonObject = { Json: { description: 'Any JSON value.' } }
  schemaOf(errorBodySchema, 'output', components)
  const paths: { [path: string]: JsonObject } = {}
  for (const { name, group, endpoint } of allEndpoints) {
    const path = paths[endpoint.path] ?? {}
    path[endpoint.method.toLowerCase()] = operationOf(name, group, endpoint, components)
    paths[endpoint.path] = path
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stagecraft API',
      version: '1',
      description:
        'Sales processes, their stages and transitions. JSON in snake_case, moments in ISO 8601 UTC, every error in one form. A field that the company hides from the reader (`/api/masking-policy/`) holds `{"$masked": true}`; sent back, it stays as it is.',
    },
    // Where the document itself was read.
    servers: [{ url: '/' }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: components,
    },
    paths,
  }
}
