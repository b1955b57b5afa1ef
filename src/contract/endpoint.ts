/**
 * The wire is described once. An endpoint is a value: the client, the server's handler types, the mocks,
 * openapi.json and the conformance suite are all derived from it.
 */
import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export const permissions = [
  'create_stage',
  'read_stage',
  'update_stage',
  'delete_stage',
  'manage_stages',
  'read_transitions',
  'manage_transitions',
  'read_reference_data',
  'manage_reference_data',
  'configure_process',
  'publish_process',
  'approve_publish',
  'override_probability',
  'view_sensitive',
  'view_analytics',
  'view_audit',
  'manage_members',
  'manage_integrations',
] as const
export type Permission = (typeof permissions)[number]

/** `public` needs no sign-in, `signed_in` any signed-in person. */
export type Access = Permission | 'public' | 'signed_in'

export interface Endpoint {
  readonly method: Method
  /** With a trailing slash where the blueprint has one; parameters as `{id}`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly access: Access
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** The text of the body that a file may fill, sent as multipart/form-data instead of JSON. */
  readonly file?: string
  readonly headers?: readonly ('If-Match' | 'If-None-Match' | 'Idempotency-Key')[]
  /** Success status → body schema (null: no body). Every endpoint also answers the error format. */
  readonly responses: Readonly<Record<number, z.ZodType | null>>
  /**
   * Changes how the company sells or who may what: where the company asks for it, a fresh second factor goes first. A
   * function says so of what is sent.
   */
  readonly critical?: true | ((body: never) => boolean)
  /** The rows of its `results` can be asked for as a spreadsheet, too: `Accept: text/csv`. */
  readonly csv?: true
  /** Error codes a caller may act on, beside those any endpoint can answer. */
  readonly errors?: readonly string[]
}

export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}
