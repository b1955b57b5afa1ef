/**
 * What a company shows to some roles only (reliability P23). A field that its reader may not see holds the sentinel
 * `{"$masked": true}` on every road: rows, whole documents, versions, events, the audit trail, errors. Written back,
 * the sentinel stands for "as it is"; whoever cannot see a value can neither change it nor search, filter or sort by
 * it. Copied into a new row it is refused: there is nothing to keep.
 */
import { z } from 'zod'
import { maskableFields } from '../domain/process/masking.ts'
import { defineEndpoint } from './endpoint.ts'
import { type Role, roles } from './roles.ts'

const maskingPolicySchema = z.strictObject({
  /** Empty: nothing is hidden from anybody who may read it. */
  fields: z.array(z.enum(maskableFields)).max(maskableFields.length),
  /** Roles that hold `view_sensitive` in this company. Administrators always do, named or not. */
  sees: z.array(z.enum(roles)).max(roles.length),
})
export type MaskingPolicy = z.infer<typeof maskingPolicySchema>

interface HiddenFrom {
  readonly hidden?: MaskingPolicy['fields']
  readonly shownTo?: MaskingPolicy['sees']
}

/** What the policy hides from somebody of this role, and whom it shows it; nothing where they see everything. */
export const hiddenFrom = ({ fields, sees }: MaskingPolicy, role: Role | undefined): HiddenFrom =>
  fields.length === 0 || role === 'administrator' || (role && sees.includes(role))
    ? {}
    : { hidden: fields, shownTo: sees }

export const readMaskingPolicy = defineEndpoint({
  method: 'GET',
  path: '/api/masking-policy/',
  summary: 'Which fields the company shows to some roles only, and to which',
  access: 'read_reference_data',
  headers: ['If-None-Match'],
  responses: { 200: maskingPolicySchema },
})

export const writeMaskingPolicy = defineEndpoint({
  method: 'PUT',
  path: '/api/masking-policy/',
  summary:
    'Change which fields are hidden, and who sees them; it holds from the next request and for open sockets',
  access: 'manage_members',
  critical: true,
  body: maskingPolicySchema,
  headers: ['If-Match'],
  responses: { 200: maskingPolicySchema },
})
