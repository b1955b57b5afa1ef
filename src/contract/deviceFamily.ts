/** What a browser says of itself, as a person knows it. Newer names stand in longer lists: the first that fits. */

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

export interface DeviceFamily {
  readonly browser: string | undefined
  readonly system: string | undefined
}

/** One of a few dozen, whatever is said; a new version is of the same. Undefined: a program, or nothing known. */
export const deviceFamily = (userAgent: string): DeviceFamily => ({
  browser: browsers.find(([, sign]) => sign.test(userAgent))?.[0],
  system: systems.find(([, sign]) => sign.test(userAgent))?.[0],
})
