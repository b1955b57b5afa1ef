/** The director chooses German while working: every place, from then on, speaks German and nothing else. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findTemplate } from '../../src/domain/templates/index.ts'
import * as german from '../../src/text/de/rooms.ts'
import * as english from '../../src/text/en/index.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'
import { settled } from './perceiving.ts'

let server: RunningServer
let browser: Browser
let director: Desk

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  director = await Desk.at({ browser, url: server.url })
  await director.signIn('director')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** What only English says, as patterns: "{{count}} problems" finds "3 problems". Words that names are made of stay out. */
const spoken = new Set<string>(Object.values(german).flatMap((room) => Object.values(room)))
const onlyEnglish = Object.values(english)
  .flatMap((room) => Object.values(room))
  .filter(
    (sentence) => !spoken.has(sentence) && /[a-z]{3}.* .*[a-z]{2}/.test(sentence.replace(/\{\{\w+\}\}/g, '')),
  )
  .map((sentence) => {
    const fixed = sentence.split(/\{\{\w+\}\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    return new RegExp(`^${fixed.join('.*')}$`, 's')
  })
/** English words between German ones, as in a sentence of the domain that German does not know. */
const words = /\b(the|this|that|with|from|of|has|have|does|are|is|your|any|stages?|transitions?|undo)\b/i

/** Everything that is shown or named, but for what people wrote: it stands in quotes, in a link, a field or a card. */
async function leftInEnglish(): Promise<string[]> {
  const said = await director.page.evaluate(() => {
    const own =
      'script,style,noscript,code,option,textarea,[data-stage-id],[data-transition-id],.react-flow__edges,.react-flow__attribution,[lang="en"],[role="log"],[role="alert"]'
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      const shown = parentElement?.checkVisibility() && !parentElement.closest(own)
      if (shown && textContent?.trim()) found.add(textContent.trim())
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description'])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const value = element.getAttribute(name)?.trim()
        if (value && element.checkVisibility() && !element.closest(own)) found.add(value)
      }
    return [document.title, ...found]
  })
  const names = await namesOfPeople()
  return said.filter((sentence) => {
    const bare = names.reduce((rest, name) => rest.replaceAll(name, ''), sentence).replace(/„[^“]*“/g, '')
    const isTheirs = names.includes(sentence)
    return (!isTheirs && onlyEnglish.some((pattern) => pattern.test(sentence))) || words.test(bare)
  })
}

/** What the demo's people called their things. */
const process = findTemplate('enterprise-meddicc')?.build(() => crypto.randomUUID())
let known: readonly string[] | null = null
async function namesOfPeople(): Promise<readonly string[]> {
  known ??= [
    ...Object.values(process?.scenarios ?? {}).map(({ scenarioName }) => scenarioName),
    ...(await director.reasonsOverTheApi('Enterprise MEDDICC')).filter((reason) => reason !== null),
    ...(await director.wordsOverTheApi(
      'sales-processes',
      'sales-stages',
      'stage-transitions',
      'stage-actions',
      'stage-categories',
      'approval-workflows',
      'opportunity-fields',
    )),
  ]
  return known
}

describe('German', () => {
  it('is chosen in the settings and holds at once', async () => {
    const { page } = director
    await page.goto(`${server.url}/settings/appearance`)
    await page.getByRole('radio', { name: 'Deutsch' }).check()
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await leftInEnglish()).toEqual([])
  })

  it('is spoken in the library', async () => {
    const { page } = director
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Enterprise MEDDICC' }).first().waitFor()
    expect(await page.title()).toBe('Prozesse – Stagecraft')
    expect(await leftInEnglish()).toEqual([])
  })

  it('is spoken where a process is designed, of its problems and their fixes too', async () => {
    const { page } = director
    await director.openProcess('Enterprise MEDDICC')
    expect(await leftInEnglish()).toEqual([])
    const dialog = page.getByRole('dialog', { name: 'Phase hinzufügen' })
    await vi.waitFor(
      async () => {
        await director.stage('Identify').focus()
        await page.keyboard.press('n')
        await dialog.waitFor({ timeout: 2000 })
      },
      { timeout: 20_000 },
    )
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Vorprüfung')
    expect(await leftInEnglish()).toEqual([])
    await dialog.getByRole('button', { name: 'Phase hinzufügen' }).click()
    await director.stage('Vorprüfung').waitFor()
    await page
      .getByRole('button', { name: /\d+ Probleme?$/ })
      .first()
      .click()
    const problems = page.getByRole('region', { name: /^Probleme/ })
    const fix = problems.getByRole('button', { name: /^„Vorprüfung“ mit .* verbinden$/ })
    await fix.first().waitFor()
    expect(await leftInEnglish()).toEqual([])
    await fix.first().click()
    await page.getByRole('button', { name: /^Rückgängig: / }).waitFor()
    await fix.first().waitFor({ state: 'detached' })
  })

  it('is spoken before publishing', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'Veröffentlichen …' }).click()
    const dialog = page.getByRole('dialog', { name: /veröffentlichen$/ })
    await dialog.getByText('Kein offener Deal ist betroffen.').waitFor()
    expect(await leftInEnglish()).toEqual([])
    await dialog.getByRole('button', { name: 'Abbrechen' }).click()
  })

  it.each(['Phasen', 'Übergänge', 'Simulation', 'Versionen'])('is spoken in %s', async (view) => {
    const { page } = director
    await page.getByRole('navigation', { name: 'Ansichten' }).getByRole('link', { name: view }).click()
    await page.waitForFunction((name) => document.title.includes(name), view)
    await page.getByRole('main').waitFor()
    expect(await leftInEnglish()).toEqual([])
  })
})

