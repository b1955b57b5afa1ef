import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setPreferences } from '../preferences/index.ts'
import { activity, announce, moment, resetAnnouncer, stay, typingPause, watchTyping } from './announcer.ts'

const spoken = (id = 'sr-polite'): string[] =>
  [...(document.getElementById(id)?.children ?? [])].map((line) => line.textContent ?? '')

const aMomentLater = () => vi.advanceTimersByTime(moment)

let stopWatching = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML =
    '<div id="sr-polite" role="log"></div><div id="sr-assertive" role="alert"></div><input aria-label="Name" />'
  resetAnnouncer()
  stopWatching = watchTyping(document)
})

afterEach(() => {
  stopWatching()
  vi.useRealTimers()
})

const type = () => document.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true }))

describe('the announcer', () => {
  it('speaks a repeated message again', () => {
    announce('Saved.')
    aMomentLater()
    announce('Saved.')
    aMomentLater()
    expect(spoken()).toEqual(['Saved.', 'Saved.'])
  })

  it('speaks names without the quotation marks that the log keeps', () => {
    announce('“Legal” has no way out.')
    aMomentLater()
    expect(spoken()).toEqual(['Legal has no way out.'])
    expect(activity().map((entry) => entry.text)).toEqual(['“Legal” has no way out.'])
  })

  it('removes a message after ten seconds, but keeps it readable', () => {
    announce('Stage added.')
    aMomentLater()
    vi.advanceTimersByTime(stay)
    expect(spoken()).toEqual([])
    expect(activity().map((entry) => entry.text)).toEqual(['Stage added.'])
  })

  it('speaks only the last of a topic within a moment', () => {
    announce('3 results.', { topic: 'filter' })
    announce('2 results.', { topic: 'filter' })
    announce('Stage added.')
    aMomentLater()
    expect(spoken()).toEqual(['2 results.', 'Stage added.'])
  })

  it('finds words that depend on the outcome when it speaks them, and says nothing where there are none', () => {
    let count = 3
    announce(() => (count === 0 ? '' : `${count} left.`), { topic: 'count' })
    count = 2
    aMomentLater()
    expect(spoken()).toEqual(['2 left.'])
    announce(() => (count === 0 ? '' : `${count} left.`), { topic: 'count' })
    count = 0
    aMomentLater()
    expect(spoken()).toEqual(['2 left.'])
  })

  it('says the result first, then what follows, then one hint', () => {
    announce('Press F8 to go there.', { kind: 'hint' })
    announce('2 problems.', { kind: 'consequence' })
    announce('Stage deleted.')
    aMomentLater()
    expect(spoken()).toEqual(['Stage deleted.', '2 problems.', 'Press F8 to go there.'])
  })

  it('gives the same hint once a session', () => {
    announce('Enter drops it.', { kind: 'hint' })
    aMomentLater()
    announce('Enter drops it.', { kind: 'hint' })
    aMomentLater()
    expect(spoken()).toEqual(['Enter drops it.'])
  })

  it('interrupts at once when something is lost', () => {
    announce('Could not save.', { assertive: true })
    expect(spoken('sr-assertive')).toEqual(['Could not save.'])
    expect(spoken()).toEqual([])
  })

  it('keeps counts back while someone types', () => {
    type()
    announce('2 problems.', { kind: 'consequence', afterTyping: true })
    announce('Stage added.')
    aMomentLater()
    expect(spoken()).toEqual(['Stage added.'])
    vi.advanceTimersByTime(typingPause)
    expect(spoken()).toEqual(['Stage added.', '2 problems.'])
  })

  it('lets counts out as soon as the field is left', () => {
    type()
    announce('2 problems.', { afterTyping: true })
    document.querySelector('input')?.dispatchEvent(new Event('focusout', { bubbles: true }))
    aMomentLater()
    expect(spoken()).toEqual(['2 problems.'])
  })

  it('remembers the last fifty messages', () => {
    for (let n = 1; n <= 60; n += 1) announce(`Message ${n}.`)
    aMomentLater()
    expect(activity()).toHaveLength(50)
    expect(activity().at(-1)?.text).toBe('Message 60.')
  })
})

describe('what was chosen for this device', () => {
  afterEach(() => setPreferences({ hints: true, sounds: false }))

  it('keeps hints back where they are switched off', () => {
    setPreferences({ hints: false })
    announce('Enter drops it.', { kind: 'hint' })
    announce('Moving Proposal.')
    aMomentLater()
    expect(spoken()).toEqual(['Moving Proposal.'])
  })

  it('adds a tone where tones are switched on, one a moment', async () => {
    const started: number[] = []
    vi.stubGlobal('AudioContext', audioContextThatNotes(started))
    announce('Stage added.')
    aMomentLater()
    setPreferences({ sounds: true })
    announce('Stage added.')
    announce('2 problems.', { kind: 'consequence' })
    aMomentLater()
    await vi.waitFor(() => expect(started).toEqual([523, 659]))
    announce('Could not save.', { assertive: true })
    await vi.waitFor(() => expect(started).toEqual([523, 659, 440, 330, 440, 330]))
    vi.unstubAllGlobals()
  })
})

/** Sound itself cannot be heard here: notes the frequencies that start. */
function audioContextThatNotes(started: number[]) {
  const parameter = { value: 0, setValueAtTime() {}, linearRampToValueAtTime() {} }
  return class {
    readonly currentTime = 0
    readonly destination = {}
    createGain() {
      return { gain: parameter, connect() {} }
    }
    createOscillator() {
      const frequency = { value: 0 }
      return { type: '', frequency, connect() {}, start: () => started.push(frequency.value), stop() {} }
    }
  }
}
