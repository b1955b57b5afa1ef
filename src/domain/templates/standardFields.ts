/**
 * The opportunity fields a company starts with: what the templates' rules, the demo company and the tests name.
 * A company's own CRM fields replace or extend them; keys are the contract between rules and fields.
 */
import type { FieldType, OpportunityField } from '../process/field.ts'
import { standardId } from './standardId.ts'

interface FieldSketch {
  readonly label: string
  readonly type: FieldType
  readonly options?: readonly string[]
  readonly required?: boolean
}

const sketches = {
  account_name: { label: 'Account', type: 'text', required: true },
  amount: { label: 'Amount', type: 'currency' },
  close_date: { label: 'Close date', type: 'date' },
  owner: { label: 'Owner', type: 'user', required: true },
  lead_source: {
    label: 'Lead source',
    type: 'select',
    options: ['Inbound', 'Outbound', 'Event', 'Referral', 'Partner', 'Existing customer'],
  },
  next_step: { label: 'Next step', type: 'text' },
  next_step_date: { label: 'Next step date', type: 'date' },
  customer_need: { label: 'Customer need', type: 'text' },
  use_case: { label: 'Use case', type: 'text' },
  budget_confirmed: { label: 'Budget confirmed', type: 'boolean' },
  budget_amount: { label: 'Budget', type: 'currency' },
  decision_maker: { label: 'Decision maker', type: 'text' },
  target_start_date: { label: 'Target start date', type: 'date' },
  economic_buyer: { label: 'Economic buyer', type: 'text' },
  champion: { label: 'Champion', type: 'text' },
  metrics: { label: 'Metrics', type: 'text' },
  decision_criteria: { label: 'Decision criteria', type: 'text' },
  decision_process: { label: 'Decision process', type: 'text' },
  paper_process: { label: 'Paper process', type: 'text' },
  identified_pain: { label: 'Identified pain', type: 'text' },
  competitor: {
    label: 'Main competitor',
    type: 'select',
    options: ['None known', 'Incumbent supplier', 'Direct competitor', 'In-house solution', 'Do nothing'],
  },
  proposal_sent_date: { label: 'Proposal sent on', type: 'date' },
  discount_percent: { label: 'Discount (%)', type: 'number' },
  contract_length_months: { label: 'Contract length (months)', type: 'number' },
  contract_signed_date: { label: 'Contract signed on', type: 'date' },
  security_review_passed: { label: 'Security review passed', type: 'boolean' },
  legal_approved: { label: 'Legal approved', type: 'boolean' },
  seats: { label: 'Seats', type: 'number' },
  trial_end_date: { label: 'Trial ends on', type: 'date' },
  trial_success: { label: 'Trial goals met', type: 'boolean' },
  billing_plan: { label: 'Billing plan', type: 'select', options: ['Monthly', 'Annual', 'Multi-year'] },
  scope_summary: { label: 'Scope', type: 'text' },
  estimated_days: { label: 'Estimated days', type: 'number' },
  day_rate: { label: 'Day rate', type: 'currency' },
  statement_of_work_signed: { label: 'Statement of work signed', type: 'boolean' },
  event_type: {
    label: 'Event type',
    type: 'select',
    options: ['Conference', 'Corporate dinner', 'Trade show', 'Wedding', 'Product launch'],
  },
  event_date: { label: 'Event date', type: 'date' },
  guest_count: { label: 'Guests', type: 'number' },
  venue: { label: 'Venue', type: 'text' },
  deposit_received: { label: 'Deposit received', type: 'boolean' },
  partner_name: { label: 'Partner', type: 'text' },
  partner_tier: {
    label: 'Partner tier',
    type: 'select',
    options: ['Registered', 'Silver', 'Gold', 'Platinum'],
  },
  deal_registered: { label: 'Deal registered', type: 'boolean' },
  current_contract_value: { label: 'Current contract value', type: 'currency' },
  renewal_date: { label: 'Renewal date', type: 'date' },
  health_score: { label: 'Health score', type: 'number' },
  renewal_risks: {
    label: 'Renewal risks',
    type: 'multiselect',
    options: ['Low usage', 'Champion left', 'Budget cut', 'Open escalation', 'Competitor active'],
  },
  loss_reason: {
    label: 'Loss reason',
    type: 'select',
    options: [
      'Price',
      'Product fit',
      'Lost to competitor',
      'No budget',
      'No decision',
      'Timing',
      'Not qualified',
      'Churned',
    ],
  },
} as const satisfies Readonly<Record<string, FieldSketch>>

/** A key of the standard field set; templates name fields by it, so that a typo does not compile. */
export type StandardFieldKey = keyof typeof sketches

/** The standard fields of a company, in the order forms show them. Ids are the same on every call. */
export function standardFields(companyId: string): OpportunityField[] {
  return Object.entries<FieldSketch>(sketches).map(([key, sketch]) => ({
    id: standardId(companyId, 'field', key),
    companyId,
    key,
    label: sketch.label,
    type: sketch.type,
    options: [...(sketch.options ?? [])],
    isRequired: sketch.required ?? false,
  }))
}
