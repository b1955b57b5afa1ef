import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, moves, namesInOrder, refusal } from '../../../tests/kit/given.ts'
import type { Scenario } from '../process/scenario.ts'

const walk = (id: string, stages: string[], end: string): Scenario => ({
  id,
  scenarioName: id,
  start: { stage: stages[0] ?? null, fields: {} },
  steps: stages.slice(1).map((stage) => ({ do: 'move_to' as const, stage })),
  expectation: { stage: end, last_move: 'allowed' },
})

const full = standard()
  .waive('probability/decreases', 'Proposal')
  .waive('graph/dead-end', 'Qualification → Proposal')
  .waive('stage/too-few', 'process')
  .scenario(walk('through', ['Proposal', 'Negotiation', 'Won'], 'Won'))
  .scenario(walk('ends there', ['Qualification', 'Proposal'], 'Proposal'))
  .process({ stageMigrations: { old: 'Proposal' } }).document

describe('deleting a stage', () => {
  it('takes everything along that points at it', () => {
    const document = having(full, 'removeStages', { stageIds: ['Proposal'] })
    expect(namesInOrder(document)).toEqual(['Qualification', 'Negotiation', 'Won', 'Lost'])
    expect(Object.values(document.stages).map((stage) => stage.stageOrder)).toEqual([1, 2, 3, 4])
    expect(moves(document)).toEqual(['* → Lost', 'Negotiation → Won'])
    expect(Object.keys(document.waivers)).toEqual(['stage/too-few at process'])
    expect(document.process.stageMigrations).toEqual({})
    expect(document.scenarios.through?.start.stage).toBeNull()
    expect(document.scenarios.through?.steps).toHaveLength(2)
    expect(document.scenarios['ends there']).toBeUndefined()
  })

  it('lets scenarios and migrations follow where the deals go', () => {
    const document = having(full, 'removeStages', {
      stageIds: ['Proposal'],
      migrations: { Proposal: 'Negotiation' },
    })
    expect(document.process.stageMigrations).toEqual({ old: 'Negotiation', Proposal: 'Negotiation' })
    expect(document.scenarios['ends there']?.expectation.stage).toBe('Negotiation')
    expect(document.scenarios.through?.start.stage).toBe('Negotiation')
  })

  it('moves the entry on, and so does deactivating it', () => {
    const marked = having(full, 'updateStage', { stageId: 'Qualification', changes: { isEntry: true } })
    const removed = having(marked, 'removeStages', { stageIds: ['Qualification'] })
    expect(removed.stages.Proposal?.isEntry).toBe(true)
    const asleep = having(marked, 'updateStage', { stageId: 'Qualification', changes: { isActive: false } })
    expect(asleep.stages.Proposal?.isEntry).toBe(true)
    expect(asleep.stages.Qualification?.isEntry).toBe(false)
    expect(moves(asleep)).toEqual(moves(full))
  })

  it('refuses what is gone and a successor that goes as well', () => {
    expect(refusal(full, 'removeStages', { stageIds: ['x'] })).toBe(
      'A stage to delete is not in this process any more.',
    )
    expect(refusal(full, 'removeStages', { stageIds: ['Won', 'Lost'], migrations: { Won: 'Lost' } })).toBe(
      'Deals of a deleted stage can only move to a stage that remains.',
    )
  })

  it('names what it deletes', () => {
    expect(labelOf(full, 'removeStages', { stageIds: ['Won'] })).toBe('Delete “Won”')
    expect(labelOf(full, 'removeStages', { stageIds: ['Won', 'Lost'] })).toBe('Delete “Won” and “Lost”')
    expect(labelOf(full, 'removeStages', { stageIds: ['Won', 'Lost', 'Proposal'] })).toBe('Delete 3 stages')
  })
})
