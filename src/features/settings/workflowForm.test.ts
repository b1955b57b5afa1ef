import { describe, expect, it } from 'vitest'
import { newStep, stepFault, tidyStep } from './workflowForm.ts'

const step = { ...newStep, name: 'Manager' }
const role = { ...step, approver: { kind: 'role' as const, ref: 'sales_director' } }

describe('a step of an approval workflow', () => {
  it.each([
    ['a name', { ...step, name: ' ' }, 'Give step 2 a name.'],
    ['an approver', { ...role, approver: { kind: 'user' as const, ref: '' } }, 'Say who approves step 2.'],
    ['a quorum', { ...role, mode: 'number' as const }, 'Say how many have to agree in step 2.'],
    [
      'somebody to ask next',
      { ...step, on_timeout: 'escalate' as const },
      'Say whom step 2 asks when nobody answers.',
    ],
  ])('asks for %s', (_, given, message) => {
    expect(stepFault(given, 2)?.message).toBe(message)
  })

  it('asks nobody next where there is no deadline', () => {
    expect(stepFault({ ...step, on_timeout: 'escalate', sla_hours: null }, 1)).toBeNull()
  })

  it('loses what does not apply', () => {
    expect(
      tidyStep({ ...step, approver: { kind: 'manager_of_owner', ref: 'x' }, quorum: 3, escalate_to: 'y' }),
    ).toEqual({
      ...step,
      approver: { kind: 'manager_of_owner', ref: '' },
      quorum: null,
    })
  })
})
