/**
 * What people do in an hour with a process, by keys alone: any pointer event fails, and after every key something has
 * focus. Begins where keyboard.test.ts ends; each scenario stands for itself, in one browser.
 */
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'
import { Keys } from './hands/Keys.ts'

let server: RunningServer
let browser: Browser
let desk: Desk
let page: Page
let keys: Keys

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  desk = await Desk.at({ browser, url: server.url })
  page = desk.page
  keys = new Keys(desk)
  await keys.withoutPointer()
  await desk.signIn('director')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const focusIsOn = (target: Locator, what: string) =>
  expect.poll(() => keys.focusIn(target), { message: `focus on ${what}` }).toBe(true)
const focusIsIn = (selector: string) =>
  page.evaluate((place) => document.activeElement?.closest(place) != null, selector)
const said = () => page.locator('#sr-polite').textContent()

/** What F8 says of the next problem; null where there is none. */
async function nextProblem(): Promise<string | null> {
  await page.evaluate(() => document.getElementById('sr-polite')?.replaceChildren())
  await keys.key('F8')
  await expect.poll(said).toMatch(/Problem \d+ of \d+|No problems\./)
  return /Problem \d+ of .*/.exec((await said()) ?? '')?.[0] ?? null
}

async function blank(name: string, ...stages: string[]) {
  await page.goto(server.url)
  await keys.press('button', /^New process/)
  await keys.press('menuitem', 'Blank process…')
  await keys.write('Name (required)', name)
  await keys.press('button', 'Create process')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  for (const [index, stage] of stages.entries())
    await keys.addStage({ name: stage, ...(index > 0 ? { after: stages[index - 1] ?? '' } : {}) })
}

