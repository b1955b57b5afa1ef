/**
 * The one way tests get a browser: a Chromium that the system has, else Playwright's own download.
 * Flags keep it quiet (no background traffic) and let it run as root, as containers do.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of a system Chromium: `CHROMIUM` if set, else the first known name on PATH; undefined leaves it to Playwright. */
export function findChromium(): string | undefined {
  const wished = process.env.CHROMIUM
  if (wished) return wished
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places]
  return candidates.find((path) => existsSync(path))
}

/** Launch options shared by the journeys, the benches and the browser-mode tests. */
export function chromiumOptions(extra: LaunchOptions = {}): LaunchOptions {
  const executablePath = findChromium()
  return {
    ...(executablePath ? { executablePath } : {}),
    ...extra,
    args: [...chromiumFlags, ...(extra.args ?? [])],
  }
}

/** A running headless Chromium; whoever launches it closes it. */
export function launchChromium(extra: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch(chromiumOptions(extra))
}
