/** What the four tables of reference data have in common on the wire. */
import { z } from 'zod'
import { codePattern } from '../domain/process/stage.ts'
import { rowId } from './lists.ts'

/** When a row was made and last changed: the server's stamps. */
export const times = { created_at: z.string(), updated_at: z.string() }
/** `revision`: how often the row was written; its ETag is made of it (etag.ts). */
export const stamps = { ...times, revision: z.int() }

/** Said back by clients that send what they read. Taken without complaint and not used. */
export const ignoredOnWrite = {
  id: rowId.optional(),
  company_id: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  revision: z.int().optional(),
}

export const code = (what: string) =>
  z
    .string()
    .min(1, `Give the ${what} a code.`)
    .max(20)
    .regex(codePattern, `A ${what} code has only letters, digits and underscores.`)
export const name = (what: string) => z.string().trim().min(1, `Give the ${what} a name.`).max(100)
export const order = z.int().min(-10_000).max(10_000)

/** Not among the fields of a body: the address says the one, the session the other. */
export const identity = { id: true, companyId: true } as const
export const deletedRow = z.strictObject({ id: z.string(), deleted: z.literal(true) })
