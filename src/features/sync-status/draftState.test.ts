import { describe, expect, it } from 'vitest'
import type { Wish } from '../../data/drafts/database.ts'
import { changesInWords, type DraftFacts, draftStateOf } from './draftState.ts'

const facts: DraftFacts = {
  revision: 7,
  changes: 3,
  save: { kind: 'saved' },
  pending: [],
  behind: null,
  hasNetwork: true,
  backedUp: false,
}
const row = (state: 'waiting' | 'parked' | 'conflict', why: string | null = null, wish?: Wish) => ({
  state,
  why,
  ...(wish && { wish }),
})
const restore: Wish = { kind: 'restore', revision: 3 }
const said = (change: Partial<DraftFacts>) => draftStateOf({ ...facts, ...change }).kind

describe('the state of a draft', () => {
  it.each([
    ['changed', {}],
    ['published', { changes: 0 }],
    ['changed', { changes: 0, revision: 0 }],
    ['saving', { save: { kind: 'saving' } }],
    ['publishing', { pending: [row('waiting')] }],
    ['waiting', { pending: [row('waiting')], hasNetwork: false }],
    ['parked', { pending: [row('parked', 'No permission.')] }],
    ['conflict', { pending: [row('conflict')], behind: 8 }],
    ['behind', { behind: 8 }],
    ['not_saved', { save: { kind: 'failed', storageFull: true, why: 'Full.' }, pending: [row('waiting')] }],
  ] as const)('is %s with %j', (kind, change) => {
    expect(said(change)).toBe(kind)
  })

  it.each([
    ['Restores when online', 'waiting', false],
    ['Restoring…', 'waiting', true],
    ['Not restored', 'parked', true],
  ] as const)('says “%s” of an earlier revision that comes back', (word, state, hasNetwork) => {
    expect(draftStateOf({ ...facts, hasNetwork, pending: [row(state, null, restore)] }).word).toBe(word)
  })

  it('tells a draft that is on this device alone from one that the server has as well', () => {
    expect(draftStateOf(facts).word).toBe('Saved on this device')
    expect(draftStateOf({ ...facts, backedUp: true }).word).toBe('Backed up')
  })

  it('counts what changed, in words', () => {
    expect(changesInWords({ revision: 7, changes: 1 })).toBe('1 change since r7')
    expect(changesInWords({ revision: 7, changes: 3 })).toBe('3 changes since r7')
    expect(changesInWords({ revision: 0, changes: 0 })).toBe('Never published')
    expect(changesInWords({ revision: 7, changes: 0 })).toBeNull()
  })
})
