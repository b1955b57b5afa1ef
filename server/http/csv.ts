/** A page of a list as a spreadsheet instead of JSON; where it goes on stands in the Link header. */
import { z } from 'zod'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { maskedSchema } from '../../src/domain/process/masking.ts'
import { writeCsv } from '../../src/interchange/csv/write.ts'
import type { Asking } from './asking.ts'
import type { Reply, Telling } from './respond.ts'

const hidden = maskedSchema.transform((sentinel) => JSON.stringify(sentinel))
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), hidden])
const list = z.object({
  count: z.int(),
  next: z.string().nullable(),
  results: z.array(z.record(z.string(), cell)),
})

export const asksForCsv = (endpoint: Endpoint, request: Asking): boolean =>
  endpoint.csv === true && /\btext\/csv\b/i.test(request.headers.get('Accept') ?? '')

export function respondAsCsv(endpoint: Endpoint, body: unknown, { requestId, also }: Telling): Reply {
  const { count, next, results } = list.parse(body)
  const columns = columnsOf(endpoint)
  const rows = results.map((row) => columns.map((column) => row[column] ?? null))
  const headers = {
    // With the mark by which spreadsheets know UTF-8.
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="stagecraft.csv"',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Total-Count': String(count),
    'X-Request-Id': requestId,
    ...also,
    ...(next !== null && { Link: `<${next}>; rel="next"` }),
  }
  return { status: 200, headers, body: `\uFEFF${writeCsv(columns, rows)}` }
}

/** In the order of the contract, so that an empty list has its header too. */
function columnsOf(endpoint: Endpoint): readonly string[] {
  const schema = endpoint.responses[200]
  const rows = schema instanceof z.ZodObject ? schema.shape.results : null
  const row = rows instanceof z.ZodArray ? rows.element : null
  if (!(row instanceof z.ZodObject)) throw new Error(`${endpoint.path} has no rows to write as CSV.`)
  return Object.keys(row.shape)
}
