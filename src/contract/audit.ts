/**
 * The audit trail: what was done, by whom and when, before and after; chained by hashes and signed at checkpoints, so
 * that whoever holds an export can prove by themselves that nothing was changed or left out.
 */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { listOf, pageQuery, rowId } from './lists.ts'

const instant = z.iso.datetime({ offset: true })
const number = z.coerce.number().int().min(1).max(9_007_199_254_740_991)

export const auditEntry = z.strictObject({
  seq: z.int().min(1),
  at: z.string(),
  /** Null where nobody was signed in. */
  by: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  session_id: z.string().nullable(),
  /** As in `process.publish`. */
  type: z.string(),
  entity: z.string(),
  entity_id: z.string(),
  /** What the entity is called now; null where it has no name or is gone. */
  entity_name: z.string().nullable(),
  revision: z.int().nullable(),
  body: z.record(z.string(), z.json()),
  /** True where words about a person were erased on request; everything else is as it was. */
  erased: z.boolean(),
  /** Empty where some of the body is hidden from the reader: a hash lets one try what it might be. */
  hash: z.string(),
})
export type WireAuditEntry = z.infer<typeof auditEntry>

export const listAudit = defineEndpoint({
  method: 'GET',
  path: '/api/audit/',
  summary: 'What was done in the company, newest first, in pages',
  access: 'view_audit',
  query: z.strictObject({
    ...pageQuery,
    /** Both inclusive. */
    since: instant.optional(),
    until: instant.optional(),
    user_id: z.uuid().optional(),
    type: z.string().min(1).max(100).optional(),
    entity: z.string().min(1).max(100).optional(),
    entity_id: rowId.optional(),
  }),
  responses: { 200: listOf(auditEntry) },
})

export const readAuditFilters = defineEndpoint({
  method: 'GET',
  path: '/api/audit/filters/',
  summary: 'The people and kinds of change that the trail holds',
  access: 'view_audit',
  responses: {
    200: z.strictObject({
      people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      types: z.array(z.string()),
    }),
  },
})

/** `hash`: a row was changed; `link`, `gap`, `duplicate`: rows were moved, removed, added; `checkpoint`: cut or rebuilt. */
export const auditFaults = ['hash', 'link', 'gap', 'duplicate', 'private', 'checkpoint'] as const

export const auditVerdict = z.strictObject({
  ok: z.boolean(),
  epoch: z.string(),
  from: z.int().min(1),
  /** The last row that was looked at; 0 where there is none. */
  to: z.int().min(0),
  /** The last row there should be. */
  head: z.int().min(0),
  rows: z.int().min(0),
  first_bad: z.strictObject({ seq: z.int(), reason: z.enum(auditFaults) }).nullable(),
  checkpoints_checked: z.int().min(0),
  /** Ed25519, raw, base64url: note it somewhere else, and hold later exports to it. */
  public_key: z.string(),
  /** True where more rows follow: ask again from `to` + 1. */
  more: z.boolean(),
})
export type AuditVerdict = z.infer<typeof auditVerdict>

export const verifyAudit = defineEndpoint({
  method: 'GET',
  path: '/api/audit/verify/',
  summary: 'Recompute the chain of up to 100,000 rows and hold it to the signed checkpoints',
  access: 'view_audit',
  query: z.strictObject({ from: number.default(1) }),
  responses: { 200: auditVerdict },
})

export const checkpointLine = z.strictObject({
  kind: z.literal('checkpoint'),
  company: z.string(),
  epoch: z.string(),
  seq: z.int(),
  hash: z.string(),
  at: z.string(),
  /** Signature of the checkpoint before; empty for the first. */
  previous: z.string(),
  key: z.string(),
  /** The key before, where it was another one, and its word that it goes over to `key`. */
  former_key: z.string().nullable(),
  handover: z.string().nullable(),
  signature: z.string(),
})

/** One line of an export; what is signed and hashed, exactly. Binary values are hexadecimal. */
export const auditLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('header'),
    format: z.literal('stagecraft-audit-v1'),
    company: z.string(),
    epoch: z.string(),
    public_key: z.string(),
    from: z.int(),
    head: z.int(),
  }),
  z.strictObject({
    kind: z.literal('entry'),
    company: z.string(),
    seq: z.int(),
    /** Microseconds, UTC. */
    at: z.string(),
    user_id: z.string().nullable(),
    session_id: z.string().nullable(),
    type: z.string(),
    entity: z.string(),
    entity_id: z.string(),
    revision: z.int().nullable(),
    event_seq: z.int().nullable(),
    /** JSON text as it was hashed. */
    body: z.string(),
    private_commit: z.string().nullable(),
    /** Null where there was nothing personal, or where it was erased. */
    private: z.strictObject({ salt: z.string(), content: z.string() }).nullable(),
    prev: z.string(),
    hash: z.string(),
  }),
  checkpointLine,
])
export type AuditLine = z.infer<typeof auditLine>
export type CheckpointLine = z.infer<typeof checkpointLine>

export const exportAudit = defineEndpoint({
  method: 'GET',
  path: '/api/audit/export/',
  summary:
    'Up to 5,000 rows as they were hashed, with their checkpoints: one JSON value a line, for `stagecraft audit verify`',
  access: 'view_audit',
  critical: true,
  query: z.strictObject({ from: number.default(1) }),
  responses: {
    200: z.strictObject({
      lines: z.array(auditLine),
      /** Ask again from here for the rest; null at the end. */
      next: z.int().nullable(),
    }),
  },
})

export const listCheckpoints = defineEndpoint({
  method: 'GET',
  path: '/api/audit/checkpoints/',
  summary:
    'Up to 1,000 signed checkpoints, the head of the trail signed first, for a keeper outside: `stagecraft audit verify --checkpoints` holds a later export to them',
  access: 'view_audit',
  query: z.strictObject({ from: number.default(1) }),
  responses: {
    200: z.strictObject({
      lines: z.array(checkpointLine),
      /** Ask again from here for the rest; null at the end. */
      next: z.int().nullable(),
    }),
  },
})
