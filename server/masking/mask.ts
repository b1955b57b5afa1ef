/** What one person may not see, from their role and the company's masking policy; read afresh with every request. */
import type { Permission } from '../../src/contract/endpoint.ts'
import type { MaskingPolicy } from '../../src/contract/masking.ts'
import { type Role, rolePermissions, roles } from '../../src/contract/roles.ts'
import type { MaskableField } from '../../src/domain/process/masking.ts'

export interface Mask {
  readonly fields: ReadonlySet<MaskableField>
  /** Of the policy: what was answered under another one is another answer. */
  readonly revision: number
}

/** A policy beside whoever it is about; all null where the company has none. */
export interface MaskingRow {
  readonly masked_fields: MaskingPolicy['fields'] | null
  readonly sees: MaskingPolicy['sees'] | null
  readonly masking_revision: number | null
}

type Known = MaskingPolicy & { readonly revision: number }

/** Null where the company never said anything. */
export const policyIn = ({ masked_fields, sees, masking_revision }: MaskingRow): Known | null =>
  masked_fields && sees && masking_revision !== null
    ? { fields: masked_fields, sees, revision: masking_revision }
    : null

/** Of a company that never said anything else. */
export const usualPolicy: MaskingPolicy = {
  fields: [],
  sees: roles.filter((role) => rolePermissions[role].includes('view_sensitive')),
}

export function accessOf(
  role: Role,
  policy: Known | null,
): { readonly permissions: ReadonlySet<Permission>; readonly mask?: Mask } {
  const permissions = new Set(rolePermissions[role])
  if (!policy) return { permissions }
  if (role === 'administrator' || policy.sees.includes(role)) {
    permissions.add('view_sensitive')
    return { permissions }
  }
  permissions.delete('view_sensitive')
  const mask = maskOfAll(policy)
  return { permissions, ...(mask && { mask }) }
}

/** For what leaves the company, or is kept for all of its readers; undefined where nothing is hidden from anybody. */
export function maskOfAll({ fields, revision }: Known): Mask | undefined {
  return fields.length === 0 ? undefined : { fields: new Set(fields), revision }
}

/** Changes whenever what somebody may do or see does: an open socket of another standing has to go. */
export const standingOf = (role: Role, mask: Mask | undefined): string =>
  mask ? `${role} without ${mask.revision}` : role
