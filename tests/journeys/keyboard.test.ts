/**
 * A whole process, from nothing to published, without a mouse: any pointer event fails the journey. After every key
 * something has focus, and what has it shows it.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let server: RunningServer
let browser: Browser
let desk: Desk
let page: Page
const pointers: string[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  desk = await Desk.at({ browser, url: server.url })
  page = desk.page
  await page.exposeFunction('pointerUsed', (what: string) => pointers.push(what))
  await page.addInitScript(() => {
    const tell: unknown = Reflect.get(window, 'pointerUsed')
    if (typeof tell !== 'function') return
    addEventListener('pointerdown', (event) => tell(String(event.target)), true)
  })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

let failed = false
beforeEach(() => {
  if (failed) throw new Error('An earlier step of this journey failed.')
  onTestFailed(async () => {
    failed = true
    await desk.photograph('keyboard failed')
  })
})

/** Presses keys one after the other; focus must never be lost. */
async function press(...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key)
    await expect.poll(focusedTag, { message: `focus after ${key}` }).not.toBe('BODY')
  }
}

const focusedTag = () => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')

/** What has focus, by its visible words or its name. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    return element.getAttribute('aria-label') ?? element.textContent ?? ''
  })

/** What has focus and shows it nowhere: neither itself nor what stands around it; empty where it shows. */
const focusedWithoutRing = () =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const shows = (node: Element) => {
      // A text field shows focus by the frame drawn beside its input.
      const frame = node.querySelector(':scope > fieldset')
      if (frame && Number.parseFloat(getComputedStyle(frame).borderTopWidth) >= 2) return true
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    for (let node: Element | null = element; node && node !== document.body; node = node.parentElement)
      if (shows(node)) return ''
    return element.outerHTML.slice(0, 200)
  })

