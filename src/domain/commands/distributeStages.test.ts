import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { having, labelOf, refusal } from '../../../tests/kit/given.ts'

const row = aProcess()
  .stage('Close', { at: [900, 10] })
  .stage('Qualify', { at: [0, 0] })
  .stage('Propose', { at: [210, 300] }).document
const all = ['Close', 'Qualify', 'Propose']

describe('distributing stages', () => {
  it('evens out the steps between the outermost, whatever the order they were named in', () => {
    const { stages } = having(row, 'distributeStages', { stageIds: all, direction: 'horizontally' })
    expect(stages.Qualify?.position).toMatchObject({ x: 0, y: 0 })
    expect(stages.Propose?.position).toMatchObject({ x: 450, y: 300 })
    expect(stages.Close?.position).toMatchObject({ x: 900, y: 10 })
  })

  it('works downwards too', () => {
    const { stages } = having(row, 'distributeStages', { stageIds: all, direction: 'vertically' })
    expect(stages.Close?.position).toMatchObject({ x: 900, y: 150 })
  })

  it('names the step, and asks for a third stage', () => {
    expect(labelOf(row, 'distributeStages', { stageIds: all, direction: 'vertically' })).toBe(
      'Distribute 3 stages vertically',
    )
    expect(
      refusal(row, 'distributeStages', { stageIds: ['Close', 'Qualify'], direction: 'vertically' }),
    ).toBe('Select three or more stages to distribute them.')
  })
})
