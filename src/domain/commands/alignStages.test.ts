import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { having, labelOf, refusal } from '../../../tests/kit/given.ts'
import type { ProcessDocument } from '../process/process.ts'

const scattered = aProcess()
  .stage('Qualify', { at: [0, 0] })
  .stage('Propose', { at: [310, 41] })
  .stage('Close', { at: [700, 120] }).document
const all = ['Qualify', 'Propose', 'Close']
const places = (document: ProcessDocument) =>
  all.map((id) => [document.stages[id]?.position.x, document.stages[id]?.position.y])

describe('aligning stages', () => {
  it.each([
    ['left', [0, 0], [0, 41], [0, 120]],
    ['center', [350, 0], [350, 41], [350, 120]],
    ['right', [700, 0], [700, 41], [700, 120]],
    ['top', [0, 0], [310, 0], [700, 0]],
    ['middle', [0, 60], [310, 60], [700, 60]],
    ['bottom', [0, 120], [310, 120], [700, 120]],
  ] as const)('to the %s moves along one direction only', (to, ...expected) => {
    expect(places(having(scattered, 'alignStages', { stageIds: all, to }))).toEqual(expected)
  })

  it('leaves the stages alone that were not named', () => {
    const after = having(scattered, 'alignStages', { stageIds: ['Qualify', 'Propose'], to: 'bottom' })
    expect(after.stages.Close).toBe(scattered.stages.Close)
  })

  it('names the step, and asks for a second stage', () => {
    expect(labelOf(scattered, 'alignStages', { stageIds: all, to: 'top' })).toBe(
      'Align 3 stages at their top edges',
    )
    expect(refusal(scattered, 'alignStages', { stageIds: ['Close', 'Close'], to: 'top' })).toBe(
      'Select two or more stages to align them.',
    )
    expect(refusal(scattered, 'alignStages', { stageIds: ['Close', 'gone'], to: 'top' })).toBe(
      'A stage to align is not in this process any more.',
    )
  })
})
