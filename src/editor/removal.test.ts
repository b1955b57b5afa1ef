import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../tests/kit/builders.ts'
import { check } from '../../tests/kit/referenceData.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { Use } from '../domain/process/whereUsed.ts'
import type { ElementRef } from './editor.ts'
import { asksFirst, removalOf } from './removal.ts'

const stage = (id: string): ElementRef => ({ kind: 'stage', id })
const transition = (id: string): ElementRef => ({ kind: 'transition', id })
const removing = (document: ProcessDocument, ...elements: ElementRef[]) =>
  removalOf({ document, usage: null }, elements)
const places = (uses: readonly Use[]) => uses.map(({ as, at }) => `${as} ${at.id}`)

const walked = (expected: string) =>
  standard().scenario({
    id: 'walk',
    scenarioName: 'Walk',
    start: { stage: null, fields: {} },
    steps: [{ do: 'move_to', stage: 'Proposal' }],
    expectation: { stage: expected, last_move: 'allowed' },
  }).document

describe('deleting', () => {
  it('a stage takes its transitions along and asks nothing where they carry nothing', () => {
    const { document } = standard()
    const removal = removing(document, stage('Proposal'))
    expect(places(removal.goes)).toEqual([
      'comesFrom Qualification → Proposal',
      'goesTo Proposal → Negotiation',
    ])
    expect(asksFirst(document, removal)).toBe(false)
  })

  it('asks where a transition that goes along carries conditions', () => {
    const { document } = standard().connect('Proposal', 'Won', { conditions: [check('Signed', true)] })
    expect(asksFirst(document, removing(document, stage('Proposal')))).toBe(true)
    expect(asksFirst(document, removing(document, transition('Proposal → Won')))).toBe(false)
  })

  it('tells a scenario that loses steps from one that goes', () => {
    const loses = removing(walked('Won'), stage('Proposal'))
    expect([places(loses.changes), places(loses.goes).includes('scenario walk')]).toEqual([
      ['scenario walk'],
      false,
    ])
    const goes = removing(walked('Proposal'), stage('Proposal'))
    expect(places(goes.goes)).toContain('scenario walk')
    expect(asksFirst(walked('Proposal'), goes)).toBe(true)
  })

  it('keeps a scenario that goes on in the stage that follows', () => {
    const state = { document: walked('Proposal'), usage: null }
    const removal = removalOf(state, [stage('Proposal')], { Proposal: 'Negotiation' })
    expect([places(removal.changes), places(removal.goes).includes('scenario walk')]).toEqual([
      ['scenario walk'],
      false,
    ])
  })

  it('names what goes on naming the stage, but nothing that goes itself', () => {
    const { document } = aProcess()
      .stage('Offer', 10)
      .stage('Talk', 20, {
        lineage: ['Offer'],
        validationRules: [{ ...check('From', { '==': [{ var: 'x' }, 'OFFER'] }), severity: 'error' }],
      })
    expect(places(removing(document, stage('Offer')).dangling)).toEqual(['lineage Talk', 'rule Talk'])
    expect(removing(document, stage('Offer'), stage('Talk')).dangling).toEqual([])
  })

  it('counts open deals', () => {
    const { document } = standard()
    const usage = { Proposal: { openDeals: 3, openAmount: 1200 } }
    const removal = removalOf({ document, usage }, [stage('Proposal')])
    expect(removal.deals).toEqual([{ stageId: 'Proposal', count: 3, amount: 1200 }])
    expect(asksFirst(document, removal)).toBe(true)
  })
})
