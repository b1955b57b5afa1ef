import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../tests/kit/builders.ts'
import { having, moves, namesInOrder, refusal, stageNamed } from '../../../tests/kit/given.ts'
import { overlaps } from './placement.ts'

describe('adding a stage', () => {
  it('puts it after its predecessor, connected, between the neighbours in every respect', () => {
    const document = having(standard().document, 'addStage', {
      name: 'Discovery',
      afterStageId: 'Proposal',
      connect: true,
    })
    expect(namesInOrder(document)).toEqual([
      'Qualification',
      'Proposal',
      'Discovery',
      'Negotiation',
      'Won',
      'Lost',
    ])
    expect(stageNamed(document, 'Discovery')).toMatchObject({
      stageCode: 'DISCOVERY',
      stageOrder: 3,
      defaultProbability: 65,
      color: 'blue',
      companyId: 'company',
      processId: 'process',
      createdByUserId: 'ada',
    })
    expect(moves(document)).toContain('Proposal → Discovery')
  })

  it('keeps closed stages last, whatever it was added after', () => {
    const document = having(standard().document, 'addStage', {
      name: 'Late',
      afterStageId: 'Lost',
      connect: true,
    })
    expect(namesInOrder(document).slice(-3)).toEqual(['Late', 'Won', 'Lost'])
    expect(moves(document)).toEqual(moves(standard().document))
  })

  it('puts a won stage before the lost ones, a lost one last', () => {
    const won = having(standard().document, 'addStage', { kind: 'won', afterStageId: 'Qualification' })
    expect(namesInOrder(won).slice(-3)).toEqual(['Won', 'Closed won', 'Lost'])
    expect(stageNamed(won, 'Closed won')).toMatchObject({
      defaultProbability: 100,
      color: 'green',
      isClosedWon: true,
    })
    const lost = having(won, 'addStage', { kind: 'lost' })
    expect(namesInOrder(lost).at(-1)).toBe('Closed lost')
  })

  it('marks the first open stage as the entry and no later one', () => {
    const first = having(aProcess().document, 'addStage', {})
    expect(stageNamed(first, 'New stage')).toMatchObject({ isEntry: true, stageOrder: 1 })
    const second = having(first, 'addStage', {})
    expect(stageNamed(second, 'New stage 2')).toMatchObject({ isEntry: false, stageCode: 'NEW_STAGE_2' })
  })

  it('gives a code that is free and of at most 20 plain characters', () => {
    let document = aProcess().document
    for (let count = 0; count < 11; count += 1)
      document = having(
        document,
        'addStage',
        { name: 'Prüfung des Angebots' },
        {
          newId: () => `s${count}`,
          now: '',
          actorId: '',
          reference: { categories: {}, actions: {}, approvalWorkflows: {}, fields: {} },
        },
      )
    const codes = Object.values(document.stages).map((stage) => stage.stageCode)
    expect(new Set(codes).size).toBe(11)
    for (const code of codes) expect(code).toMatch(/^[A-Z0-9_]{1,20}$/)
    expect(codes).toContain('PRUEFUNG_DES_ANGEBOT')
    expect(codes).toContain('PRUEFUNG_DES_ANGE_10')
  })

  it('never puts a stage on top of another', () => {
    const place = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -300, max: 300 }),
    })
    fc.assert(
      fc.property(fc.array(fc.option(place, { nil: undefined }), { maxLength: 12 }), (places) => {
        let document = aProcess().document
        for (const [index, position] of places.entries())
          document = having(document, 'addStage', { id: `s${index}`, ...(position ? { position } : {}) })
        const cards = Object.values(document.stages).map((stage) => stage.position)
        for (const [index, card] of cards.entries())
          for (const other of cards.slice(index + 1)) expect(overlaps(card, other)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a predecessor that is gone and an id that is taken', () => {
    const { document } = standard()
    expect(refusal(document, 'addStage', { afterStageId: 'x' })).toBe(
      'The stage to add after is not in this process any more.',
    )
    expect(refusal(document, 'addStage', { id: 'Won' })).toBe('There is already a stage with this id.')
    expect(refusal(document, 'addStage', { name: 'x'.repeat(101) })).toBe(
      'Name may have at most 100 characters.',
    )
  })
})
