/**
 * The reference data a company starts with: categories, actions and approval workflows that templates refer to.
 * Used by the demo company, new companies and tests; every row's id follows from the company's id alone.
 */
import type { StageAction } from '../process/action.ts'
import type { ApprovalWorkflow } from '../process/approval.ts'
import type { StageCategory } from '../process/category.ts'
import type { ReferenceData } from '../process/reference.ts'
import { standardFields } from './standardFields.ts'
import { standardId } from './standardId.ts'

const categories = {
  PROSPECTING: ['Prospecting', 'prospecting', 'Finding out whether there is anyone to sell to.'],
  QUALIFICATION: ['Qualification', 'qualification', 'Finding out whether there is a deal to win.'],
  DISCOVERY: ['Discovery', 'discovery', 'Understanding the need, its cost and who decides.'],
  PROPOSAL: ['Proposal', 'proposal', 'Putting a solution and a price on the table.'],
  NEGOTIATION: ['Negotiation', 'negotiation', 'Agreeing on terms.'],
  CLOSING: ['Closing', 'closing', 'Signing, or learning why not.'],
  POST_SALE: ['Post-sale', 'post_sale', 'Delivering, renewing and growing.'],
} as const
export type StandardCategory = keyof typeof categories

type ActionSketch = Pick<StageAction, 'actionName' | 'description' | 'actionType' | 'parameters'>

const actions = {
  NOTIFY_MANAGER: {
    actionName: 'Tell the manager',
    description: 'The owner’s manager sees that the deal moved.',
    actionType: 'notify_in_app',
    parameters: { to: 'manager_of_owner', message: 'A deal moved on. Have a look before your next review.' },
  },
  TASK_FOLLOW_UP: {
    actionName: 'Plan the follow-up',
    description: 'Nobody waits without a next step.',
    actionType: 'create_task',
    parameters: { title: 'Follow up with the customer', assignee: 'owner', due_in_days: 3 },
  },
  EMAIL_PROPOSAL: {
    actionName: 'Send the proposal',
    description: 'The proposal goes to the decision maker with a short covering note.',
    actionType: 'send_email',
    parameters: {
      to: 'decision_maker',
      subject: 'Your proposal',
      body: 'As discussed, please find our proposal.',
    },
  },
  MEETING_REVIEW: {
    actionName: 'Book a review meeting',
    description: 'Customer and seller go through the proposal together.',
    actionType: 'create_event',
    parameters: { title: 'Proposal review', in_days: 5, duration_minutes: 45 },
  },
  TASK_HANDOVER: {
    actionName: 'Hand over to delivery',
    description: 'Delivery learns what was promised before the customer asks.',
    actionType: 'create_task',
    parameters: { title: 'Hand over the won deal to delivery', assignee: 'owner', due_in_days: 2 },
  },
  INVOICE: {
    actionName: 'Create the invoice',
    description: 'Finance invoices by the signed terms.',
    actionType: 'generate_invoice',
    parameters: { due_in_days: 30 },
  },
  LOSS_REVIEW: {
    actionName: 'Review the loss',
    description: 'A lost deal is worth what is learned from it.',
    actionType: 'create_task',
    parameters: {
      title: 'Write down why we lost and what we would do differently',
      assignee: 'owner',
      due_in_days: 7,
    },
  },
  NOTE_NEXT_STEP: {
    actionName: 'Note the next step',
    description: 'The next step says that the contract is with the customer.',
    actionType: 'update_field',
    parameters: { field: 'next_step', value: 'Contract with the customer for signature' },
  },
} as const satisfies Readonly<Record<string, ActionSketch>>
export type StandardAction = keyof typeof actions

type WorkflowSketch = Pick<ApprovalWorkflow, 'workflowName' | 'steps'>

const workflows: Readonly<Record<'DISCOUNT' | 'DEAL_DESK', WorkflowSketch>> = {
  DISCOUNT: {
    workflowName: 'Discount approval',
    steps: [
      {
        name: 'Manager agrees to the discount',
        approver: { kind: 'manager_of_owner', ref: '' },
        mode: 'any',
        quorum: null,
        condition: { '>': [{ var: 'discount_percent' }, 5] },
        allow_delegation: true,
        sla_hours: 24,
        on_timeout: 'escalate',
        escalate_to: 'sales_director',
      },
      {
        name: 'Director agrees to a deep discount',
        approver: { kind: 'role', ref: 'sales_director' },
        mode: 'any',
        quorum: null,
        condition: { '>': [{ var: 'discount_percent' }, 20] },
        allow_delegation: false,
        sla_hours: 48,
        on_timeout: 'reject',
      },
    ],
  },
  DEAL_DESK: {
    workflowName: 'Deal desk review',
    steps: [
      {
        name: 'Sales operations checks the terms',
        approver: { kind: 'role', ref: 'sales_operations' },
        mode: 'any',
        quorum: null,
        allow_delegation: true,
        sla_hours: 24,
        on_timeout: 'escalate',
        escalate_to: 'sales_director',
      },
      {
        name: 'Director signs off large deals',
        approver: { kind: 'role', ref: 'sales_director' },
        mode: 'any',
        quorum: null,
        condition: { '>=': [{ var: 'amount' }, 250_000] },
        allow_delegation: false,
        sla_hours: 72,
        on_timeout: 'reject',
      },
    ],
  },
}
export type StandardWorkflow = keyof typeof workflows

/** Sorted as sales people meet them. */
export function standardCategories(companyId: string): StageCategory[] {
  return Object.entries(categories).map(([code, [name, type, description]], index) => ({
    id: standardId(companyId, 'category', code),
    companyId,
    categoryName: name,
    categoryCode: code,
    description,
    categoryType: type,
    isActive: true,
    sortOrder: index + 1,
  }))
}

/** In execution order. */
export function standardActions(companyId: string): StageAction[] {
  return Object.entries<ActionSketch>(actions).map(([code, sketch], index) => ({
    id: standardId(companyId, 'action', code),
    companyId,
    actionCode: code,
    executionOrder: (index + 1) * 10,
    isActive: true,
    ...sketch,
  }))
}

export function standardApprovalWorkflows(companyId: string): ApprovalWorkflow[] {
  return Object.entries(workflows).map(([name, sketch]) => ({
    id: standardId(companyId, 'approval', name),
    companyId,
    isActive: true,
    workflowName: sketch.workflowName,
    steps: sketch.steps,
  }))
}

/** Everything a new company has, as the linter and the engine read it. */
export function standardReference(companyId: string): ReferenceData {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]))
  return {
    categories: byId(standardCategories(companyId)),
    actions: byId(standardActions(companyId)),
    approvalWorkflows: byId(standardApprovalWorkflows(companyId)),
    fields: Object.fromEntries(standardFields(companyId).map((field) => [field.key, field])),
  }
}
