import { describe, expect, it } from 'vitest'
import { step, workflow } from '../../../tests/kit/referenceData.ts'
import type { ApprovalRequest } from './approvalRequest.ts'
import { tellApproval } from './approvalStory.ts'
import { decide, letTimePass, requestApproval } from './approvals.ts'
import { now } from './engine.cases.ts'

const manager = step({ name: 'Manager', approver: { kind: 'manager_of_owner', ref: '' }, sla_hours: 24 })
const desk = step({ name: 'Deal desk', approver: { kind: 'role', ref: 'sales_operations' }, mode: 'all' })
const ask = (...steps: ReturnType<typeof step>[]) =>
  requestApproval(workflow('w', { steps }), { transitionId: 't', toStageId: 's' }, { fields: {} }, now)
const hours = (count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString()
const say = (request: ApprovalRequest, by: string, role: string, decision: 'approve' | 'reject') => {
  const done = decide(request, { by, role, decision, at: now }, 2)
  if (!done.ok) throw new Error(done.sentence)
  return done.request
}

describe('an approval, told', () => {
  it('begins with whom it asks', () => {
    expect(tellApproval(null, ask(manager))).toEqual(['“Manager” asks the owner’s manager within 24 hours.'])
    expect(tellApproval(null, ask(desk))).toEqual(['“Deal desk” asks everyone who is sales operations.'])
    expect(tellApproval(null, ask(step({ ...desk, mode: 'percent', quorum: 60 })))).toEqual([
      '“Deal desk” asks 60% of those who are sales operations.',
    ])
  })

  it('is over at once where nobody has to be asked', () => {
    expect(tellApproval(null, ask())).toEqual(['Approved: the deal enters the stage.'])
  })

  it('goes from step to step until all agreed', () => {
    const asked = ask(manager, desk)
    const first = say(asked, 'ann', 'manager_of_owner', 'approve')
    expect(tellApproval(asked, first)).toEqual([
      'The owner’s manager approves “Manager”.',
      '“Deal desk” asks everyone who is sales operations.',
    ])
    const half = say(first, 'bob', 'sales_operations', 'approve')
    expect(tellApproval(first, half, () => 2)).toEqual([
      'Sales operations approves “Deal desk”.',
      '“Deal desk” has 1 of the 2 approvals it needs.',
    ])
    expect(tellApproval(half, say(half, 'cy', 'sales_operations', 'approve'))).toEqual([
      'Sales operations approves “Deal desk”.',
      'Approved: the deal enters the stage.',
    ])
  })

  it('ends where somebody refuses', () => {
    const asked = ask(manager, desk)
    expect(tellApproval(asked, say(asked, 'ann', 'manager_of_owner', 'reject'))).toEqual([
      'The owner’s manager refuses “Manager”.',
      'Refused: the deal stays where it is. Change it and ask again.',
    ])
  })

  it('tells who decided for whom', () => {
    const asked = ask({ ...desk, allow_delegation: true, mode: 'any' })
    const done = decide(asked, {
      by: 'x',
      role: 'auditor',
      for_role: 'sales_operations',
      decision: 'approve',
      comment: 'Fine by me',
      at: now,
    })
    expect(done.ok && tellApproval(asked, done.request)[0]).toBe(
      'Auditor, for sales operations, approves “Deal desk”: “Fine by me”.',
    )
  })

  it.each([
    ['approve', undefined, ['Nobody answers “Manager” within 24 hours, which counts as an approval.']],
    ['reject', undefined, ['Nobody answers “Manager” within 24 hours, which counts as a refusal.']],
    [
      'escalate',
      'sales_director',
      ['Nobody answers “Manager” within 24 hours: sales director is asked instead.'],
    ],
    [
      'escalate',
      '',
      ['Nobody answers “Manager” within 24 hours, and nobody else is named: it goes on waiting.'],
    ],
  ] as const)('tells what silence does: %s', (on_timeout, escalate_to, told) => {
    const asked = ask({ ...manager, on_timeout, ...(escalate_to === undefined ? {} : { escalate_to }) })
    expect(tellApproval(asked, letTimePass(asked, hours(24))).slice(0, 1)).toEqual(told)
  })

  it('tells that the one above is silent too', () => {
    const asked = ask({ ...manager, escalate_to: 'sales_director' })
    const escalated = letTimePass(asked, hours(24))
    expect(tellApproval(escalated, letTimePass(escalated, hours(48)))).toEqual([
      'Sales director does not answer either: it goes on waiting.',
    ])
    expect(tellApproval(asked, letTimePass(asked, hours(100)))).toHaveLength(2)
  })
})
