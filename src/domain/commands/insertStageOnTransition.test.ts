import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, moves, namesInOrder, stageNamed } from '../../../tests/kit/given.ts'

const check = { id: 'r', name: 'Budget', check: true, message: 'Confirm the budget.' }

describe('inserting a stage on a transition', () => {
  it('keeps what a deal must satisfy on the way into the new stage', () => {
    const { document: before } = aProcess()
      .stage('Qualify', 20)
      .stage('Won', { won: true, at: [520, 0] })
      .connect('Qualify', 'Won', {
        id: 't',
        transitionName: 'Signed',
        conditions: [check],
        weight: 3,
        isAutomatic: true,
      })
    const document = having(before, 'insertStageOnTransition', { transitionId: 't', name: 'Propose' })
    expect(moves(document)).toEqual(['Propose → Won', 'Qualify → Propose'])
    expect(namesInOrder(document)).toEqual(['Qualify', 'Propose', 'Won'])
    const propose = stageNamed(document, 'Propose')
    expect(document.transitions.t).toMatchObject({
      toStageId: propose.id,
      transitionName: 'Signed',
      conditions: [check],
      weight: 3,
      isAutomatic: true,
    })
    const second = Object.values(document.transitions).find((transition) => transition.id !== 't')
    expect(second).toMatchObject({ conditions: [], weight: null, isAutomatic: false, transitionName: '' })
    expect(propose.position).toEqual({ x: 260, y: 0 })
    expect(propose.defaultProbability).toBe(60)
  })

  it('makes room where the new card would touch its neighbors', () => {
    const { document: before } = aProcess()
      .stage('Qualify', { at: [0, 0] })
      .stage('Negotiate', { at: [310, 0] })
      .stage('Won', { won: true, at: [620, 0] })
      .stage('Lost', { lost: true, at: [620, 150] })
      .connect('Qualify', 'Negotiate', { id: 't' })
    const document = having(before, 'insertStageOnTransition', { transitionId: 't', name: 'Propose' })
    const places = ['Qualify', 'Propose', 'Negotiate', 'Won', 'Lost'].map(
      (name) => stageNamed(document, name).position,
    )
    expect(places).toEqual([
      { x: 0, y: 0 },
      { x: 310, y: 0 },
      { x: 620, y: 0 },
      { x: 930, y: 0 },
      { x: 930, y: 150 },
    ])
  })

  it('splits a global transition before the stage it leads to', () => {
    const document = having(standard().document, 'insertStageOnTransition', {
      transitionId: '* → Lost',
      name: 'Review',
    })
    expect(moves(document)).toContain('* → Review')
    expect(moves(document)).toContain('Review → Lost')
    expect(namesInOrder(document).slice(-3)).toEqual(['Review', 'Won', 'Lost'])
  })

  it('leaves one of two halves of a way back as rework', () => {
    const { document: before } = standard()
      .policies({ allow_rework: true })
      .connect('Negotiation', 'Qualification', { id: 'back', isRework: true })
    const document = having(before, 'insertStageOnTransition', { transitionId: 'back', name: 'Rework' })
    const halves = Object.values(document.transitions).filter((transition) =>
      [transition.fromStageId, transition.toStageId].includes(stageNamed(document, 'Rework').id),
    )
    expect(halves.map((half) => half.isRework).sort()).toEqual([false, true])
  })

  it('says what it does', () => {
    expect(
      labelOf(standard().document, 'insertStageOnTransition', {
        transitionId: 'Qualification → Proposal',
        name: 'Discovery',
      }),
    ).toBe('Insert “Discovery” on “Qualification → Proposal”')
  })
})
