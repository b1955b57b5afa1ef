/**
 * Every place, in light and dark, on a wide screen, a tablet and a phone: nothing that axe can
 * compute is wrong, no page scrolls sideways, and the console stays empty.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

const desktop = { width: 1440, height: 900, colorSchemes: ['light', 'dark'] }
const tablet = { width: 768, height: 1024, colorSchemes: ['dark'] }
const phone = { width: 360, height: 740, colorSchemes: ['light'] }
/** A desktop window of 1280 × 1024 at 400 percent. */
const enlarged = { width: 320, height: 256, colorSchemes: ['light'] }
const screens = [desktop, tablet, phone, enlarged]
const sections = ['company', 'categories', 'actions', 'approvals', 'fields', 'appearance', 'accessibility']
const process = 'Enterprise'

let server: RunningServer
let browser: Browser
let desk: Desk
let page: Page
let design: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  desk = await Desk.at({ browser, url: server.url })
  page = desk.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** The place on every screen, light and dark. Screens change under an open place, as when a device is turned. */
async function everyLook(name: string, sizes: readonly (typeof desktop)[] = screens) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of size.colorSchemes) {
      await page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'dark' : 'light' })
      await expect
        .poll(() => page.evaluate(() => document.getAnimations().length), { timeout: 20_000 })
        .toBe(0)
      await desk.look(`${name} ${size.width} ${colorScheme}`)
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${name} scrolls sideways at ${size.width}`).toBe(0)
  }
  await page.setViewportSize(desktop)
}

const wideAndPhone = [desktop, phone]

async function open(view: string) {
  await page.setViewportSize(desktop)
  await page.goto(design.replace('/design', `/${view}`))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function openDesign() {
  await open('design')
  await page.locator('[data-stage-id]').first().waitFor()
}

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
    design = page.url().replace(/\?.*/, '')
    await page.locator('[data-stage-id]').first().click()
    await everyLook('stage')
    await openDesign()
    await byKey('Enter', page.locator('[data-transition-id]').first())
    await everyLook('transition', wideAndPhone)
    await openDesign()
    await byKey('Control+a')
    await everyLook('everything selected', wideAndPhone)
    await openDesign()
    await desk.openProblems()
    await everyLook('problems', wideAndPhone)
  })

  it('is accessible beside the canvas', async () => {
    for (const view of ['stages', 'transitions', 'simulate', 'versions']) {
      await open(view)
      await everyLook(view)
    }
    await open('transitions')
    await page
      .getByRole('radio', { name: /matrix/i })
      .or(page.getByRole('button', { name: /matrix/i }))
      .first()
      .click()
    await everyLook('matrix', wideAndPhone)
  })

  it('is accessible in the settings and where nothing is', async () => {
    for (const section of sections) {
      await page.goto(`${server.url}/settings/${section}`)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      await everyLook(`settings ${section}`, [phone])
    }
    await page.goto(`${server.url}/nowhere`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await everyLook('nowhere')
  })
})
