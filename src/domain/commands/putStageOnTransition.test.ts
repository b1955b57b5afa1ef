import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, moves, refusal } from '../../../tests/kit/given.ts'

const withSpare = standard().stage('Legal', 60)
const transitionId = 'Proposal → Negotiation'

describe('putting a stage on a transition', () => {
  it('leads the transition to it, with all it asks for, and goes on from there', () => {
    const document = having(withSpare.document, 'putStageOnTransition', {
      stageId: 'Legal',
      transitionId,
    })
    expect(moves(document)).toEqual([
      '* → Lost',
      'Legal → Negotiation',
      'Negotiation → Won',
      'Proposal → Legal',
      'Qualification → Proposal',
    ])
    expect(document.transitions[transitionId]).toMatchObject({ toStageId: 'Legal' })
    expect(document.stages.Legal?.position).toEqual({ x: 570, y: 0 })
    expect(document.stages.Negotiation?.position).toEqual({ x: 880, y: 0 })
  })

  it('makes no second transition where one leads on already', () => {
    const { document } = withSpare.connect('Legal', 'Negotiation')
    const after = having(document, 'putStageOnTransition', { stageId: 'Legal', transitionId })
    expect(moves(after).filter((move) => move === 'Legal → Negotiation')).toHaveLength(1)
  })

  it('refuses ends of the transition, closed stages and a second way to the same stage', () => {
    const put = (stageId: string, document = withSpare.document) =>
      refusal(document, 'putStageOnTransition', { stageId, transitionId })
    expect(put('Proposal')).toBe('“Proposal” is an end of this transition already.')
    expect(put('Won')).toBe('A closed stage ends a deal and cannot stand between two stages.')
    expect(put('Legal', withSpare.connect('Proposal', 'Legal').document)).toBe(
      '“Proposal” is already connected to “Legal”.',
    )
    expect(labelOf(withSpare.document, 'putStageOnTransition', { stageId: 'Legal', transitionId })).toBe(
      'Insert “Legal” on “Proposal → Negotiation”',
    )
  })
})
