/** `stagecraft client`: a typed client made from an openapi.json alone, in one file without a dependency. */
import { z } from 'zod'
import { openApiDocument } from '../src/contract/openapi.ts'
import { defineCommand } from './command.ts'
import { BadInput, exitCode } from './io.ts'
import { typeOfSchema } from './typeOfSchema.ts'

const schema = z.record(z.string(), z.unknown())
const content = z.record(z.string(), z.object({ schema: schema.optional() })).optional()
const operation = z.object({
  operationId: z.string(),
  summary: z.string().default(''),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
})
const openApi = z.object({
  openapi: z.string().startsWith('3.1'),
  components: z.object({ schemas: z.record(z.string(), schema) }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
})
type Operation = z.output<typeof operation>

export const client = defineCommand({
  name: 'client',
  usage: 'client [openapi.json]',
  summary: 'Write a typed client for the API, in TypeScript',
  details: [
    'Reads an openapi.json (a running server gives its own at /api/openapi.json); without one, that of this version.',
    'The client is one file without a dependency: save it where your code is.',
  ],
  options: {},
  files: [0, 1],
  async run({ files: [file], io }) {
    const described =
      file === undefined ? openApiDocument() : parsed(new TextDecoder().decode(io.read(file)), file)
    const read = openApi.safeParse(described)
    if (!read.success) throw new BadInput(`${file ?? 'The contract'} is not an OpenAPI 3.1 description.`)
    io.out(clientOf(read.data))
    return exitCode.fine
  },
})

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput(`${file} is not JSON.`)
  }
}

export function clientOf({ components, paths }: z.output<typeof openApi>): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method: method.toUpperCase(), one })),
  )
  return [
    '// Made from openapi.json by `stagecraft client`. Make it again instead of changing it.',
    ...Object.entries(components.schemas).map(([name, one]) => `export type ${name} = ${typeOfSchema(one)}`),
    '/** What each operation takes and answers. */',
    'export interface Operations {',
    ...operations.map(
      ({ one }) =>
        `  /** ${one.summary.replaceAll('*/', '* /')} */\n  ${JSON.stringify(one.operationId)}: ${typeOf(one)}`,
    ),
    '}',
    'const addresses: { readonly [Name in keyof Operations]: readonly [method: string, path: string] } = {',
    ...operations.map(
      ({ one, method, path }) => `  ${JSON.stringify(one.operationId)}: ${JSON.stringify([method, path])},`,
    ),
    '}',
    runtime,
  ].join('\n')
}

function typeOf({ parameters, requestBody, responses }: Operation): string {
  const group = (place: string, key: string): string => {
    const own = parameters.filter((parameter) => parameter.in === place)
    if (own.length === 0) return ''
    const optional = own.every(({ required }) => !required)
    const members = own.map(
      ({ name, required, schema: one }) =>
        `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOfSchema(one)}`,
    )
    return `${key}${optional ? '?' : ''}: { ${members.join('; ')} }; `
  }
  const body = requestBody?.content?.['application/json']?.schema
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const result = success?.content?.['application/json']?.schema
  const input = `{ ${group('path', 'params')}${group('query', 'query')}${group('header', 'headers')}${
    body ? `body: ${typeOfSchema(body)}; ` : ''
  }}`
  return `{ input: ${input}; result: ${result ? typeOfSchema(result) : 'null'} }`
}

/** Erasable syntax only, so that Node runs the file as it is. */
const runtime = `
export class StagecraftError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>
  constructor(status: number, answer: { error_code?: string; message?: string; details?: Record<string, unknown> }) {
    super(answer.message ?? \`The server answered \${status}.\`)
    this.status = status
    this.code = answer.error_code ?? 'UNKNOWN'
    this.details = answer.details ?? {}
  }
}
type Input = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  headers?: Record<string, unknown>
  body?: unknown
}
type Given<Name extends keyof Operations> =
  Record<never, never> extends Operations[Name]['input']
    ? [input?: Operations[Name]['input']]
    : [input: Operations[Name]['input']]

/** \`token\` is asked for before each request. Throws StagecraftError for every answer that is no success. */
export function createStagecraft(options: {
  baseUrl: string
  token?: () => string | null
  fetch?: (request: Request) => Promise<Response>
}) {
  return async function call<Name extends keyof Operations>(
    name: Name,
    ...[given]: Given<Name>
  ): Promise<Operations[Name]['result']> {
    const [method, path] = addresses[name]
    const { params = {}, query = {}, headers = {}, body }: Input = given ?? {}
    const url = new URL(
      path.replace(/\\{(\\w+)\\}/g, (_, key: string) => encodeURIComponent(String(params[key]))),
      options.baseUrl,
    )
    for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value))
    const sent = new Headers({ Accept: 'application/json' })
    for (const [key, value] of Object.entries(headers)) if (value !== undefined) sent.set(key, String(value))
    const token = options.token?.()
    if (token) sent.set('Authorization', \`Bearer \${token}\`)
    if (body !== undefined) sent.set('Content-Type', 'application/json')
    const request = new Request(url, { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const response = await (options.fetch ?? fetch)(request)
    const text = await response.text()
    const answer = text === '' ? null : JSON.parse(text)
    if (!response.ok) throw new StagecraftError(response.status, answer ?? {})
    return answer
  }
}
`
