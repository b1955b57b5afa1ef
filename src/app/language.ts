/** Language and direction of the interface follow what was chosen on this device, else the system; at once. */
import { directionOf } from '../text/direction.ts'
import { text } from '../text/entrance.ts'
import { type Language, showLanguage, systemLanguage } from '../text/language.ts'
import { announce } from '../ui/announcer/index.ts'
import { onPreferences, type Preferences, preferences } from '../ui/preferences/index.ts'
import { showDirection } from '../ui/theme/index.ts'

const wanted = ({ language }: Preferences): Language =>
  language === 'system' ? systemLanguage(navigator.languages) : language

/** Where a language cannot be loaded (offline, a newer version), the interface keeps the one it has. */
async function follow(chosen: Preferences): Promise<void> {
  try {
    await showLanguage(wanted(chosen))
    document.documentElement.lang = wanted(chosen)
    await showDirection(chosen.direction === 'rtl' ? 'rtl' : directionOf(wanted(chosen)))
  } catch (error) {
    console.warn('The language could not be loaded; the interface stays in the one it has.', error)
    announce(text('app', 'languageNotLoaded'))
  }
}

/** Resolves when the first page can be drawn in the right language; from then on every change is followed. */
export async function followLanguage(): Promise<void> {
  let turn = follow(preferences())
  // One after the other: a part that comes late must not undo a later choice.
  onPreferences(() => {
    turn = turn.then(() => follow(preferences()))
  })
  await turn
}
