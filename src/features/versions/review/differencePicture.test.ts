import { describe, expect, it } from 'vitest'
import { standard } from '../../../../tests/kit/builders.ts'
import { having } from '../../../../tests/kit/given.ts'
import { differencePicture } from './differencePicture.ts'

const before = standard().document
const marks = (after: typeof before) => {
  const { nodes, edges, counts } = differencePicture(before, after)
  const told = [...nodes, ...edges]
    .filter(({ mark }) => mark !== 'same')
    .map(({ id, mark }) => `${id} ${mark}`)
  return { told: told.sort(), counts }
}

describe('the picture of a difference', () => {
  it('shows both sides at once: what comes, what changes and what goes', () => {
    const renamed = having(before, 'updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })
    const added = having(renamed, 'addStage', { id: 'Pilot', changes: { stageName: 'Pilot' } })
    const after = having(added, 'removeStages', { stageIds: ['Negotiation'] })
    const { told, counts } = marks(after)
    expect(told).toEqual(
      expect.arrayContaining([
        'Negotiation removed',
        'Pilot added',
        'Proposal changed',
        'Negotiation → Won removed',
      ]),
    )
    expect(counts).toEqual({ added: 1, changed: 1, removed: 1 })
  })

  it('calls a card that was only moved the same', () => {
    const moved = having(before, 'moveStages', { positions: { Proposal: { x: 5, y: 900 } } })
    expect(marks(moved).told).toEqual([])
  })

  it('keeps a removed card in sight where another stands in its place', () => {
    const gone = having(before, 'removeStages', { stageIds: ['Negotiation'] })
    const place = before.stages.Negotiation?.position ?? { x: 0, y: 0 }
    const after = having(gone, 'moveStages', { positions: { Proposal: place } })
    const { nodes } = differencePicture(before, after)
    const places = nodes.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(places.length)
  })
})