describe('by keys alone', () => {
  it('a transition is led elsewhere by its fields, and deleted', async () => {
    onTestFailed(() => desk.photograph('scenario retarget'))
    await blank('Led elsewhere', 'Lead in', 'Discovery', 'Proposal', 'Legal')
    await keys.connect('Lead in', 'Proposal')
    await keys.openWay('Lead in', 'Proposal')
    await keys.choose('From', 'Legal')
    await desk.transition('Legal', 'Proposal').waitFor()
    await keys.choose('To', 'Discovery')
    await desk.transition('Legal', 'Discovery').waitFor()
    await keys.key('Escape')
    await focusIsOn(desk.transition('Legal', 'Discovery'), 'the transition')
    await keys.key('Delete')
    await desk.transition('Legal', 'Discovery').waitFor({ state: 'detached' })
    await focusIsOn(desk.stage('Legal'), 'where it came from')
  })

  it('a stage is moved and dropped, or put back', async () => {
    const place = () =>
      desk
        .stage('Proposal')
        .evaluate((card) => getComputedStyle(card.closest('.react-flow__node') ?? card).transform)
    await keys.toStage('Proposal')
    const before = await place()
    for (const key of ['m', 'ArrowDown', 'ArrowDown', 'Escape']) await keys.key(key)
    await expect.poll(place).toBe(before)
    for (const key of ['m', 'ArrowDown', 'ArrowDown', 'Enter']) await keys.key(key)
    await expect.poll(place).not.toBe(before)
    await expect.poll(said).toContain('Proposal dropped')
    await focusIsOn(desk.stage('Proposal'), 'the stage')
    await keys.key('Control+z')
    await expect.poll(place).toBe(before)
  })

  it('ten steps are taken back and done again', async () => {
    const names = () =>
      page
        .locator('[data-stage-id]')
        .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')?.split(',')[0]))
    const before = await names()
    for (let step = 1; step <= 10; step += 1) {
      await keys.toStage('Proposal')
      await keys.key('Control+d')
      await expect.poll(async () => (await names()).length).toBe(before.length + step)
    }
    const after = await names()
    for (let step = 9; step >= 0; step -= 1) {
      await keys.undo()
      await expect.poll(async () => (await names()).length).toBe(before.length + step)
    }
    expect(await names()).toEqual(before)
    for (let step = 1; step <= 10; step += 1) {
      await keys.redo()
      await expect.poll(async () => (await names()).length).toBe(before.length + step)
    }
    expect(await names()).toEqual(after)
  })

  it('every problem is walked to by F8 and fixed where it stands', async () => {
    onTestFailed(() => desk.photograph('scenario problems'))
    await blank('Full of problems', 'Lead in', 'Discovery')
    await keys.toStage('Discovery')
    for (let round = 0; round < 20; round += 1) {
      const problem = await nextProblem()
      if (problem === null) break
      await keys.key('Enter')
      await expect.poll(() => focusIsIn('aside')).toBe(true)
      const fixes = page
        .locator('aside li[data-severity]')
        .getByRole('button')
        .filter({ hasNotText: 'Justify' })
      if (/Enter opens the fix/.test(problem)) {
        await fixes.first().waitFor()
        await keys.tabTo(fixes.first())
        await keys.key('Enter')
      } else if (/Describe when/.test(problem)) await keys.write('Description', 'Agreed in writing.')
      else if (/how many days/.test(problem)) await page.keyboard.type('30')
      else throw new Error(`Nobody said how to fix: ${problem}`)
      await keys.key('Escape')
      await expect.poll(() => focusIsIn('aside')).toBe(false)
    }
    expect(await nextProblem()).toBeNull()
  })

  it('a deal is walked by choosing exits by number, a step back, and to its end', async () => {
    onTestFailed(() => desk.photograph('scenario simulate'))
    await keys.press('link', 'Simulate')
    await keys.press('button', 'Start the walk')
    const now = (stage: string) => page.getByRole('heading', { name: `Now in ${stage}` }).waitFor()
    await now('Lead in')
    await keys.key('1')
    await now('Discovery')
    await keys.press('button', 'Undo step')
    await now('Lead in')
    for (const stage of ['Discovery', 'Closed won']) {
      await keys.key('1')
      await now(stage)
    }
    await expect.poll(said).toMatch(/Step 2\. From Discovery to Closed won/)
  })

  it('a process is made step by step, with every mistake said and mended', async () => {
    onTestFailed(() => desk.photograph('scenario wizard'))
    await page.goto(server.url)
    await keys.press('button', /^New process/)
    await keys.press('menuitem', 'Step by step…')
    await page.getByRole('heading', { level: 2, name: /^Step 1 of 7/ }).waitFor()
    await keys.press('radio', /Standard six/)
    await keys.tabTo(page.getByRole('textbox', { name: /^Name/ }))
    await keys.key('Control+a')
    await keys.key('Delete')
    await keys.press('button', 'Continue')
    await mends(/name/i, 'Inside sales')
    await step(2)
    const first = page.locator('tr[data-stage] [data-cell="name"]').first()
    await keys.tabTo(first)
    await keys.key('Control+a')
    await keys.key('Delete')
    await keys.key('Tab')
    await expect.poll(() => first.getAttribute('aria-invalid')).toBe('true')
    await keys.key('Shift+Tab')
    await focusIsOn(first, 'the name that is missing')
    await page.keyboard.type('First call')
    await keys.press('button', 'Continue')
    await step(3)
    for (let next = 4; next <= 7; next += 1) {
      await keys.press('button', 'Continue')
      await step(next, false)
    }
    await keys.press('button', 'Create and open')
    await page.getByRole('heading', { level: 1, name: 'Inside sales' }).waitFor()
    await desk.stage('First call').waitFor()
  })

  it('it is taken out as a file and as a picture', async () => {
    expect(JSON.parse(await keys.exported()).process.process_name).toBe('Inside sales')
    const picture = page.waitForEvent('download')
    await keys.press('button', 'More')
    await keys.press('menuitem', /SVG/)
    expect((await picture).suggestedFilename()).toMatch(/\.svg$/)
  })

  it('keys are found in the help, changed, used, and given back', async () => {
    onTestFailed(() => desk.photograph('scenario keys'))
    await page.goto(`${server.url}/settings/accessibility`)
    await keys.press('button', 'Change keys of Describe')
    await page.getByRole('dialog').locator(':focus').waitFor()
    await keys.key('Control+Shift+Y')
    await keys.press('button', 'Use this key')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(server.url)
    await keys.press('link', /^Enterprise/)
    await keys.toStage('Identify')
    await page.evaluate(() => document.getElementById('sr-polite')?.replaceChildren())
    await keys.key('Control+Shift+Y')
    await expect.poll(said).toMatch(/Identify, open stage/)
    await keys.key('?')
    await page.getByRole('dialog').locator('input:focus').waitFor()
    await page.keyboard.type('Describe')
    await page.getByRole('dialog').getByText('Shift+Y').first().waitFor()
    await keys.key('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await focusIsOn(desk.stage('Identify'), 'the stage')
    await page.goto(`${server.url}/settings/accessibility`)
    await keys.press('button', 'Reset all keys')
  })

  it('and never by a pointer', () => {
    expect(keys.pointers).toEqual([])
  })
})

/** The heading of the step has focus; the page is named by it. */
async function step(number: number, focused = true) {
  const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^Step ${number} of 7`) })
  await heading.waitFor()
  if (focused) await focusIsOn(heading, `the heading of step ${number}`)
  await expect.poll(() => page.title()).toContain(`Step ${number} of 7`)
}

/** The summary has focus and says what is wrong; its link leads to the field; put right, the way is free. */
async function mends(wrong: RegExp, words: string) {
  const summary = page.locator(':focus').filter({ hasText: 'There is a problem' })
  await summary.waitFor()
  await keys.key('Tab')
  expect(await page.locator(':focus').textContent()).toMatch(wrong)
  await keys.key('Enter')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
    .toBe('true')
  await page.keyboard.type(words)
  await keys.press('button', 'Continue')
}
