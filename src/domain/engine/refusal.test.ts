import { describe, expect, it } from 'vitest'
import type { StageTransition } from '../process/transition.ts'
import { now, process, reference } from './engine.cases.ts'
import { runScenario } from './scenarios.ts'

const asks = { requiresApproval: true, approvalWorkflowId: 'approval-deal-desk' }
const refused = (lose: Partial<StageTransition>, fields = {}) =>
  runScenario(
    process({ stages: { offer: asks }, transitions: { lose } }),
    reference,
    {
      id: 's',
      scenarioName: 'Walk',
      start: { stage: null, fields },
      steps: [
        { do: 'move_to', stage: 'offer' },
        { do: 'reject', role: 'sales_operations' },
      ],
      expectation: { stage: 'lost', last_move: 'allowed' },
    },
    now,
  )

describe('a refused approval', () => {
  it('leaves the deal where it is where nothing else is said', () => {
    const { deal, passed, trail } = refused({})
    expect({ passed, stage: deal?.stageId, approval: deal?.approval?.outcome }).toEqual({
      passed: false,
      stage: 'lead',
      approval: 'rejected',
    })
    expect(trail.at(-1)?.verdict?.blockers[0]?.sentence).toMatch(/Change the deal and ask again\.$/)
  })

  it('leads by the way that is named for it, whoever may run that by hand', () => {
    const { passed, trail, deal } = refused({ onRefusal: true, runBy: [{ kind: 'owner', ref: '' }] })
    expect(passed).toBe(true)
    expect(deal?.approval).toBeNull()
    expect(trail.map(({ sentence }) => sentence).slice(-2)).toEqual([
      'sales operations refuses “Sales operations checks the terms”.',
      'Moves by itself from “Lead” to “Lost”.',
    ])
    expect(trail.at(-2)?.verdict?.blockers[0]?.sentence).toBe(
      '“Sales operations checks the terms” was refused. The deal goes on to “Lost”.',
    )
  })

  it('waits for the conditions of that way', () => {
    const conditions = [
      { id: 'c', name: 'Small', check: { '<': [{ var: 'amount' }, 10] }, message: 'Too large.' },
    ]
    expect(refused({ onRefusal: true, conditions }, { amount: 50 }).deal?.stageId).toBe('lead')
    expect(refused({ onRefusal: true, conditions }, { amount: 5 }).deal?.stageId).toBe('lost')
  })
})
