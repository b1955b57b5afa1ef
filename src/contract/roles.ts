/** Which role may do what: the permission matrix as data. A company's members each have one role. */
import { type Role, roles } from '../domain/process/role.ts'
import { type Permission, permissions } from './endpoint.ts'

export { type Role, roles }

const reading: readonly Permission[] = ['read_stage', 'read_transitions', 'read_reference_data']
const designing: readonly Permission[] = [
  ...reading,
  'create_stage',
  'update_stage',
  'delete_stage',
  'manage_stages',
  'manage_transitions',
  'manage_reference_data',
  'configure_process',
  'publish_process',
  'view_analytics',
]

export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: permissions,
  sales_director: [...designing, 'approve_publish', 'override_probability', 'view_sensitive', 'view_audit'],
  sales_operations: [...designing, 'view_sensitive'],
  sales_manager: [...reading, 'override_probability', 'view_analytics'],
  sales_representative: reading,
  executive: [...reading, 'view_analytics', 'approve_publish'],
  auditor: [...reading, 'view_analytics', 'view_audit'],
}
