/**
 * How this device shows the app: theme, contrast, motion, keys. The system's wish by default. Kept in local storage under
 * the key that `public/appearance.js` reads before the first paint; written to attributes of the root element, which
 * the CSS variables follow.
 */
import { useSyncExternalStore } from 'react'

export interface Appearance {
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'system' | 'more'
  readonly motion: 'system' | 'reduce'
  /** Shortcuts of a single character; who speaks to the computer or is read to may switch them off (WCAG 2.1.4). */
  readonly singleKeys: 'system' | 'off'
}

const storageKey = 'stagecraft.appearance'
const byDefault: Appearance = { theme: 'system', contrast: 'system', motion: 'system', singleKeys: 'system' }
const listeners = new Set<() => void>()
let current: Appearance | null = null

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((item) => item === value) ?? otherwise

function read(): Appearance {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    const choice: Partial<Record<keyof Appearance, unknown>> =
      typeof stored === 'object' && stored ? stored : {}
    return {
      theme: oneOf(choice.theme, ['system', 'light', 'dark'], 'system'),
      contrast: oneOf(choice.contrast, ['system', 'more'], 'system'),
      motion: oneOf(choice.motion, ['system', 'reduce'], 'system'),
      singleKeys: oneOf(choice.singleKeys, ['system', 'off'], 'system'),
    }
  } catch (error) {
    console.warn('The appearance chosen on this device could not be read; the system’s is used.', error)
    return byDefault
  }
}

export function appearance(): Appearance {
  current ??= read()
  return current
}

/** Only choices that differ from the system's are kept. */
export function setAppearance(change: Partial<Appearance>): void {
  current = { ...appearance(), ...change }
  const chosen = Object.fromEntries(Object.entries(current).filter(([, value]) => value !== 'system'))
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen))
  } catch (error) {
    console.warn('The appearance could not be kept for the next visit.', error)
  }
  applyAppearance()
  for (const listener of listeners) listener()
}

const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** The scheme that is on the screen now. */
export function shownScheme(): 'light' | 'dark' {
  const { theme } = appearance()
  if (theme !== 'system') return theme
  return systemIsDark().matches ? 'dark' : 'light'
}

export function applyAppearance(): void {
  const { contrast, motion } = appearance()
  const data = document.documentElement.dataset
  data.theme = shownScheme()
  if (contrast === 'more') data.contrast = 'more'
  else delete data.contrast
  if (motion === 'reduce') data.motion = 'reduce'
  else delete data.motion
}

function subscribe(listener: () => void): () => void {
  const system = systemIsDark()
  const follow = () => {
    applyAppearance()
    listener()
  }
  system.addEventListener('change', follow)
  listeners.add(listener)
  return () => {
    system.removeEventListener('change', follow)
    listeners.delete(listener)
  }
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, appearance)
export const useShownScheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, shownScheme)

/** True where the system or this device asks for less motion. */
export const prefersReducedMotion = (): boolean =>
  appearance().motion === 'reduce' || matchMedia('(prefers-reduced-motion: reduce)').matches
