/**
 * P23, denied by default: a new field of a stage or a transition is either one that a company can hide, or stands here
 * as one that everybody who may read a process may see.
 */
import { describe, expect, it } from 'vitest'
import { rolePermissions, roles } from '../../src/contract/roles.ts'
import { maskableFields } from '../../src/domain/process/masking.ts'
import { wireStageSchema } from '../../src/domain/process/wireStage.ts'
import { wireTransitionSchema } from '../../src/domain/process/wireTransition.ts'

const never = {
  stage: `id company_id process_id stage_name stage_code stage_order default_probability is_active is_closed_won
    is_closed_lost is_entry color position category_ids forecast_category required_fields validation_rules
    transition_rules entry_action_ids exit_action_ids average_duration_days max_duration_days requires_approval
    approval_workflow_id exit_checklist external_id lineage simulation locked_fields lock_while_pending
    created_by_user_id updated_by_user_id created_at updated_at`,
  transition: `id company_id process_id from_stage_id to_stage_id transition_name is_automatic is_global is_rework
    requires_validation after_days priority conditions action_ids weight run_by on_refusal created_at updated_at`,
}

describe('every field', () => {
  it.each([
    ['stage', wireStageSchema.shape],
    ['transition', wireTransitionSchema.shape],
  ] as const)('of a %s can be hidden, or is for all readers', (thing, shape) => {
    const hideable = maskableFields.flatMap((field) =>
      field.startsWith(`${thing}.`) ? [field.slice(thing.length + 1)] : [],
    )
    const sentinel = { $masked: true }
    const open = never[thing].split(/\s+/)
    expect(Object.keys(shape).sort()).toEqual([...open, ...hideable].sort())
    // And the wire takes the sentinel there, and nowhere else.
    const taking = Object.entries(shape).filter(([, schema]) => schema.safeParse(sentinel).success)
    expect(taking.map(([name]) => name).sort()).toEqual(hideable.sort())
  })

  it('is seen by whoever gives out what is kept of people, mails and webhooks: administrators always see', () => {
    const giving = roles.filter((role) =>
      rolePermissions[role].some((one) => one === 'manage_members' || one === 'manage_integrations'),
    )
    expect(giving).toEqual(['administrator'])
  })
})
