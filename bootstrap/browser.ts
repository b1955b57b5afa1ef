import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { findChromium } from '../tests/kit/chromium.ts'
import { aptInstall, execute, executeBin, mayUseApt } from './command.ts'

const usable = (): boolean => findChromium() !== undefined || existsSync(chromium.executablePath())

/**
 * A Chromium for the tests: the system's, else Debian's package where we are root, else Playwright's download.
 * Throws with one sentence when none can be had.
 */
export async function ensureBrowser(): Promise<void> {
  if (usable()) return
  if (mayUseApt()) {
    console.log('No Chromium found. Installing Debian’s package chromium …')
    if ((await aptInstall('chromium')) && usable()) return
  }
  console.log('No Chromium found. Downloading the one of Playwright …')
  if ((await executeBin('playwright', ['install', 'chromium'])) === 0 && usable()) return
  throw new Error(
    'The tests need a Chromium and none could be installed. Install chromium or google-chrome, or set CHROMIUM to its path.',
  )
}

/** Says which browser the tests will use. */
export async function showBrowser(): Promise<void> {
  await execute(findChromium() ?? chromium.executablePath(), ['--version'])
}
