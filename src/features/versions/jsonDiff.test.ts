import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import { type JsonLine, jsonDiff, lineDiff } from './jsonDiff.ts'

const signs = { same: ' ', added: '+', removed: '-' } as const
const shown = (lines: readonly JsonLine[]) => lines.map(({ kind, text }) => signs[kind] + text)

describe('the difference as JSON', () => {
  it('keeps common lines and changes as few as possible', () => {
    expect(shown(lineDiff(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'd', 'e']))).toEqual([
      ' a',
      '-b',
      '+x',
      ' c',
      ' d',
      '+e',
    ])
    expect(lineDiff([], [])).toEqual([])
  })

  it('shows only the rows that differ, under wire names, with lines around the change', () => {
    const before = standard().document
    const after = having(before, 'updateStage', { stageId: 'Proposal', changes: { defaultProbability: 60 } })
    const rows = jsonDiff(before, after)
    expect(rows.map(({ path, name }) => `${path} ${name}`)).toEqual(['stages/Proposal Proposal'])
    expect(shown(rows[0]?.lines ?? [])).toEqual([
      ' ⋯',
      '   "description": null,',
      '   "stage_order": 2,',
      '-  "default_probability": 50,',
      '+  "default_probability": 60,',
      '   "is_active": true,',
      '   "is_closed_won": false,',
      ' ⋯',
    ])
  })

  it('shows a removed row whole', () => {
    const before = standard().document
    const rows = jsonDiff(before, having(before, 'removeTransitions', { transitionIds: ['* → Lost'] }))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.lines.every(({ kind }) => kind === 'removed')).toBe(true)
  })
})
