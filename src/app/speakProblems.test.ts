import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../domain/lint/rule.ts'
import { moment } from '../ui/announcer/announcer.ts'
import { activity, resetAnnouncer } from '../ui/announcer/index.ts'
import { speakProblems } from './speakProblems.ts'

beforeEach(() => {
  vi.useFakeTimers()
  resetAnnouncer()
})
afterEach(() => vi.useRealTimers())

const wrong = (id: string): Problem => ({
  id,
  ruleId: 'graph/dead-end',
  severity: 'error',
  at: { kind: 'stage', id },
  message: `${id} has no way out.`,
  waivedBy: null,
  waivable: false,
})
const said = () => {
  vi.advanceTimersByTime(moment)
  return activity().map(({ text }) => text)
}

/** A process that has these problems; each change says so. */
function having(...names: string[]) {
  let problems: Problem[] | null = names.map(wrong)
  const speaker = speakProblems(() => problems)
  speaker.seen()
  return {
    become(...next: string[]) {
      problems = next.map(wrong)
      speaker.changed()
    },
    close() {
      problems = null
    },
  }
}

describe('what is said of problems', () => {
  it('does not call one fixed where another took its place within the same moment', () => {
    const process = having('Proposal', 'Won')
    process.become('Proposal', 'Won', 'Negotiation')
    process.become('Won', 'Negotiation')
    expect(said()).toEqual(['New problem: Negotiation has no way out. 2 problems in total.'])
  })

  it('says nothing where a change and the next leave all as it was', () => {
    const process = having('Proposal')
    process.become('Proposal', 'Won')
    process.become('Proposal')
    expect(said()).toEqual([])
    process.become()
    expect(said()).toEqual(['No problems.'])
  })

  it('says nothing of a process that was closed meanwhile', () => {
    const process = having('Proposal')
    process.become()
    process.close()
    expect(said()).toEqual([])
  })
})
