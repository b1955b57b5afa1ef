/** The language of the interface follows what was chosen on this device, else the system; a choice holds at once. */
import { text } from '../text/entrance.ts'
import { type Language, showLanguage, systemLanguage } from '../text/language.ts'
import { announce } from '../ui/announcer/index.ts'
import { onPreferences, type Preferences, preferences } from '../ui/preferences/index.ts'

const wanted = ({ language }: Preferences): Language =>
  language === 'system' ? systemLanguage(navigator.languages) : language

/** Where a language cannot be loaded (offline, a newer version), the interface keeps the one it has. */
async function follow(chosen: Preferences): Promise<void> {
  try {
    await showLanguage(wanted(chosen))
    document.documentElement.lang = wanted(chosen)
  } catch (error) {
    console.warn('The language could not be loaded; the interface stays in the one it has.', error)
    announce(text('app', 'languageNotLoaded'))
  }
}

/** Resolves when the first page can be drawn in the right language; from then on every change is followed. */
export async function followLanguage(): Promise<void> {
  onPreferences((chosen) => void follow(chosen))
  await follow(preferences())
}
