import { describe, expect, it } from 'vitest'
import type { ApprovalStep } from '../process/approval.ts'
import type { ApprovalRequest } from './approvalRequest.ts'
import { decide, letTimePass, openStep, requestApproval } from './approvals.ts'
import { now } from './engine.cases.ts'

const step = (given: Partial<ApprovalStep> = {}): ApprovalStep => ({
  name: 'Manager',
  approver: { kind: 'role', ref: 'sales_manager' },
  mode: 'any',
  quorum: null,
  allow_delegation: false,
  sla_hours: 24,
  on_timeout: 'escalate',
  escalate_to: 'sales_director',
  ...given,
})
const ask = (...steps: ApprovalStep[]) =>
  requestApproval(
    { id: 'w', companyId: '', workflowName: 'Check', isActive: true, steps },
    { transitionId: 't', toStageId: 's' },
    { fields: {} },
    now,
  )
const say = (
  request: ApprovalRequest,
  by: string,
  decision: 'approve' | 'reject',
  more: { role?: string; for_role?: string; approvers?: number } = {},
) => {
  const { approvers, ...who } = more
  const result = decide(request, { by, role: 'sales_manager', decision, at: now, ...who }, approvers)
  if (!result.ok) throw new Error(result.sentence)
  return result.request
}

describe('an approval', () => {
  it('without steps is given at once', () => {
    expect(ask().outcome).toBe('approved')
    expect(ask(step({ condition: false })).outcome).toBe('approved')
  })

  it('goes from step to step', () => {
    const asked = ask(step(), step({ name: 'Director', approver: { kind: 'role', ref: 'sales_director' } }))
    const first = say(asked, 'ann', 'approve')
    expect([first.outcome, openStep(first)?.name]).toEqual(['pending', 'Director'])
    expect(say(first, 'dan', 'approve', { role: 'sales_director' }).outcome).toBe('approved')
  })

  it('ends with the first refusal of any', () => {
    expect(say(ask(step(), step()), 'ann', 'reject').outcome).toBe('rejected')
  })

  it.each([
    ['all of three', step({ mode: 'all' }), 3, 3],
    ['two of five', step({ mode: 'number', quorum: 2 }), 5, 2],
    ['60 percent of five', step({ mode: 'percent', quorum: 60 }), 5, 3],
    ['more than there are', step({ mode: 'number', quorum: 9 }), 2, 2],
  ])('%s', (_, given, approvers, needed) => {
    let request = ask(given)
    for (let person = 1; person <= needed; person += 1) {
      expect(request.outcome).toBe('pending')
      request = say(request, `p${person}`, 'approve', { approvers })
    }
    expect(request.outcome).toBe('approved')
  })

  it('is refused as soon as the quorum cannot be reached', () => {
    let request = ask(step({ mode: 'number', quorum: 2 }))
    request = say(request, 'p1', 'reject', { approvers: 3 })
    expect(request.outcome).toBe('pending')
    expect(say(request, 'p2', 'reject', { approvers: 3 }).outcome).toBe('rejected')
  })

  it('counts a person once and only the right people', () => {
    const request = say(ask(step({ mode: 'all' })), 'ann', 'approve', { approvers: 2 })
    expect(() => say(request, 'ann', 'approve', { approvers: 2 })).toThrow('already decided')
    expect(() => say(ask(step()), 'bob', 'approve', { role: 'auditor' })).toThrow(
      '“Manager” waits for sales manager, not for auditor.',
    )
    expect(() => say(ask(step()), 'bob', 'approve', { role: 'auditor', for_role: 'sales_manager' })).toThrow(
      'in person',
    )
    const delegable = ask(step({ allow_delegation: true }))
    expect(say(delegable, 'bob', 'approve', { role: 'auditor', for_role: 'sales_manager' }).outcome).toBe(
      'approved',
    )
    expect(() => say(ask(), 'ann', 'approve')).toThrow('Nothing waits')
  })

  it('waits for a named user whatever their role', () => {
    expect(say(ask(step({ approver: { kind: 'user', ref: 'u7' } })), 'u7', 'approve').outcome).toBe(
      'approved',
    )
  })
})

describe('time', () => {
  const at = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()

  it('changes nothing before the limit', () => {
    const request = ask(step())
    expect(letTimePass(request, at(23.9))).toBe(request)
  })

  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
  ] as const)('may %s', (on_timeout, outcome) => {
    expect(letTimePass(ask(step({ on_timeout })), at(24)).outcome).toBe(outcome)
  })

  it('escalates once, then waits for the one above', () => {
    const escalated = letTimePass(ask(step()), at(24))
    expect(openStep(escalated)).toMatchObject({ escalated: true, due_at: at(48) })
    expect(() => say(escalated, 'ann', 'approve')).toThrow('waits for sales director')
    const patient = letTimePass(escalated, at(1_000))
    expect(openStep(patient)).toMatchObject({ status: 'open', due_at: null })
    expect(say(patient, 'dan', 'approve', { role: 'sales_director' }).outcome).toBe('approved')
  })

  it('runs through several steps in the order of the clock', () => {
    const request = ask(step({ on_timeout: 'approve' }), step({ on_timeout: 'reject' }))
    expect(openStep(letTimePass(request, at(30)))?.due_at).toBe(at(48))
    expect(letTimePass(request, at(48)).outcome).toBe('rejected')
  })
})
