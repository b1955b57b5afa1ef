/**
 * A backend that is not ours, described instead of programmed: where it is, how it lets people in, what it calls its
 * fields. Stands in the page (`<meta name="stagecraft-backend">`), so that a built app is pointed anywhere unbuilt.
 */
import { z } from 'zod'
import { opportunityFieldSchema } from '../../../domain/process/field.ts'
import { wireSchema } from '../../../domain/process/wire.ts'

export const backendKinds = ['native', 'blueprint', 'tenant-settings'] as const
export type BackendKind = (typeof backendKinds)[number]

/** The blueprint's name of a field → the backend's own. */
const renames = z.record(z.string(), z.string())

export const backendConfigSchema = z.strictObject({
  /** Absent: the backend is asked what it is. */
  kind: z.enum(backendKinds).optional(),
  /** Origin, and what stands before `/api`; empty for the origin of the page. */
  base_url: z.string().default(''),
  auth: z
    .discriminatedUnion('mode', [
      /** A token from `/api/auth/login/`, sent as `Authorization: Bearer`. */
      z.strictObject({ mode: z.literal('bearer') }),
      /** The session that the browser has there already; `csrf_header` repeats what `csrf_cookie` says. */
      z.strictObject({
        mode: z.literal('cookie'),
        csrf_cookie: z.string().default('csrftoken'),
        csrf_header: z.string().default('X-CSRFToken'),
        /** What to call whoever is there, and their company: such a backend need not say. */
        person: z.string().default('You'),
        company: z.string().default(''),
      }),
      /** The token of `/api/auth/login/` in a header of another name, such as `X-Auth-Token`, or with another prefix. */
      z.strictObject({ mode: z.literal('header'), name: z.string(), prefix: z.string().default('') }),
    ])
    .default({ mode: 'bearer' }),
  rename: z
    .strictObject({ stages: renames.default({}), transitions: renames.default({}) })
    .default({ stages: {}, transitions: {} }),
  page_size: z.int().min(1).max(500).default(100),
  /** The blueprint can create a transition and no more; `all` where `PUT` and `DELETE /api/stage-transitions/{id}/` exist. */
  transitions: z.enum(['create_only', 'all']).default('create_only'),
  /** What the one process is called: the backend has no name for it. */
  process_name: z.string().min(1).max(100).default('Sales process'),
  /** The CRM's own opportunity fields, which rules may name; absent: the usual ones. */
  fields: z.array(wireSchema(opportunityFieldSchema.omit({ id: true, companyId: true }))).optional(),
})
export type BackendConfig = z.output<typeof backendConfigSchema>

/** @throws Error in one sentence that names the place where it is wrong. */
export function parseBackendConfig(text: string): BackendConfig {
  const wrong = (why: string) =>
    new Error(`The description of the backend in this page cannot be used: ${why}.`)
  let json: unknown
  try {
    json = JSON.parse(text.trim() === '' ? '{}' : text)
  } catch {
    throw wrong('it is no JSON')
  }
  const parsed = backendConfigSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw wrong(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'unknown'}`)
}
