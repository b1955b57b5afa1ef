import { describe, expect, it } from 'vitest'
import type { Scenario } from '../process/scenario.ts'
import { now, process, reference } from './engine.cases.ts'
import { runScenario } from './scenarios.ts'

const scenario = (
  steps: Scenario['steps'],
  stage: string,
  last_move: Scenario['expectation']['last_move'] = 'allowed',
): Scenario => ({
  id: 's',
  scenarioName: 'Walk',
  start: { stage: null, fields: { amount: 300_000 } },
  steps,
  expectation: { stage, last_move },
})
const approved = process({
  stages: { offer: { requiresApproval: true, approvalWorkflowId: 'approval-deal-desk' } },
})
const run = (given: Scenario, document = approved) => runScenario(document, reference, given, now)

describe('a scenario', () => {
  it('walks through approvals to won', () => {
    const result = run(
      scenario(
        [
          { do: 'move_to', stage: 'offer' },
          { do: 'approve', role: 'sales_operations' },
          { do: 'approve', role: 'sales_director' },
          { do: 'move_to', stage: 'won' },
        ],
        'won',
      ),
    )
    expect(result).toMatchObject({ passed: true, why: null })
    expect(result.trail.map(({ sentence }) => sentence)).toEqual([
      'The deal starts in “Lead”.',
      'The move from “Lead” to “Offer” waits for approval.',
      'sales operations approves “Sales operations checks the terms”.',
      'sales director approves “Director signs off large deals”.',
      'The move from “Offer” to “Won” is made.',
    ])
  })

  it('expects to be blocked or to wait', () => {
    expect(run(scenario([{ do: 'move_to', stage: 'offer' }], 'lead', 'pending')).passed).toBe(true)
    expect(
      run(
        scenario(
          [
            { do: 'move_to', stage: 'offer' },
            { do: 'reject', role: 'sales_operations' },
          ],
          'lead',
          'blocked',
        ),
      ).passed,
    ).toBe(true)
  })

  it('asks again after a refusal', () => {
    const steps: Scenario['steps'] = [
      { do: 'move_to', stage: 'offer' },
      { do: 'reject', role: 'sales_operations' },
      { do: 'set_fields', fields: { amount: 100 } },
      { do: 'move_to', stage: 'offer' },
      { do: 'approve', role: 'sales_operations' },
    ]
    expect(run(scenario(steps, 'offer')).why).toBeNull()
  })

  it('lets approvals time out', () => {
    const steps: Scenario['steps'] = [
      { do: 'move_to', stage: 'offer' },
      { do: 'approve', role: 'sales_operations' },
      { do: 'wait_days', days: 4 },
    ]
    expect(run(scenario(steps, 'lead', 'blocked'))).toMatchObject({ passed: true })
  })

  it('lets days pass until an automatic move fires', () => {
    const document = process({ transitions: { lose: { isAutomatic: true, afterDays: 10 } } })
    expect(run(scenario([{ do: 'wait_days', days: 9 }], 'lost'), document).why).toBe(
      'The deal ends in “Lead”, expected was “Lost”.',
    )
    expect(run(scenario([{ do: 'wait_days', days: 10 }], 'lost'), document).passed).toBe(true)
  })

  it.each<[string, Scenario, string]>([
    [
      'it ended elsewhere',
      scenario([{ do: 'move_to', stage: 'offer' }], 'offer'),
      'The deal ends in “Lead”, expected was “Offer”.',
    ],
    [
      'it was not blocked',
      scenario([{ do: 'move_to', stage: 'lost' }], 'lost', 'blocked'),
      'The last move was allowed, expected was blocked.',
    ],
    [
      'there is no way',
      scenario([{ do: 'move_to', stage: 'won' }], 'won'),
      'Nothing leads from “Lead” to “Won”.',
    ],
    [
      'nobody was asked',
      scenario([{ do: 'approve', role: 'sales_director' }], 'lead'),
      'Nothing waits for approval when sales director approves.',
    ],
    [
      'its start is gone',
      { ...scenario([], 'lead'), start: { stage: 'gone', fields: {} } },
      'The stage this scenario starts in is not there any more. Choose another.',
    ],
    ['nothing was moved', scenario([], 'lead'), 'The last move was never made, expected was allowed.'],
  ])('fails and says why where %s', (_, given, why) => {
    expect(run(given)).toMatchObject({ passed: false, why })
  })
})
