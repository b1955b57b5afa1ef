import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having, moves, namesInOrder } from '../../../tests/kit/given.ts'
import type { PayloadOf } from '../commands/registry.ts'
import { mergeProcesses, resolveConflicts } from './merge.ts'
import type { ProcessDocument } from './process.ts'

const rule = (id: string, message: string) => ({
  id,
  name: id,
  check: true,
  message,
  severity: 'error' as const,
})
const base = standard().process({ revision: 7 }).document
const change = (document: ProcessDocument, stageId: string, changes: PayloadOf<'updateStage'>['changes']) =>
  having(document, 'updateStage', { stageId, changes })
const published = (document: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision: 8, updatedByUserId: 'grace' },
})
const remove = (document: ProcessDocument, ...stageIds: string[]) =>
  having(document, 'removeStages', { stageIds })
const connect = (document: ProcessDocument, fromStageId: string, toStageId: string) =>
  having(document, 'connectStages', {
    connections: [{ fromStageId, toStageId, id: `${fromStageId}-${toStageId}` }],
  })

describe('merging', () => {
  it('takes both where different fields of a stage changed, and the revision of the other side', () => {
    const mine = change(base, 'Proposal', { stageName: 'Offer' })
    const theirs = published(change(base, 'Proposal', { defaultProbability: 55 }))
    const { document, conflicts, merged } = mergeProcesses(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(document.stages.Proposal).toMatchObject({ stageName: 'Offer', defaultProbability: 55 })
    expect(document.process).toMatchObject({ revision: 8, updatedByUserId: 'grace' })
    expect(merged).toEqual([
      {
        table: 'stages',
        id: 'Proposal',
        name: 'Offer',
        kind: 'changed',
        field: 'defaultProbability',
        from: 50,
        to: 55,
      },
    ])
  })

  it('asks with all three values where the same field changed, and takes the answer', () => {
    const mine = change(base, 'Proposal', { defaultProbability: 60 })
    const theirs = published(change(base, 'Proposal', { defaultProbability: 55 }))
    const result = mergeProcesses(base, mine, theirs)
    expect(result.conflicts).toEqual([
      {
        id: 'stages/Proposal/defaultProbability',
        kind: 'field',
        table: 'stages',
        rowId: 'Proposal',
        name: 'Proposal',
        field: 'defaultProbability',
        at: '',
        base: 50,
        mine: 60,
        theirs: 55,
        dependents: [],
      },
    ])
    expect(result.document.stages.Proposal?.defaultProbability).toBe(60)
    const settled = resolveConflicts(result, { 'stages/Proposal/defaultProbability': 'theirs' })
    expect(settled.conflicts).toEqual([])
    expect(settled.document.stages.Proposal?.defaultProbability).toBe(55)
  })

  it('does not ask where both changed it alike', () => {
    const both = change(base, 'Proposal', { defaultProbability: 60 })
    expect(mergeProcesses(base, both, published(both)).conflicts).toEqual([])
  })

  it('merges lists by their items and rules by their ids', () => {
    const start = change(base, 'Proposal', {
      requiredFields: ['amount', 'close_date'],
      validationRules: [rule('a', 'A'), rule('b', 'B')],
    })
    const mine = change(start, 'Proposal', {
      requiredFields: ['amount', 'close_date', 'champion'],
      validationRules: [rule('a', 'A by me'), rule('b', 'B'), rule('mine', 'M')],
    })
    const theirs = change(start, 'Proposal', {
      requiredFields: ['close_date', 'budget'],
      validationRules: [rule('a', 'A'), rule('theirs', 'T')],
    })
    const { document, conflicts } = mergeProcesses(start, mine, theirs)
    expect(conflicts).toEqual([])
    expect(document.stages.Proposal?.requiredFields).toEqual(['close_date', 'champion', 'budget'])
    expect(document.stages.Proposal?.validationRules.map((one) => one.message)).toEqual(['A by me', 'T', 'M'])
  })

  it('asks about one rule, not about all of them', () => {
    const start = change(base, 'Proposal', { validationRules: [rule('a', 'A'), rule('b', 'B')] })
    const mine = change(start, 'Proposal', { validationRules: [rule('a', 'mine'), rule('b', 'B')] })
    const theirs = change(start, 'Proposal', { validationRules: [rule('b', 'theirs')] })
    const result = mergeProcesses(start, mine, theirs)
    expect(result.conflicts).toMatchObject([
      { id: 'stages/Proposal/validationRules/a', at: 'a', mine: { message: 'mine' }, theirs: null },
    ])
    const settled = resolveConflicts(result, { 'stages/Proposal/validationRules/a': 'theirs' })
    expect(settled.document.stages.Proposal?.validationRules).toEqual([rule('b', 'theirs')])
  })

  it('merges policies and migrations key by key', () => {
    const mine = having(base, 'setPolicies', { changes: { allow_rework: true } })
    const theirs = having(base, 'setPolicies', { changes: { single_closed_stages: false } })
    const { document, conflicts } = mergeProcesses(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(document.process.policies).toMatchObject({ allow_rework: true, single_closed_stages: false })
  })

  it('never asks about places (mine) nor about the order (one sequence)', () => {
    const mine = having(having(base, 'moveStages', { positions: { Proposal: { x: 1, y: 1 } } }), 'addStage', {
      id: 'm',
      name: 'Mine',
      afterStageId: 'Qualification',
    })
    const theirs = having(
      having(base, 'moveStages', { positions: { Proposal: { x: 9, y: 9 } } }),
      'addStage',
      { id: 't', name: 'Theirs', afterStageId: 'Proposal' },
    )
    const { document, conflicts } = mergeProcesses(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(document.stages.Proposal?.position).toMatchObject({ x: 1, y: 1 })
    expect(namesInOrder(document)).toEqual([
      'Qualification',
      'Mine',
      'Proposal',
      'Theirs',
      'Negotiation',
      'Won',
      'Lost',
    ])
    expect(
      Object.values(document.stages)
        .map((stage) => stage.stageOrder)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('never makes a stage won and lost at once', () => {
    const mine = change(base, 'Negotiation', { isClosedWon: true })
    const theirs = change(base, 'Negotiation', { isClosedLost: true })
    const result = mergeProcesses(base, mine, theirs)
    const id = 'stages/Negotiation/isClosedWon'
    expect(result.conflicts.map((conflict) => conflict.id)).toContain(id)
    const settled = resolveConflicts(result, { [id]: 'theirs' })
    expect(settled.document.stages.Negotiation).toMatchObject({ isClosedWon: false, isClosedLost: true })
  })

  it('asks which stage is the entry where each side marked another', () => {
    const start = change(base, 'Qualification', { isEntry: true })
    const mine = change(start, 'Proposal', { isEntry: true })
    const theirs = change(start, 'Negotiation', { isEntry: true })
    const result = mergeProcesses(start, mine, theirs)
    expect(result.conflicts).toMatchObject([
      { id: 'entry', base: 'Qualification', mine: 'Proposal', theirs: 'Negotiation' },
    ])
    const entries = (document: ProcessDocument) =>
      Object.values(document.stages).filter((stage) => stage.isEntry)
    expect(entries(result.document).map((stage) => stage.id)).toEqual(['Proposal'])
    expect(entries(resolveConflicts(result, { entry: 'theirs' }).document).map((stage) => stage.id)).toEqual([
      'Negotiation',
    ])
  })
})

describe('deletion', () => {
  it('against nothing is deletion', () => {
    const { document, conflicts } = mergeProcesses(base, base, remove(base, 'Proposal'))
    expect(conflicts).toEqual([])
    expect(namesInOrder(document)).toEqual(['Qualification', 'Negotiation', 'Won', 'Lost'])
  })

  it('against another order or place is deletion as well', () => {
    const mine = having(remove(base, 'Qualification'), 'moveStages', {
      positions: { Proposal: { x: 5, y: 5 } },
    })
    expect(mergeProcesses(base, mine, remove(base, 'Proposal')).conflicts).toEqual([])
  })

  it('against an edit asks; keeping restores the stage with its transitions', () => {
    const mine = remove(base, 'Proposal')
    const theirs = change(base, 'Proposal', { guidance: 'Call first.' })
    const result = mergeProcesses(base, mine, theirs)
    expect(result.conflicts).toMatchObject([
      { id: 'stages/Proposal', kind: 'deleted', mine: null, theirs: { guidance: 'Call first.' } },
    ])
    const kept = resolveConflicts(result, { 'stages/Proposal': 'theirs' })
    expect(kept.conflicts).toEqual([])
    expect(moves(kept.document)).toEqual(moves(base))
    expect(kept.document.stages.Proposal?.guidance).toBe('Call first.')
    const gone = resolveConflicts(result, { 'stages/Proposal': 'mine' })
    expect(gone.conflicts).toEqual([])
    expect(namesInOrder(gone.document)).not.toContain('Proposal')
    expect(moves(gone.document)).toEqual(moves(mine))
  })

  it('of a stage that the other side connected asks, and never leaves a transition without an end', () => {
    const mine = connect(base, 'Qualification', 'Negotiation')
    const theirs = remove(base, 'Negotiation')
    const result = mergeProcesses(base, mine, theirs)
    expect(result.conflicts).toMatchObject([
      {
        id: 'stages/Negotiation',
        kind: 'needed',
        mine: { id: 'Negotiation' },
        theirs: null,
        dependents: [{ table: 'transitions', id: 'Qualification-Negotiation' }],
      },
    ])
    expect(moves(result.document)).toContain('Qualification → Negotiation')
    const gone = resolveConflicts(result, { 'stages/Negotiation': 'theirs' })
    expect(moves(gone.document)).toEqual(moves(theirs))
    const kept = resolveConflicts(result, { 'stages/Negotiation': 'mine' })
    expect(kept.conflicts).toEqual([])
    expect(moves(kept.document)).toEqual(moves(mine))
  })

  it('of what a waiver or a scenario of the other side is about asks as well', () => {
    const mine = having(base, 'waiveProblem', {
      ruleId: 'probability/decreases',
      targetId: 'Proposal',
      justification: 'Agreed with Ada.',
    })
    const result = mergeProcesses(base, mine, remove(base, 'Proposal'))
    expect(result.conflicts).toMatchObject([{ id: 'stages/Proposal', kind: 'needed' }])
    const gone = resolveConflicts(result, { 'stages/Proposal': 'theirs' })
    expect(gone.document.waivers).toEqual({})
  })
})
