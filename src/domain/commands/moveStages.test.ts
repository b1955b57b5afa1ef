import { expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'

it('remembers what somebody placed, until everything is laid out', () => {
  const moved = having(standard().document, 'moveStages', { positions: { Proposal: { x: 7, y: 8 } } })
  expect(moved.stages.Proposal?.position).toEqual({ x: 7, y: 8, by_hand: true })
  expect(moved.stages.Won?.position).not.toHaveProperty('by_hand')
  const laid = having(moved, 'layoutProcess', { positions: { Proposal: { x: 0, y: 0 } } })
  expect(laid.stages.Proposal?.position).toEqual({ x: 0, y: 0 })
})
