import { describe, expect, it } from 'vitest'
import { withRows } from '../process/process.ts'
import { newTransition } from '../process/transition.ts'
import { nextAutomaticTransition, walkAutomatically } from './automatic.ts'
import { deal, now, process, reference, representative } from './engine.cases.ts'

const isRich = { id: 'rich', name: 'Rich', check: { '>': [{ var: 'amount' }, 100] }, message: 'Too small.' }
const question = (document: ReturnType<typeof process>, fields = {}, at = now) => ({
  document,
  reference,
  deal: deal({ fields }),
  actor: representative,
  now: at,
})

describe('automatic transitions', () => {
  const document = withRows(
    process({ transitions: { 'make-offer': { isAutomatic: true, priority: 2, conditions: [isRich] } } }),
    {
      transitions: [
        newTransition({
          id: 'drop',
          fromStageId: 'lead',
          toStageId: 'lost',
          isAutomatic: true,
          priority: 1,
          afterDays: 30,
        }),
      ],
    },
  )

  it('wait until they are satisfied', () => {
    expect(nextAutomaticTransition(question(document))).toBeNull()
    expect(nextAutomaticTransition(question(document, { amount: 500 }))?.transition.id).toBe('make-offer')
  })

  it('fire after their days, the lowest priority number first', () => {
    const later = '2026-04-09T09:00:00.000Z'
    expect(nextAutomaticTransition(question(document, { amount: 500 }, later))?.transition.id).toBe('drop')
  })

  it('are walked until nothing is satisfied', () => {
    const both = process({
      transitions: {
        'make-offer': { isAutomatic: true, conditions: [isRich] },
        sign: { isAutomatic: true, conditions: [isRich] },
      },
    })
    const walk = walkAutomatically(question(both, { amount: 500 }))
    expect([walk.moves.length, walk.deal.stageId, walk.error]).toEqual([2, 'won', null])
  })

  it('that lead in a circle stop with a clear error after as many moves as there are stages', () => {
    const circle = withRows(process({ transitions: { 'make-offer': { isAutomatic: true } } }), {
      transitions: [
        newTransition({
          id: 'back',
          fromStageId: 'offer',
          toStageId: 'lead',
          isAutomatic: true,
          isRework: true,
        }),
      ],
    })
    const walk = walkAutomatically(question(circle))
    expect(walk.moves).toHaveLength(5)
    expect(walk.error).toBe(
      'Automatic transitions lead in a circle: after 5 moves the deal stands in “Offer” and would move on. Give them conditions that exclude each other.',
    )
  })
})
