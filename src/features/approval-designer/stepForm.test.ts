import { describe, expect, it } from 'vitest'
import { newStep, stepFault, tidyStep } from './stepForm.ts'

const step = { ...newStep, name: 'Manager' }
const role = { ...step, approver: { kind: 'role' as const, ref: 'sales_director' } }

describe('a step of an approval workflow', () => {
  it.each([
    ['a name', { ...step, name: ' ' }, 'Give step 2 a name.'],
    [
      'somebody to decide',
      { ...role, approver: { kind: 'user' as const, ref: '' } },
      'Say who decides step 2.',
    ],
    ['a quorum', { ...role, mode: 'number' as const }, 'Say how many have to agree in step 2.'],
    [
      'a possible percentage',
      { ...role, mode: 'percent' as const, quorum: 120 },
      'Enter a percentage from 1 to 100 in step 2.',
    ],
    ['real hours', { ...step, sla_hours: 0 }, 'Enter more than 0 hours in step 2, or nothing.'],
    [
      'somebody to ask instead',
      { ...step, on_timeout: 'escalate' as const },
      'Say who is asked instead in step 2.',
    ],
  ])('asks for %s', (_, given, message) => {
    expect(stepFault(given, 2)?.message).toBe(message)
  })

  it('asks nobody instead where there is no limit', () => {
    expect(stepFault({ ...step, on_timeout: 'escalate', sla_hours: null }, 1)).toBeNull()
  })

  it('loses what does not apply', () => {
    expect(
      tidyStep({
        ...step,
        approver: { kind: 'manager_of_owner', ref: 'x' },
        mode: 'number',
        quorum: 3,
        escalate_to: 'y',
      }),
    ).toEqual({ ...step, approver: { kind: 'manager_of_owner', ref: '' }, quorum: null })
  })
})
