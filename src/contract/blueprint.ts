/**
 * What the customer's blueprint itself has: the fields of its §3 and §4, under the names of the wire. A backend built
 * from the blueprint alone keeps these and no more; all else that we say of a stage is an addition of ours.
 */

export const blueprintStageFields = [
  'stage_name',
  'stage_code',
  'description',
  'stage_order',
  'default_probability',
  'is_active',
  'is_closed_won',
  'is_closed_lost',
  'required_fields',
  'validation_rules',
  'transition_rules',
  'average_duration_days',
  'max_duration_days',
  'requires_approval',
  'approval_workflow_id',
] as const

export const blueprintTransitionFields = [
  'from_stage_id',
  'to_stage_id',
  'transition_name',
  'is_automatic',
  'requires_validation',
  'conditions',
  'actions',
] as const

/** What its rows have that a client never writes. */
export const blueprintBookkeeping = [
  'id',
  'company_id',
  'created_by_user_id',
  'updated_by_user_id',
  'created_at',
  'updated_at',
  'is_deleted',
  'deleted_at',
] as const
