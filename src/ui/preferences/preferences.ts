/**
 * What somebody has chosen for this device: looks, words, keys. One store, kept in local storage under the key that
 * `public/appearance.js` reads before the first paint; a choice made in one tab holds in all of them. Only what differs
 * from the default is kept, so a default that changes reaches everybody who never chose.
 */
import { useSyncExternalStore } from 'react'

/** The allowed values of each choice; the first is the default. */
export const choices = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  motion: ['system', 'reduce'],
  language: ['system', 'en', 'de'],
  /** `rtl` turns the page whatever its language: for tests, until a language is spoken that runs so. Not offered. */
  direction: ['language', 'rtl'],
  textSize: ['normal', 'large', 'larger'],
  /** How focus is drawn: `strong` is a thick ring in two colors. */
  focusRing: ['normal', 'strong'],
  /** How much a screen reader is told (see `src/text/verbosity.ts`). */
  verbosity: ['standard', 'brief', 'detailed'],
  /** What can be done next, said once a session. */
  hints: [true, false],
  /** Short tones beside what is announced. */
  sounds: [false, true],
  /** Shortcuts of a single character; who speaks to the computer may switch them off (WCAG 2.1.4). */
  singleKeys: [true, false],
  /** What a process opens with; `auto` is the canvas, but the list on narrow screens. */
  defaultView: ['auto', 'canvas', 'list'],
} as const

type Choices = { readonly [Name in keyof typeof choices]: (typeof choices)[Name][number] }

/** Shortcuts that replace an action's own, by the action's id; an empty list takes them away. */
export type RemappedKeys = Readonly<Record<string, readonly string[]>>

export interface Preferences extends Choices {
  readonly remappedKeys: RemappedKeys
}

export const preferencesKey = 'stagecraft.preferences'

const names = Object.keys(choices) as (keyof Choices)[]
const byDefault: Preferences = {
  ...(Object.fromEntries(names.map((name) => [name, choices[name][0]])) as Choices),
  remappedKeys: {},
}

type Listener = (preferences: Preferences) => void
const listeners = new Set<Listener>()
let current: Preferences | null = null

/** As chosen on this device; the defaults where nothing was chosen or what was kept cannot be read. */
export function preferences(): Preferences {
  current ??= kept()
  return current
}

/** Keeps a choice and tells everybody who listens. Where the device keeps nothing, it holds until the page is left. */
export function setPreferences(change: Partial<Preferences>): void {
  hold({ ...preferences(), ...change })
  const chosen = Object.fromEntries(
    Object.entries(preferences()).filter(([name, value]) => {
      const usual = name === 'remappedKeys' ? '{}' : JSON.stringify(byDefault[name as keyof Choices])
      return JSON.stringify(value) !== usual
    }),
  )
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(chosen))
  } catch (error) {
    console.warn('The choice could not be kept for the next visit.', error)
  }
}

/** Calls back after each change, of this tab or another. Returns how to stop. */
export function onPreferences(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, preferences)

/** Follows choices made in other tabs. Called once at start; returns how to stop. */
export function followOtherTabs(): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === preferencesKey || key === null) hold(kept())
  }
  addEventListener('storage', follow)
  return () => removeEventListener('storage', follow)
}

function hold(next: Preferences): void {
  current = next
  for (const listener of listeners) listener(next)
}

function kept(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(preferencesKey) ?? '{}')
    const found: Readonly<Record<string, unknown>> = { ...(typeof stored === 'object' ? stored : null) }
    const valid = names.filter((name) => choices[name].some((allowed) => allowed === found[name]))
    return {
      ...byDefault,
      ...Object.fromEntries(valid.map((name) => [name, found[name]])),
      remappedKeys: keysFrom(found.remappedKeys),
    }
  } catch (error) {
    console.warn('What was chosen on this device could not be read; the defaults hold.', error)
    return byDefault
  }
}

function keysFrom(value: unknown): RemappedKeys {
  if (typeof value !== 'object' || value === null) return {}
  const lists = Object.entries(value).filter(
    (entry): entry is [string, string[]] =>
      Array.isArray(entry[1]) && entry[1].every((shortcut) => typeof shortcut === 'string'),
  )
  return Object.fromEntries(lists)
}
