import { describe, expect, it } from 'vitest'
import { progressOf } from './progress.ts'

const row = (state: 'waiting' | 'parked' | 'conflict', attempts = 0) => ({
  state,
  attempts,
  why: state === 'waiting' ? null : 'Somebody has to look.',
})
const facts = { sentFrom: 7, revision: 7, pending: [row('waiting')], hasNetwork: true }

describe('what became of a publish', () => {
  it.each([
    ['is on its way', {}, { kind: 'sending' }],
    ['waits for the network', { hasNetwork: false }, { kind: 'queued' }],
    ['waits for a server that does not answer', { pending: [row('waiting', 2)] }, { kind: 'queued' }],
    ['was refused', { pending: [row('parked')] }, { kind: 'parked', why: 'Somebody has to look.' }],
    ['met somebody else', { pending: [row('parked'), row('conflict')] }, { kind: 'conflict' }],
    ['is not in the outbox yet', { pending: [] }, { kind: 'sending' }],
    ['is the newest revision', { pending: [], revision: 8 }, { kind: 'done', revision: 8 }],
  ] as const)('%s', (_, change, expected) => {
    expect(progressOf({ ...facts, ...change })).toEqual(expected)
  })
})
