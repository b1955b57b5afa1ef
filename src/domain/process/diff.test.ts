import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import { describeChanges } from './describeChanges.ts'
import { applyDiff, diffProcesses, isEmptyDiff, squashDiffs } from './diff.ts'

const base = standard().document
const renamed = having(base, 'updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })
const grown = having(renamed, 'addStage', {
  id: 'd',
  name: 'Discovery',
  afterStageId: 'Negotiation',
  connect: true,
})

describe('a difference', () => {
  it('names the fields that changed, with both values, and nothing else', () => {
    expect(diffProcesses(base, renamed).stages).toEqual({
      added: {},
      removed: {},
      updated: { Proposal: { from: { stageName: 'Proposal' }, to: { stageName: 'Offer' } } },
    })
  })

  it('is empty between equals, even where they are other objects', () => {
    expect(isEmptyDiff(diffProcesses(base, structuredClone(base)))).toBe(true)
  })

  it('that does not fit is refused, not half applied', () => {
    const { Proposal: _, ...stages } = base.stages
    expect(() => applyDiff({ ...base, stages }, diffProcesses(base, renamed))).toThrow(
      'The change is about Proposal, which this document does not have.',
    )
  })

  it('forgets what came and went', () => {
    const gone = having(grown, 'removeStages', { stageIds: ['d'] })
    const squashed = squashDiffs(diffProcesses(renamed, grown), diffProcesses(grown, gone))
    expect(isEmptyDiff(squashed)).toBe(true)
  })
})

describe('in words', () => {
  it('a difference goes stage by stage, field by field, without bookkeeping', () => {
    const after = having(having(grown, 'removeStages', { stageIds: ['Lost'] }), 'updateProcess', {
      changes: { processName: 'Sales' },
    })
    const stamped = { ...after, process: { ...after.process, revision: 8, updatedAt: 'now' } }
    const lines = describeChanges(diffProcesses(base, stamped), base, stamped).map(
      ({ table, name, kind, field, from, to }) =>
        `${table} ${name} ${kind}${field ? ` ${field}: ${String(from)} → ${String(to)}` : ''}`,
    )
    expect(lines).toEqual([
      'process Sales changed processName: Enterprise sales → Sales',
      'stages Offer changed stageName: Proposal → Offer',
      'stages Discovery added',
      'stages Lost removed',
      'transitions any open stage → Lost removed',
      'transitions Negotiation → Discovery added',
    ])
  })

  it('tells of an order only where stages follow one another otherwise', () => {
    const fields = (after: typeof base) =>
      describeChanges(diffProcesses(base, after), base, after).map(({ name, field }) => `${name} ${field}`)
    const gap = having(base, 'removeStages', { stageIds: ['Qualification'] })
    expect(fields(gap)).not.toContain('Won stageOrder')
    const order = having(base, 'reorderStages', {
      stageIds: ['Proposal', 'Qualification', 'Negotiation', 'Won', 'Lost'],
    })
    expect(fields(order)).toEqual(['Proposal stageOrder', 'Qualification stageOrder'])
  })
})
