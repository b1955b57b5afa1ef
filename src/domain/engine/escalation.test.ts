import { expect, it } from 'vitest'
import { newStage } from '../process/stage.ts'
import { stayOf } from './escalation.ts'

it('judges a stay by the usual, the longest and the day of escalation', () => {
  const stage = newStage({
    id: 's',
    stageName: 'Lead',
    averageDurationDays: 5,
    maxDurationDays: 10,
    escalation: { after_days: 14, tell: [] },
  })
  expect([5, 6, 10, 11, 14].map((days) => stayOf(stage, days))).toEqual([
    'usual',
    'slow',
    'slow',
    'too_long',
    'escalated',
  ])
  expect(stayOf(newStage({ id: 's', stageName: 'Lead' }), 900)).toBe('usual')
})
