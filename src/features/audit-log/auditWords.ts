/** What an entry says was done, in words. A newer server may know more kinds: those are shown as they are called. */
import type { WireAuditEntry } from '../../contract/audit.ts'
import type { AuditType } from '../../contract/auditTypes.ts'
import { asKept } from '../../text/asKept.ts'
import { text } from '../../text/index.ts'

const typeWords = {
  'process.create': 'type_process_create',
  'process.publish': 'type_process_publish',
  'process.restore': 'type_process_restore',
  'process.edit': 'type_process_edit',
  'process.settings': 'type_process_settings',
  'process.archive': 'type_process_archive',
  'publish_request.created': 'type_publish_request_created',
  'publish_request.renewed': 'type_publish_request_renewed',
  'publish_request.commented': 'type_publish_request_commented',
  'publish_request.approved': 'type_publish_request_approved',
  'publish_request.declined': 'type_publish_request_declined',
  'publish_request.withdrawn': 'type_publish_request_withdrawn',
  'publish_request.failed': 'type_publish_request_failed',
  'publish_policy.changed': 'type_publish_policy_changed',
  'security_policy.changed': 'type_security_policy_changed',
  'masking_policy.changed': 'type_masking_policy_changed',
  'settings.changed': 'type_settings_changed',
  'category.created': 'type_category_created',
  'category.updated': 'type_category_updated',
  'category.deleted': 'type_category_deleted',
  'action.created': 'type_action_created',
  'action.updated': 'type_action_updated',
  'action.deleted': 'type_action_deleted',
  'approval_workflow.created': 'type_approval_workflow_created',
  'approval_workflow.updated': 'type_approval_workflow_updated',
  'approval_workflow.deleted': 'type_approval_workflow_deleted',
  'opportunity_field.created': 'type_opportunity_field_created',
  'opportunity_field.updated': 'type_opportunity_field_updated',
  'opportunity_field.deleted': 'type_opportunity_field_deleted',
  'process_template.created': 'type_process_template_created',
  'process_template.updated': 'type_process_template_updated',
  'process_template.deleted': 'type_process_template_deleted',
  'opportunities.fed': 'type_opportunities_fed',
  'stage_history.imported': 'type_stage_history_imported',
  'webhook.created': 'type_webhook_created',
  'webhook.updated': 'type_webhook_updated',
  'webhook.secret_renewed': 'type_webhook_secret_renewed',
  'webhook.deleted': 'type_webhook_deleted',
  'session.reuse_detected': 'type_session_reuse_detected',
  'session.revoke': 'type_session_revoke',
  'user.password_change': 'type_user_password_change',
  'user.password_reset': 'type_user_password_reset',
  'user.second_factor_on': 'type_user_second_factor_on',
  'user.second_factor_off': 'type_user_second_factor_off',
  'user.recovery_codes_renewed': 'type_user_recovery_codes_renewed',
  'user.recovery_code_used': 'type_user_recovery_code_used',
  'member.update': 'type_member_update',
  'member.second_factor_reset': 'type_member_second_factor_reset',
  'invitation.created': 'type_invitation_created',
  'invitation.renewed': 'type_invitation_renewed',
  'invitation.withdrawn': 'type_invitation_withdrawn',
  'invitation.accepted': 'type_invitation_accepted',
  'audit.exported': 'type_audit_exported',
  'person.exported': 'type_person_exported',
  'person.erased': 'type_person_erased',
  'retention.applied': 'type_retention_applied',
} as const satisfies Record<AuditType, string>

const isKnown = (type: string): type is AuditType => Object.hasOwn(typeWords, type)

export const wordsOfType = (type: string): string => (isKnown(type) ? text('audit', typeWords[type]) : type)

const entityWords = {
  session: 'signIn',
  settings: 'company',
  opportunities: 'company',
  retention: 'company',
  audit: 'title',
} as const

/** What an entry is about where that has no name of its own; null where its id says more than the kind would. */
export function wordsOfEntity({ entity, entity_id, by }: WireAuditEntry): string | null {
  if (by?.id === entity_id) return asKept(by.name)
  const known = Object.entries(entityWords).find(([kind]) => kind === entity)
  return known ? text('audit', known[1]) : entity_id === 'company' ? text('audit', 'company') : null
}
