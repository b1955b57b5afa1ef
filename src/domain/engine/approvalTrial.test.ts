import { describe, expect, it } from 'vitest'
import { standardFields, step, workflow } from '../../../tests/kit/referenceData.ts'
import { masked } from '../process/masking.ts'
import { type TrialEvent, tryApproval } from './approvalTrial.ts'
import { now } from './engine.cases.ts'

const fields = Object.fromEntries(standardFields.map((field) => [field.key, field]))
const discount = workflow('discount', {
  steps: [
    step({ name: 'Manager', approver: { kind: 'manager_of_owner', ref: '' }, sla_hours: 24 }),
    step({ name: 'Director', condition: { '>': [{ var: 'amount' }, 10_000] } }),
    step({ name: 'Board', mode: 'percent', quorum: 50, sla_hours: 8, on_timeout: 'approve' }),
  ],
})
const attempt = (events: readonly TrialEvent[], amount = 5_000) =>
  tryApproval({ workflow: discount, deal: { amount }, fields, events, people: [1, 1, 4], now })

describe('trying a workflow', () => {
  it('says which steps a deal does not need, and why', () => {
    const { steps, told, request } = attempt([])
    expect(steps).toEqual([0, 2])
    expect(told).toEqual([
      '“Director” is not asked, because this does not hold: Amount is more than 10,000.',
      '“Manager” asks the owner’s manager within 24 hours.',
    ])
    expect(request.outcome).toBe('pending')
  })

  it('takes a step as asked where it may not see what that depends on, and says so', () => {
    const steps = [step({ name: 'Director', condition: { ...masked } })]
    const { told } = tryApproval({
      workflow: { ...discount, steps },
      deal: { amount: 5_000 },
      fields,
      events: [],
      people: [1],
      now,
    })
    expect(told).toEqual([
      '“Director” is taken as asked: on what it depends is hidden from you.',
      '“Director” asks anyone who is director.',
    ])
  })

  it('takes decisions in turn, with as many people as there are', () => {
    expect(attempt(['approve', 'approve']).told.at(-1)).toBe('“Board” has 1 of the 2 approvals it needs.')
    expect(attempt(['approve', 'approve', 'approve']).request.outcome).toBe('approved')
    expect(attempt(['approve'], 20_000).told.at(-1)).toBe('“Director” asks anyone who is director.')
  })

  it('ends with a refusal, whatever comes after', () => {
    const { request, told } = attempt(['reject', 'approve', 'wait'])
    expect(request.outcome).toBe('rejected')
    expect(told.at(-1)).toBe('Refused: the deal stays where it is. Change it and ask again.')
  })

  it('lets a delegate answer in the approver’s name, once, and only where that is allowed', () => {
    const steps = discount.steps.map((one, index) => ({ ...one, allow_delegation: index === 0 }))
    const played = (events: readonly TrialEvent[]) =>
      tryApproval({ workflow: { ...discount, steps }, deal: {}, fields, events, people: [1, 1, 1], now })
    expect(played(['delegate'])).toMatchObject({ delegated: true })
    expect(played(['delegate', 'delegate', 'approve', 'delegate']).told.slice(-3)).toEqual([
      '“Manager” is handed to a delegate, who decides for the owner’s manager.',
      'A delegate, for the owner’s manager, approves “Manager”.',
      '“Board” asks 50% of those who are director within 8 hours.',
    ])
    expect(played(['approve', 'delegate'])).toMatchObject({ delegated: false })
    const late = played(['delegate', 'wait', 'reject'])
    expect(late.told.slice(-2)).toEqual([
      'The owner’s manager refuses “Manager”.',
      'Refused: the deal stays where it is. Change it and ask again.',
    ])
  })

  it('lets time run out on the open step alone', () => {
    expect(attempt(['wait']).told.at(-1)).toBe(
      'Nobody answers “Manager” within 24 hours, and nobody else is named: it goes on waiting.',
    )
    expect(attempt(['approve', 'wait']).request.outcome).toBe('approved')
    expect(attempt(['approve', 'wait', 'wait'], 20_000).request.outcome).toBe('pending')
  })
})
