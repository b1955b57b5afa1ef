import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, moves, namesInOrder, refusal, stageNamed } from '../../../tests/kit/given.ts'

const source = standard().document
const fragment = {
  stages: Object.values(source.stages).filter((stage) =>
    ['Qualification', 'Proposal', 'Lost'].includes(stage.id),
  ),
  transitions: Object.values(source.transitions),
}

describe('pasting', () => {
  it('brings stages and the transitions among them into another process', () => {
    const document = having(
      aProcess('Other').process({ id: 'other', companyId: 'them' }).document,
      'pasteFragment',
      {
        fragment,
      },
    )
    expect(namesInOrder(document)).toEqual(['Qualification', 'Proposal', 'Lost'])
    expect(moves(document)).toEqual(['* → Lost', 'Qualification → Proposal'])
    for (const stage of Object.values(document.stages)) {
      expect(source.stages[stage.id]).toBeUndefined()
      expect(stage).toMatchObject({ processId: 'other', companyId: 'them', isEntry: false })
    }
    expect(stageNamed(document, 'Proposal').position).toEqual({ x: 300, y: 40 })
  })

  it('pasted into its own process it has names and codes of its own, closed stages last', () => {
    const document = having(source, 'pasteFragment', { fragment })
    expect(namesInOrder(document)).toEqual([
      'Qualification',
      'Proposal',
      'Negotiation',
      'Qualification 2',
      'Proposal 2',
      'Won',
      'Lost',
      'Lost 2',
    ])
    expect(stageNamed(document, 'Proposal 2').stageCode).toBe('PROPOSAL_2')
  })

  it('goes on by 40 px, never hiding a copy behind a copy', () => {
    const twice = having(
      having(source, 'pasteFragment', { fragment }),
      'pasteFragment',
      { fragment },
      {
        newId: (() => {
          let count = 0
          return () => `second-${++count}`
        })(),
        now: '',
        actorId: '',
        reference: { categories: {}, actions: {}, approvalWorkflows: {}, fields: {} },
      },
    )
    const places = Object.values(twice.stages).map(({ position }) => `${position.x},${position.y}`)
    expect(new Set(places).size).toBe(places.length)
    expect(stageNamed(twice, 'Proposal 3').position).toEqual({ x: 340, y: 80 })
  })

  it('duplicates beside the originals', () => {
    const document = having(source, 'duplicateStages', { stageIds: ['Qualification', 'Proposal'] })
    expect(namesInOrder(document).slice(0, 4)).toEqual([
      'Qualification',
      'Qualification copy',
      'Proposal',
      'Proposal copy',
    ])
    expect(moves(document)).toContain('Qualification copy → Proposal copy')
    expect(stageNamed(document, 'Proposal copy').position).toEqual({ x: 260, y: 150 })
    expect(labelOf(source, 'duplicateStages', { stageIds: ['Won'] })).toBe('Duplicate “Won”')
  })

  it('refuses nothing at all', () => {
    expect(refusal(source, 'pasteFragment', { fragment: { stages: [], transitions: [] } })).toBe(
      'There is no stage to paste.',
    )
  })
})