/** What stands beyond the window's edges, where nothing scrolls to it. */
const outside = (): string[] => {
  const { clientWidth, scrollWidth } = document.documentElement
  const found = scrollWidth > clientWidth ? [`the page, ${scrollWidth} wide`] : []
  for (const element of document.querySelectorAll('main :is(a, button, input, select, h1, h2, h3, p)')) {
    const { left, right, width } = element.getBoundingClientRect()
    if (width === 0 || !element.checkVisibility() || element.closest('.react-flow, .sr-only, thead')) continue
    let around: Element | null = element
    while (around && !/auto|scroll/.test(getComputedStyle(around).overflowX)) around = around.parentElement
    if (!around && (left < -1 || right > clientWidth + 1)) found.push(element.textContent?.trim() ?? '')
  }
  return found
}

describe('from right to left', () => {
  const sections = [
    'company',
    'actions',
    'approvals',
    'fields',
    'people',
    'audit',
    'accessibility',
    'account',
  ]
  const views = ['design', 'stages', 'transitions', 'simulate', 'versions']

  it('every place is mirrored, wide and narrow, and nothing is cut off', async () => {
    const { page } = director
    await page.evaluate(() =>
      localStorage.setItem('stagecraft.preferences', '{"language":"de","direction":"rtl"}'),
    )
    await page.goto(server.url)
    const process = page.getByRole('link', { name: 'Enterprise MEDDICC' }).first()
    const address = (await process.getAttribute('href'))?.replace(/\/design$/, '')
    const places = [
      '/',
      '/new',
      ...views.map((view) => `${address}/${view}`),
      ...sections.map((section) => `/settings/${section}`),
    ]
    for (const place of places) {
      await page.goto(server.url + place)
      await page.getByRole('heading').first().waitFor()
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 })
        await settled(page)
        const title = await page.getByRole('heading', { level: 1 }).first().boundingBox()
        expect((title?.x ?? 0) + (title?.width ?? 0), `${place} ${width}`).toBeGreaterThan(width / 2)
        expect(await page.evaluate(outside), `${place} ${width}`).toEqual([])
      }
    }
  })
})
