/** What an entry of the audit trail says was done. Whoever records another kind names it here, and it gets its words. */
export type AuditType =
  | `process.${'create' | 'publish' | 'restore' | 'edit' | 'settings' | 'archive'}`
  | `publish_request.${'created' | 'renewed' | 'commented' | 'approved' | 'declined' | 'withdrawn' | 'failed'}`
  | `${'publish' | 'security' | 'masking'}_policy.changed`
  | 'settings.changed'
  | `${'category' | 'action' | 'approval_workflow' | 'opportunity_field'}.${'created' | 'updated' | 'deleted'}`
  | `${'process_template' | 'webhook'}.${'created' | 'updated' | 'deleted'}`
  | 'webhook.secret_renewed'
  | 'opportunities.fed'
  | 'stage_history.imported'
  | `session.${'reuse_detected' | 'revoke'}`
  | `user.${'password_change' | 'password_reset' | 'second_factor_on' | 'second_factor_off'}`
  | `user.${'recovery_codes_renewed' | 'recovery_code_used'}`
  | `member.${'update' | 'second_factor_reset'}`
  | `invitation.${'created' | 'renewed' | 'withdrawn' | 'accepted'}`
  | 'audit.exported'
  | `person.${'exported' | 'erased'}`
  | 'retention.applied'
