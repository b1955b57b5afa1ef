/**
 * How the page shows what was chosen for this device: attributes of the root element, which the CSS variables and
 * base.css follow. `public/appearance.js` sets the same ones before the first paint.
 */
import { useSyncExternalStore } from 'react'
import { setVerbosity } from '../../text/verbosity.ts'
import { followOtherTabs, onPreferences, type Preferences, preferences } from '../preferences/index.ts'

const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** The scheme that is on the screen now. */
export function shownScheme(): 'light' | 'dark' {
  const { theme } = preferences()
  if (theme !== 'system') return theme
  return systemIsDark().matches ? 'dark' : 'light'
}

function show({ contrast, motion, textSize, focusRing, verbosity }: Preferences): void {
  const data = document.documentElement.dataset
  data.theme = shownScheme()
  data.contrast = contrast
  data.motion = motion
  data.textSize = textSize
  data.focusRing = focusRing
  setVerbosity(verbosity)
}

/** Shows what was chosen, now and after each change here, in another tab and of the system. Returns how to stop. */
export function followPreferences(): () => void {
  const system = systemIsDark()
  const follow = () => show(preferences())
  follow()
  const stop = [followOtherTabs(), onPreferences(show)]
  system.addEventListener('change', follow)
  return () => {
    system.removeEventListener('change', follow)
    for (const end of stop) end()
  }
}

function onScheme(listener: () => void): () => void {
  const system = systemIsDark()
  const stop = onPreferences(listener)
  system.addEventListener('change', listener)
  return () => {
    system.removeEventListener('change', listener)
    stop()
  }
}

export const useShownScheme = (): 'light' | 'dark' => useSyncExternalStore(onScheme, shownScheme)

/** True where the system or this device asks for less motion. */
export const prefersReducedMotion = (): boolean =>
  preferences().motion === 'reduce' || matchMedia('(prefers-reduced-motion: reduce)').matches
