import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having, labelOf, refusal } from '../../../tests/kit/given.ts'
import type { StageChanges } from './changes.ts'

const { document } = standard()
const change = (changes: StageChanges) => labelOf(document, 'updateStage', { stageId: 'Proposal', changes })

describe('changing a stage', () => {
  it('has one entry at most', () => {
    const first = having(document, 'updateStage', { stageId: 'Qualification', changes: { isEntry: true } })
    const second = having(first, 'updateStage', { stageId: 'Proposal', changes: { isEntry: true } })
    expect(Object.values(second.stages).filter((stage) => stage.isEntry)).toHaveLength(1)
    expect(second.stages.Proposal?.isEntry).toBe(true)
  })

  it('made won it is no longer lost and stands at 100 %', () => {
    const next = having(document, 'updateStage', { stageId: 'Lost', changes: { isClosedWon: true } })
    expect(next.stages.Lost).toMatchObject({
      isClosedWon: true,
      isClosedLost: false,
      defaultProbability: 100,
      color: 'green',
    })
  })

  it('keeps a probability that is given with the kind', () => {
    const changes = { isClosedWon: true, defaultProbability: 90 }
    expect(
      having(document, 'updateStage', { stageId: 'Proposal', changes }).stages.Proposal?.defaultProbability,
    ).toBe(90)
  })

  it('leaves the document alone where nothing differs', () => {
    expect(
      having(document, 'updateStage', { stageId: 'Proposal', changes: { defaultProbability: 50 } }),
    ).toBe(document)
  })

  it.each([
    [{ defaultProbability: 60 }, 'Change probability of “Proposal” to 60 %'],
    [{ stageName: 'Offer' }, 'Rename “Proposal” to “Offer”'],
    [{ isActive: false }, 'Deactivate “Proposal”'],
    [{ isEntry: true }, 'Mark “Proposal” as entry stage'],
    [{ color: 'purple' as const }, 'Change color of “Proposal” to purple'],
    [{ averageDurationDays: 7 }, 'Change average duration of “Proposal” to 7 days'],
    [{ maxDurationDays: null }, 'Clear maximum duration of “Proposal”'],
    [{ requiredFields: ['amount'] }, 'Change required fields of “Proposal”'],
    [{ stageName: 'Offer', color: 'red' as const }, 'Change “Proposal”'],
  ])('reads as people say it: %j', (changes, label) => {
    expect(change(changes)).toBe(label)
  })

  it('labels bulk edits by what they have in common', () => {
    const all = (changes: StageChanges) =>
      labelOf(document, 'updateStages', {
        changes: { Qualification: changes, Proposal: changes, Negotiation: changes },
      })
    expect(all({ isActive: false })).toBe('Deactivate 3 stages')
    expect(
      labelOf(document, 'updateStages', {
        changes: { Qualification: { defaultProbability: 10 }, Proposal: { defaultProbability: 20 } },
      }),
    ).toBe('Change probability of 2 stages')
  })

  it('refuses a stage that is gone and a name that is too long, in words', () => {
    expect(refusal(document, 'updateStage', { stageId: 'x', changes: {} })).toBe(
      'The stage is not in this process any more.',
    )
    expect(refusal(document, 'updateStage', { stageId: 'Won', changes: { stageCode: 'x'.repeat(21) } })).toBe(
      'Code may have at most 20 characters.',
    )
  })
})
