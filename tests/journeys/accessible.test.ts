/**
 * Every place, in light, dark and the system's own colors, on a wide screen, a tablet and a phone: nothing that axe can
 * compute is wrong, no page scrolls sideways, and the console stays empty.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'
import { settled, sideways } from './perceiving.ts'

/** As the system asks for colors. */
const colors = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const

interface Screen {
  readonly width: number
  readonly height: number
  readonly looks: readonly (keyof typeof colors)[]
}
const desktop: Screen = { width: 1440, height: 900, looks: ['light', 'dark', 'forced'] }
const tablet: Screen = { width: 768, height: 1024, looks: ['dark'] }
const phone: Screen = { width: 360, height: 740, looks: ['light'] }
/** A desktop window of 1280 × 1024 at 400 percent. */
const enlarged: Screen = { width: 320, height: 256, looks: ['light'] }
const screens = [desktop, tablet, phone, enlarged]
const process = 'Enterprise'

let server: RunningServer
let browser: Browser
let desk: Desk
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  desk = await Desk.at({ browser, url: server.url })
  page = desk.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** The place on every screen, in all colors. Screens change under an open place, as when a device is turned. */
async function everyLook(name: string, sizes: readonly Screen[] = screens) {
  for (const { looks, ...size } of sizes) {
    await page.setViewportSize(size)
    for (const look of looks) {
      await page.emulateMedia(colors[look])
      await settled(page)
      await desk.look(`${name} ${size.width} ${look}`)
    }
    expect(await sideways(page), `${name} scrolls sideways at ${size.width}`).toBe(0)
  }
  await page.emulateMedia(colors.light)
  await page.setViewportSize(desktop)
  await settled(page)
}

const wideAndPhone = [desktop, phone]

/** A dialog that a key on the canvas opens. */
async function byKey(key: string, on = page.locator('[data-stage-id]').first()) {
  await on.focus()
  await page.keyboard.press(key)
}

async function close() {
  // An open list inside a dialog closes first.
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => {
      const left = await page.getByRole('dialog').count()
      if (left > 0) await page.keyboard.press('Escape')
      return left
    })
    .toBe(0)
}

describe('every place', () => {
  it('is accessible at the door', async () => {
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel('E-mail address').waitFor()
    await everyLook('sign-in')
  })

  it('is accessible in the library', async () => {
    await desk.signIn('director')
    await page.getByRole('link', { name: process }).first().waitFor()
    await everyLook('library')
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'New process' }).click()
      await page.getByRole('menuitem', { name }).click()
      await page.getByRole('dialog').waitFor()
    }
    await choose('From a template…')
    await everyLook('gallery', wideAndPhone)
    await close()
    await choose('Import a file…')
    await everyLook('import', wideAndPhone)
    await close()
    await choose('Blank process…')
    await everyLook('blank', wideAndPhone)
    await close()
  })

  it('is accessible on the design place', async () => {
    await page.getByRole('link', { name: process }).first().click()
    await page.locator('[data-stage-id]').first().waitFor()
    await page.locator('[data-stage-id]').first().click()
    await everyLook('stage')
    await byKey('Enter', page.locator('[data-transition-id]').first())
    await page.getByRole('combobox', { name: 'From' }).waitFor()
    await everyLook('transition', wideAndPhone)
    await byKey('Control+a')
    await page.getByRole('heading', { level: 2, name: /selected/ }).waitFor()
    await everyLook('everything selected', wideAndPhone)
    await byKey('Escape')
    await desk.openProblems()
    await everyLook('problems', wideAndPhone)
  })

  it('is accessible beside the canvas', async () => {
    for (const view of ['Stages', 'Simulate', 'Versions', 'Transitions'] as const) {
      await desk.view(view)
      await everyLook(view)
    }
    await page.getByRole('radio', { name: 'Matrix' }).click()
    await page.getByRole('grid').waitFor()
    await everyLook('matrix', wideAndPhone)
  })

  it('is accessible in the settings and where nothing is', async () => {
    await page.goto(`${server.url}/settings`)
    const sections = page.locator('a[href^="/settings/"]')
    await sections.first().waitFor()
    for (const section of await sections.all()) {
      await section.click()
      await everyLook(`settings ${await section.textContent()}`, wideAndPhone)
    }
    await page.goto(`${server.url}/nowhere`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await everyLook('nowhere')
  })
})