/** Walks with Tab until this has focus. */
async function tabTo(name: RegExp, key = 'Tab') {
  for (let steps = 0; steps < 60; steps += 1) {
    if (name.test(await focused())) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never reached ${name}; focus is on “${await focused()}”.`)
}

async function addStage(name: string) {
  await press('n')
  await page.getByRole('dialog').getByLabel('Name').waitFor()
  await page.keyboard.type(name)
  await press('Enter')
  await desk.stage(name).waitFor()
  await expect.poll(focused).toContain(name)
}

describe('without a mouse', () => {
  it('signs in', async () => {
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel('E-mail address').focus()
    await page.keyboard.type('director@demo.example')
    await press('Tab')
    await page.keyboard.type('Stagecraft-demo-1')
    await press('Enter')
    await page.getByRole('heading', { name: 'Processes', level: 1 }).waitFor()
  })

  it('begins a blank process', async () => {
    await tabTo(/^New process/)
    await press('Enter')
    await page.getByRole('menuitem', { name: 'Blank process…' }).waitFor()
    for (let steps = 0; steps < 6 && !/^Blank process/.test(await focused()); steps += 1)
      await press('ArrowDown')
    await press('Enter')
    await page.getByRole('dialog').getByLabel('Name').waitFor()
    await page.keyboard.type('By keys')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'By keys', level: 1 }).waitFor()
  })

  it('draws its stages', async () => {
    await tabTo(/^Add first stage/)
    await press('Enter')
    await desk.stage('New stage').waitFor()
    await expect.poll(focused).toContain('New stage')
    await desk.rename('New stage', 'Lead in')
    await desk.stage('Lead in').focus()
    await addStage('Proposal')
    await desk.transition('Lead in', 'Proposal').waitFor()
  })

  it('closes it by commands', async () => {
    for (const command of ['Add closed won stage', 'Add closed lost stage']) {
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').waitFor()
      await expect.poll(focusedTag, { timeout: 5000 }).toBe('INPUT')
      await page.keyboard.type(command)
      await page.getByRole('option', { name: command }).waitFor()
      await press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await expect.poll(() => page.locator('[data-stage-id]').count()).toBe(4)
    await expect.poll(focusedTag).not.toBe('BODY')
    await desk.photograph('drawn by keys')
  })

  it('connects, follows, takes back', async () => {
    const names = await page
      .locator('[data-stage-id]')
      .evaluateAll((cards) =>
        cards.map((card) => (card.getAttribute('aria-label') ?? '').split(',')[0] ?? ''),
      )
    for (const closed of names.filter((name) => /^Closed/.test(name))) {
      const transition = desk.transition('Proposal', closed)
      if ((await transition.count()) === 0) {
        await desk.stage('Proposal').focus()
        await press('c')
        await page.getByRole('dialog').getByRole('combobox', { name: 'To' }).waitFor()
        await page.keyboard.type(closed)
        await press('Enter', 'Enter')
      }
      await transition.waitFor()
    }
    await desk.stage('Lead in').focus()
    await press('1')
    await expect.poll(focused).toContain('Proposal')
    await press('Home')
    await expect.poll(focused).toContain('Lead in')
    await press('t')
    await expect.poll(focused).toContain('from Lead in to Proposal')
    await press('Delete')
    await desk.transition('Lead in', 'Proposal').waitFor({ state: 'detached' })
    await press('Control+z')
    await desk.transition('Lead in', 'Proposal').waitFor()
    await press('Control+Shift+z')
    await desk.transition('Lead in', 'Proposal').waitFor({ state: 'detached' })
    await press('Control+z')
    await desk.transition('Lead in', 'Proposal').waitFor()
    await expect.poll(focused).toContain('from Lead in to Proposal')
  })

  it('selects, describes and moves without losing focus', async () => {
    await desk.stage('Proposal').focus()
    await press('Space')
    await expect.poll(focused).toContain('selected')
    await press('d')
    await expect.poll(() => page.locator('#sr-polite').textContent()).toContain('Proposal')
    await press('m', 'ArrowDown', 'Escape')
    await expect.poll(focused).toContain('Proposal')
    await press('Escape')
    await expect.poll(focused).toContain('Proposal')
    await press('Shift+F10')
    await page.getByRole('menu').first().waitFor()
    await press('Escape')
    await page.getByRole('menu').first().waitFor({ state: 'detached' })
    await expect.poll(focused).toContain('Proposal')
    await press('?')
    await page.getByRole('dialog').waitFor()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(focused).toContain('Proposal')
  })

  it('closes the details and opens them again without losing focus', async () => {
    await desk.stage('Proposal').focus()
    await press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Proposal' }).waitFor()
    await tabTo(/^Close details/)
    await press('Enter')
    await expect.poll(focused).toBe('Show details')
    await press('Enter')
    await expect.poll(focused).toContain('Proposal')
    await press('Escape')
    await expect.poll(focused).toMatch(/^Proposal, /)
  })

  it('walks problems and regions', async () => {
    await press('F8')
    await expect.poll(() => page.locator('#sr-polite').textContent()).toMatch(/[Pp]roblem/)
    await desk.stage('Proposal').focus()
    const seen = new Set<string>()
    for (let steps = 0; steps < 8; steps += 1) {
      await press('F6')
      seen.add(
        await page.evaluate(
          () =>
            document.activeElement?.closest('header, nav, main, aside, section[data-region], footer')
              ?.tagName ?? '',
        ),
      )
    }
    expect([...seen]).toEqual(expect.arrayContaining(['HEADER', 'NAV', 'MAIN', 'ASIDE']))
    await press('Alt+F6')
    await expect.poll(focused).toContain('Proposal')
  })

  it('inserts between, renames, doubles, and deletes several as one step', async () => {
    const cards = page.locator('[data-stage-id]')
    const before = await cards.count()
    await desk.transition('Lead in', 'Proposal').focus()
    await press('n')
    await page.getByRole('dialog', { name: 'Insert stage' }).getByLabel('Name').waitFor()
    await page.keyboard.type('Discovery')
    await press('Enter')
    await desk.transition('Discovery', 'Proposal').waitFor()
    await expect.poll(focused).toContain('Discovery')
    await desk.rename('Discovery', 'Needs')
    await desk.stage('Needs').focus()
    await press('Control+d')
    await expect.poll(() => cards.count()).toBe(before + 2)
    await expect.poll(focused).toMatch(/^Needs.*selected/)
    await desk.stage('Needs').first().focus()
    await press('Space')
    await expect.poll(focused).toContain('selected')
    await press('Delete')
    await expect.poll(() => cards.count()).toBe(before)
    await press('Control+z')
    await expect.poll(() => cards.count()).toBe(before + 2)
    await press('Control+z', 'Control+z', 'Control+z')
    await expect.poll(() => cards.count()).toBe(before)
    await desk.transition('Lead in', 'Proposal').waitFor()
  })

  it('is a ring without a trap: Tab leads everywhere and back', async () => {
    await desk.stage('Proposal').focus()
    const here = () => page.evaluate(() => document.activeElement?.closest('[data-stage-id]') !== null)
    await page.keyboard.press('Tab')
    await expect.poll(here).toBe(false)
    let back = false
    for (let steps = 0; steps < 200 && !back; steps += 1) {
      await page.keyboard.press('Tab')
      back = await here()
    }
    expect(back, 'Tab comes back to the canvas').toBe(true)
    await expect.poll(focused).toContain('Proposal')
  })

  it('shows what has focus wherever Tab leads', async () => {
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('Tab')
      await expect.poll(focusedWithoutRing, { message: 'focused without a ring' }).toBe('')
    }
  })

  it('publishes', async () => {
    await desk.stage('Proposal').focus()
    await tabTo(/^Publish…/, 'Shift+Tab')
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: /^Publish/ })
    await dialog.waitFor()
    await dialog.getByLabel('Why this change?').focus()
    await page.keyboard.type('Drawn by keys')
    await tabTo(/^Publish$/)
    await press('Enter')
    await page.getByText('Published as revision 1').first().waitFor()
  })

  it('never needed a pointer', () => {
    expect(pointers).toEqual([])
  })
})
