/** What a browser says of itself, in two words a person knows. Newer names stand in longer lists: the first that fits. */
import { text } from '../../../text/index.ts'

const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Edge', /Edg(A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|Chromium)\//],
  ['Safari', /Version\/.*Safari\//],
]
const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux|X11/],
]

export function deviceName(userAgent: string): string {
  const browser = browsers.find(([, sign]) => sign.test(userAgent))?.[0]
  const system = systems.find(([, sign]) => sign.test(userAgent))?.[0]
  if (browser && system) return text('people', 'deviceIs', { browser, system })
  // A program that calls the API says its own name first.
  return browser ?? system ?? (userAgent.slice(0, 40).trim() || text('people', 'deviceUnknown'))
}
