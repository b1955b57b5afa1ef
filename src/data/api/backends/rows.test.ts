/** What a backend without versions says of a stage, and what it hides, as a process. */
import { describe, expect, it } from 'vitest'
import { masked } from '../../../domain/process/masking.ts'
import { newProcess } from '../../../domain/process/process.ts'
import { changedFields, documentFrom, type Row, rowOfStage } from './rows.ts'

const blank = newProcess({ id: 'p', processName: 'Sales' })
const read = (row: Row, known = blank) =>
  documentFrom({ stages: { a: { stage_name: 'A', stage_code: 'A', ...row } }, transitions: {} }, (id) => id, [
    known,
  ])

describe('a stage of another backend', () => {
  it('names what is hidden in it, and is seen again once it is said', () => {
    const hidden = read({ description: masked })
    expect(hidden.stages.a).toMatchObject({ stageName: 'A', description: null, hidden: ['description'] })
    const shown = read({ description: 'Said' }, hidden).stages.a
    expect([shown?.description, shown?.hidden]).toEqual(['Said', undefined])
    // And what was known here of it goes when it is hidden.
    expect(read({ description: masked }, read({ description: 'Said' })).stages.a?.description).toBeNull()
  })

  it('sends nothing of what is hidden, though it is changed elsewhere', () => {
    const { a: before } = read({ description: masked }).stages
    if (!before) throw new Error('There is no stage.')
    expect(changedFields(rowOfStage(before), rowOfStage({ ...before, stageName: 'B' }))).toEqual({
      stage_name: 'B',
    })
  })

  it('is as it was where something else holds what looks like hidden', () => {
    expect(
      read({ stage_name: masked, default_probability: masked, description: 'Kept' }).stages.a,
    ).toMatchObject({
      stageName: '',
      defaultProbability: 0,
      description: 'Kept',
    })
  })
})
