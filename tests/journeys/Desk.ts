/**
 * One person at one browser, in the user's verbs. Every page is watched: an error on the console fails the journey,
 * and each place is photographed and checked by axe.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { axeFaults } from '../kit/axe.ts'

const pictures = join(import.meta.dirname, '..', 'artefacts', 'journeys')
const password = 'Stagecraft-demo-1'

export interface Reach {
  readonly browser: Browser
  readonly url: string
}

/** What the content policy refused is an error, also where code of a library tried it and went on. */
const tellViolations = () => {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
    console.error(`Content policy: ${effectiveDirective} refused ${blockedURI} ${sample} of ${sourceFile}`),
  )
}

export class Desk {
  readonly page: Page
  readonly context: BrowserContext
  private readonly url: string
  private readonly errors: string[] = []
  private pictureCount = 0
  /** What the network being cut makes the browser itself complain about is no fault of the app. */
  private mayFailRequests = false

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.context = context
    this.page = page
    this.url = url
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      if (
        this.mayFailRequests &&
        /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|Failed to load resource|WebSocket/.test(
          message.text(),
        )
      )
        return
      this.errors.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => this.errors.push(String(error)))
  }

  static async at({ browser, url }: Reach): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    await context.addInitScript(tellViolations)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
    return new Desk(context, await context.newPage(), url)
  }

  /** A phone held upright: fingers instead of a mouse. */
  static async onPhone({ browser, url }: Reach): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    })
    await context.addInitScript(tellViolations)
    return new Desk(context, await context.newPage(), url)
  }

  async signIn(name: 'administrator' | 'director' | 'executive' | 'operations' | 'representative') {
    await this.page.goto(`${this.url}/sign-in`)
    await this.page.getByLabel('E-mail address').fill(`${name}@demo.example`)
    const field = this.page.getByRole('textbox', { name: 'Password' })
    await field.fill(password)
    await field.press('Enter')
    await this.page.getByRole('heading', { name: 'Processes', level: 1 }).waitFor()
  }

  /** Another tab of the same person on the same device. */
  async newTab(): Promise<Desk> {
    const tab = new Desk(this.context, await this.context.newPage(), this.url)
    tab.mayFailRequests = this.mayFailRequests
    return tab
  }

  /** The page's process dies without a word; the person opens a new tab. */
  async killPage(): Promise<Desk> {
    const { page } = this
    const killed = page.waitForEvent('crash')
    await page.goto('chrome://crash').catch(() => undefined) // nobody is left to answer
    await killed
    const tab = await this.newTab()
    await page.close()
    return tab
  }

  /** From now on the browser answers every write to this page's storage as a full disk does. */
  async fillDevice() {
    await this.page.evaluate(() => {
      const { put, add } = IDBObjectStore.prototype
      const full = () => {
        throw new DOMException('The device is full.', 'QuotaExceededError')
      }
      Object.assign(IDBObjectStore.prototype, { put: full, add: full })
      addEventListener('room', () => Object.assign(IDBObjectStore.prototype, { put, add }), { once: true })
    })
  }

  async makeRoom() {
    await this.page.evaluate(() => dispatchEvent(new Event('room')))
  }

  async openProcess(name: string) {
    await this.page.goto(this.url)
    await this.page.getByRole('link', { name }).first().click()
    await this.page.getByRole('heading', { name, level: 1 }).waitFor()
    await this.page.locator('[data-stage-id]').first().waitFor()
  }

  async rename(stage: string, name: string) {
    await this.stage(stage).focus()
    await this.page.keyboard.press('F2')
    const field = this.page.getByRole('textbox', { name: 'Name', exact: true })
    await field.fill(name)
    await field.press('Tab')
    await this.stage(name).waitFor()
  }

  /** The draft's state as the bar shows it: waits until it says this. */
  async untilState(words: RegExp) {
    await this.page.getByRole('button', { name: words }).and(this.draftState()).waitFor()
  }

  draftState(): Locator {
    return this.page.getByRole('button', { name: /^Draft state: / })
  }

  /** Requests are about to fail, and that is no fault of the app. */
  expectFailingRequests() {
    this.mayFailRequests = true
  }

  stage(name: string): Locator {
    return this.page
      .getByRole('group', { name: new RegExp(`^${escaped(name)}, `) })
      .and(this.page.locator('[data-stage-id]'))
  }

  transition(from: string, to: string): Locator {
    return this.page
      .locator('[data-transition-id]')
      .and(this.page.getByRole('group', { name: new RegExp(`from ${escaped(from)} to ${escaped(to)}(,|$)`) }))
  }

  async openProblems() {
    const button = this.page.getByRole('button', { name: /problem/i }).first()
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  }

  /** The strip's win rate as it is shown, such as "12.5%". */
  async winRate(): Promise<string> {
    const strip = this.page.getByRole('region', { name: 'What this process yields' })
    return (await strip.locator('dd').first().textContent()) ?? ''
  }

  async view(name: 'Design' | 'Stages' | 'Transitions' | 'Simulate' | 'Versions') {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click()
  }

  async connectByMouse(from: string, to: string) {
    const [start, end] = await Promise.all([this.boxOf(from), this.boxOf(to)])
    await this.page.mouse.move(start.x + start.width, start.y + start.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(start.x + start.width + 20, start.y + start.height / 2, { steps: 3 })
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 })
    await this.page.mouse.up()
    await this.transition(from, to).waitFor()
  }

  private async boxOf(stage: string) {
    const box = await this.stage(stage).boundingBox()
    if (!box) throw new Error(`“${stage}” is not on the screen.`)
    return box
  }

  /** The accessible name of what has focus, as assistive technology gets it. */
  focusedName(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  }

  /** The app keeps itself for offline use in the background after the first visit. */
  async untilOfflineReady() {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
  }

  /** On this device, or by now on the server as well. */
  async untilSaved() {
    await this.page.getByRole('button', { name: /Draft state: (Saved|Backed up)/ }).waitFor()
  }

  /** Fills in what a blocked exit asks for, in place. */
  async fillIn(fields: Readonly<Record<string, string>>) {
    for (const [label, value] of Object.entries(fields))
      await this.page.getByRole('group', { name: 'Fill in here' }).getByLabel(label).first().fill(value)
  }

  async publish(reason: string) {
    const { page } = this
    await page.getByRole('button', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Publish/ })
    await dialog.getByLabel('Why this change?').fill(reason)
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await page
      .getByText(/Published as revision \d+/)
      .first()
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  }

  /** Names of the stages of a published process, as another program would ask for them. */
  async stagesOverTheApi(process: string): Promise<string[]> {
    const stages = await this.rowsOverTheApi(process, (id) => `/api/sales-stages/?process_id=${id}`)
    return stages.map((stage) => stage.stage_name ?? '')
  }

  /** Why each version of a published process was made, newest first. */
  async reasonsOverTheApi(process: string): Promise<(string | null)[]> {
    const versions = await this.rowsOverTheApi(process, (id) => `/api/sales-processes/${id}/versions/`)
    return versions.map((version) => version.reason ?? null)
  }

  /** Every word that people wrote into these tables, the longest first. */
  async wordsOverTheApi(...tables: string[]): Promise<string[]> {
    const ask = await this.api()
    const words = new Set<string>()
    const collect = (value: unknown): void => {
      if (typeof value === 'string' && value.length > 2) words.add(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
    }
    for (const table of tables) collect((await ask(`/api/${table}/?page_size=200`)).results)
    return [...words].sort((a, b) => b.length - a.length)
  }

  private async rowsOverTheApi(process: string, pathOf: (id: string) => string) {
    const ask = await this.api()
    const { results: processes } = await ask('/api/sales-processes/?page_size=100')
    const found = processes?.find((row) => row.process_name === process)
    const url = new URL(pathOf(found?.id ?? ''), this.url)
    url.searchParams.set('page_size', '100')
    return (await ask(`${url.pathname}${url.search}`)).results ?? []
  }

  /** What another program of the director is answered. */
  async asksOverTheApi(path: string) {
    return await (await this.api())(path)
  }

  /** As another program of the director asks. */
  private async api() {
    const signedIn = await fetch(`${this.url}/api/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'director@demo.example', password }),
    })
    const { access_token: token } = await signedIn.json()
    return async (path: string): Promise<{ results?: Record<string, string>[] }> => {
      const answer = await fetch(`${this.url}${path}`, { headers: { Authorization: `Bearer ${token}` } })
      expect(answer.status, path).toBe(200)
      return await answer.json()
    }
  }

  async offline() {
    this.mayFailRequests = true
    await this.context.setOffline(true)
  }

  async online() {
    await this.context.setOffline(false)
  }

  /** Looks at the place: a picture for people, axe for what can be computed. Resolves to what axe cannot decide. */
  async look(name: string): Promise<readonly string[]> {
    await this.photograph(name)
    const { violations, undecided } = await axeFaults(this.page)
    expect(violations, `axe at ${name}`).toEqual([])
    expect(this.errors, `console at ${name}`).toEqual([])
    return undecided
  }

  async photograph(name: string) {
    if (this.page.isClosed()) return
    mkdirSync(pictures, { recursive: true })
    this.pictureCount += 1
    const file = `${String(this.pictureCount).padStart(2, '0')}-${name}.png`
    await this.page.screenshot({ path: join(pictures, file) })
  }

  async leave() {
    await this.context.close()
    expect(this.errors, 'console').toEqual([])
  }
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
