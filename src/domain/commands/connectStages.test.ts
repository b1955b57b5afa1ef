import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, moves, refusal } from '../../../tests/kit/given.ts'
import { connectionRefusal } from './connection.ts'

const { document } = standard()
const connect = (fromStageId: string | null, toStageId: string) => ({
  connections: [{ fromStageId, toStageId }],
})

describe('connecting stages', () => {
  it('makes a transition, and a global one from nowhere in particular', () => {
    expect(moves(having(document, 'connectStages', connect('Qualification', 'Negotiation')))).toContain(
      'Qualification → Negotiation',
    )
    const global = having(document, 'connectStages', connect(null, 'Won'))
    expect(
      Object.values(global.transitions).find(
        (transition) => transition.toStageId === 'Won' && transition.isGlobal,
      ),
    ).toMatchObject({ fromStageId: null })
  })

  it.each([
    ['Won', 'Lost', 'Won is a final stage and cannot have outgoing transitions.'],
    ['Proposal', 'Proposal', 'A stage cannot be connected to itself.'],
    ['Proposal', 'Negotiation', '“Proposal” is already connected to “Negotiation”.'],
    ['Proposal', 'x', 'The stage to connect to is not in this process any more.'],
    ['x', 'Proposal', 'The stage to connect from is not in this process any more.'],
    [null, 'Lost', 'Every open stage already leads to “Lost”.'],
  ])('refuses %s → %s in words', (from, to, reason) => {
    expect(refusal(document, 'connectStages', connect(from, to))).toBe(reason)
    expect(connectionRefusal(document, from, to)).toBe(reason)
  })

  it('refuses the same connection twice in one step', () => {
    const twice = {
      connections: [
        ...connect('Qualification', 'Won').connections,
        ...connect('Qualification', 'Won').connections,
      ],
    }
    expect(refusal(document, 'connectStages', twice)).toBe('The same two stages are named twice.')
  })

  it('marks a way back as rework where the policy allows it, and leaves it to the linter where not', () => {
    const back = connect('Negotiation', 'Qualification')
    const of = (result: typeof document) =>
      Object.values(result.transitions).find((transition) => transition.toStageId === 'Qualification')
        ?.isRework
    expect(of(having(document, 'connectStages', back))).toBe(false)
    expect(of(having(standard().policies({ allow_rework: true }).document, 'connectStages', back))).toBe(true)
  })

  it('reads as people say it', () => {
    expect(labelOf(document, 'connectStages', connect('Qualification', 'Negotiation'))).toBe(
      'Connect “Qualification” to “Negotiation”',
    )
    expect(labelOf(document, 'connectStages', connect(null, 'Won'))).toBe('Connect any open stage to “Won”')
    const lost = {
      connections: ['Qualification', 'Proposal'].map((from) => ({ fromStageId: from, toStageId: 'Lost' })),
    }
    expect(labelOf(document, 'connectStages', lost)).toBe('Connect 2 stages to “Lost”')
  })

  it('lets a transition lead elsewhere and keep the rest', () => {
    const next = having(document, 'reconnectTransition', {
      transitionId: 'Qualification → Proposal',
      toStageId: 'Won',
    })
    expect(next.transitions['Qualification → Proposal']).toMatchObject({
      fromStageId: 'Qualification',
      toStageId: 'Won',
    })
    expect(
      refusal(document, 'reconnectTransition', {
        transitionId: 'Qualification → Proposal',
        fromStageId: 'Lost',
      }),
    ).toBe('Lost is a final stage and cannot have outgoing transitions.')
  })

  it('makes a transition global, but asks for a stage on the way back', () => {
    const next = having(document, 'updateTransition', {
      transitionId: 'Qualification → Proposal',
      changes: { isGlobal: true },
    })
    expect(next.transitions['Qualification → Proposal']?.fromStageId).toBeNull()
    expect(
      refusal(next, 'updateTransition', { transitionId: '* → Lost', changes: { isGlobal: false } }),
    ).toMatch('Choose the stage that this transition leaves instead')
  })
})
