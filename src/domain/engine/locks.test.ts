import { describe, expect, it } from 'vitest'
import type { ScenarioStep } from '../process/scenario.ts'
import type { SalesStage } from '../process/stage.ts'
import type { Who } from '../process/who.ts'
import { now, process, reference } from './engine.cases.ts'
import { runScenario } from './scenarios.ts'

const director: Who = { kind: 'role', ref: 'sales_director' }
const manager: Who = { kind: 'role', ref: 'sales_manager' }

const walk = (stages: Record<string, Partial<SalesStage>>, ...steps: ScenarioStep[]) => {
  const { why, trail, deal } = runScenario(
    process({ stages }),
    reference,
    {
      id: 's',
      scenarioName: 'Walk',
      start: { stage: null, fields: { amount: 5 } },
      steps,
      expectation: { stage: 'offer', last_move: 'allowed' },
    },
    now,
  )
  return { why, said: trail.map(({ sentence }) => sentence), deal }
}
const set = (fields: Record<string, number>): ScenarioStep => ({ do: 'set_fields', fields })
const move: ScenarioStep = { do: 'move_to', stage: 'offer' }
const asks = { requiresApproval: true, approvalWorkflowId: 'approval-deal-desk', lockWhilePending: true }

describe('a field that a stage locks', () => {
  it('can be changed before and after, not there', () => {
    const { why, deal } = walk({ lead: { lockedFields: ['amount'] } }, set({ amount: 9 }), move)
    expect(why).toBe('“Lead” locks Amount: it can be changed before and after, not here.')
    expect(deal?.fields.amount).toBe(5)
    expect(walk({ lead: { lockedFields: ['amount'] } }, move, set({ amount: 9 }))).toMatchObject({
      why: null,
      deal: { fields: { amount: 9 } },
    })
  })
})

describe('a deal that waits for an approval', () => {
  it('is locked where the stage says so, until who asked recalls it', () => {
    const asked: ScenarioStep = { ...move, as: manager }
    expect(walk({ offer: asks }, asked, set({ amount: 9 })).why).toBe(
      'The deal is locked while it waits for approval to enter “Offer”. Recall the approval to change it.',
    )
    expect(walk({ offer: asks }, asked, { do: 'recall', as: director }).why).toBe(
      'Only who asked for the approval can recall it.',
    )
    const { said, deal } = walk({ offer: asks }, asked, { do: 'recall', as: manager }, set({ amount: 9 }))
    expect(said).toContain('The approval is recalled.')
    expect(deal).toMatchObject({ approval: null, stageId: 'lead', fields: { amount: 9 } })
  })

  it('is recalled by whoever tries the process, and only while it waits', () => {
    expect(walk({ offer: asks }, move, { do: 'recall' }).deal?.approval).toBeNull()
    expect(walk({}, { do: 'recall' }).why).toBe('Nothing waits for approval.')
  })
})

describe('a deal that stays too long', () => {
  it('is escalated once, on its day', () => {
    const escalation = { after_days: 10, tell: [manager, director] }
    const wait = (days: number): ScenarioStep => ({ do: 'wait_days', days })
    expect(walk({ lead: { escalation } }, wait(4), wait(6), wait(30)).said).toEqual([
      'The deal starts in “Lead”.',
      '4 days pass.',
      '6 days pass.',
      'After 10 days in “Lead” this is escalated to sales manager and sales director.',
      '30 days pass.',
    ])
  })
})
