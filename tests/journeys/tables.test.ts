/** The same process as tables, matrix and list, and a new one step by step: by mouse where it drags, else by keys. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let server: RunningServer
let browser: Browser
let director: Desk

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  director = await Desk.at({ browser, url: server.url })
  await director.signIn('director')
  await director.openProcess('Enterprise MEDDICC')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const names = () =>
  director.page
    .getByRole('textbox', { name: /^Stage of/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
/** Undoes, and takes the pointer away so that the button's tooltip goes. */
async function undo() {
  const { page } = director
  await page.getByRole('button', { name: /^Undo: / }).click()
  await page.mouse.move(4, 400)
  await page.getByRole('tooltip').waitFor({ state: 'detached' })
}

describe('the stages as a table', () => {
  it('takes a row by its handle to another place, and Escape leaves it where it was', async () => {
    const { page } = director
    await director.view('Stages')
    const rows = page.locator('tr[data-row]')
    await rows.nth(1).hover()
    const handle = await rows.nth(1).getByTitle('Drag to reorder').boundingBox()
    const target = await rows.nth(4).boundingBox()
    if (!handle || !target) throw new Error('The rows are not on the screen.')
    const before = await names()
    const drag = async () => {
      await page.mouse.move(handle.x + 8, handle.y + 8)
      await page.mouse.down()
      await page.mouse.move(handle.x + 8, target.y + 4, { steps: 4 })
      await page.mouse.move(handle.x + 8, target.y + target.height - 4, { steps: 2 })
    }
    await drag()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await names()).toEqual(before)
    await drag()
    await page.mouse.up()
    await page.getByRole('button', { name: 'Undo: Move “Qualify the pain” to position 5' }).waitFor()
    expect((await names())[4]).toBe('Qualify the pain')
    await undo()
    await director.look('stages')
  })

  it('keeps focus on the stage that Alt and an arrow moved', async () => {
    const { page } = director
    const field = page.getByRole('textbox', { name: 'Stage of Identify' })
    await field.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText('Identify moved to position 2 of 9').first().waitFor({ state: 'attached' })
    expect(await director.focusedName()).toBe('Stage of Identify')
    await undo()
  })
})

describe('several stages', () => {
  it('come from a spreadsheet with every change in sight, and go by one undo', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'Paste…' }).click()
    await page
      .getByRole('textbox', { name: 'Cells from a spreadsheet' })
      .fill('Stage name\tWin %\tDays\nIdentify\t7\t12,5\nSecond demo\t35\t\nThird demo\t350\t')
    await page.getByText('5 values change. 1 is left out.').waitFor()
    await director.look('stages-paste')
    await page.getByRole('button', { name: 'Change stages: 1, add: 2' }).click()
    await page.getByRole('textbox', { name: 'Stage of Third demo' }).waitFor()
    expect(await names()).toHaveLength(11)
    await undo()
    expect(await names()).toHaveLength(9)
  })

  it('are filtered, chosen and edited together', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('checkbox', { name: /^Open/ }).check()
    await director.look('stages-filter')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('checkbox', { name: 'Select all shown rows' }).check()
    await page.getByRole('button', { name: 'Edit…' }).click()
    await page.getByRole('textbox', { name: 'Most days' }).fill('+10')
    await page.getByRole('button', { name: 'Change 7 stages' }).waitFor()
    await director.look('stages-bulk')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Undo: Change maximum duration of 7 stages' }).waitFor()
    await undo()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('button', { name: 'Clear selection' }).click()
  })

  it('have every command in the menu of their row', async () => {
    const { page } = director
    await page.getByRole('textbox', { name: 'Stage of Technical win' }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Connect to…/ }).waitFor()
    await director.photograph('stages-menu')
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await director.focusedName()).toBe('Stage of Technical win')
    await page.getByRole('button', { name: 'Clear selection' }).click()
  })
})

describe('keys of one’s own', () => {
  it('are given in the settings and hold in the process', async () => {
    const { page } = director
    const back = page.url()
    await page.goto(`${server.url}/settings/accessibility`)
    await page.getByRole('button', { name: 'Change keys of Commands…' }).click()
    // The dialog loads when it is opened first: a key pressed before belongs to the page.
    await page.getByRole('dialog').locator('input:focus').waitFor()
    await page.keyboard.press('Control+Shift+Y')
    await director.look('keys')
    await page.getByRole('button', { name: 'Use this key' }).click()
    await page.getByRole('button', { name: 'Reset all keys' }).waitFor()
    await page.goto(back)
    await page.getByRole('textbox', { name: 'Stage of Identify' }).waitFor()
    await page.getByRole('link', { name: 'Stages' }).focus()
    await page.keyboard.press('Control+Shift+Y')
    await page
      .getByRole('combobox', { name: 'Search commands, stages and transitions' })
      .fill('transitions table')
    await director.look('command-menu')
    await page.keyboard.press('Escape')
    await page.goto(`${server.url}/settings/accessibility`)
    await page.getByRole('button', { name: 'Reset all keys' }).click()
    await page.goto(back)
    await page.getByRole('textbox', { name: 'Stage of Identify' }).waitFor()
  })
})

describe('the transitions', () => {
  it('are switched in the matrix by keys', async () => {
    const { page } = director
    await director.view('Transitions')
    await director.look('transitions')
    await page.getByRole('radio', { name: 'Matrix' }).click()
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.getByRole('gridcell', { name: 'Identify to Metrics and champion, transition' }).waitFor()
    await undo()
    await director.look('matrix')
  })
})

describe('the outline', () => {
  it('stands for the canvas on a narrow screen', async () => {
    const { page } = director
    await page.setViewportSize({ width: 360, height: 780 })
    await page.reload()
    await page.getByRole('navigation', { name: 'Views' }).waitFor()
    await director.view('Design')
    await page.getByRole('heading', { name: 'Process outline' }).waitFor()
    await director.look('outline-narrow')
    await director.view('Stages')
    await page.getByRole('textbox', { name: 'Stage of Identify' }).waitFor()
    await director.look('stages-narrow')
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('the wizard', () => {
  it('makes a process, waits over a reload, and opens it', async () => {
    const { page } = director
    await page.goto(server.url)
    await page.getByRole('button', { name: 'New process' }).click()
    await page.getByRole('menuitem', { name: 'Step by step…' }).click()
    await page.getByRole('radio', { name: /Standard six/ }).check()
    await page.getByRole('textbox', { name: /^Name/ }).fill('Inside sales')
    await page.reload()
    const name = page.getByRole('textbox', { name: /^Name/ })
    await name.waitFor()
    expect(await name.inputValue()).toBe('Inside sales')
    for (const step of [
      'Step 2 of 7: Stages',
      'Step 3 of 7: Probabilities and durations',
      'Step 4 of 7: Transitions',
      'Step 5 of 7: Rules and required fields',
      'Step 6 of 7: Approvals',
      'Step 7 of 7: Check and publish',
    ]) {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { level: 2, name: step }).waitFor()
    }
    await director.look('wizard')
    await page.getByRole('button', { name: 'Create and open' }).click()
    await page.getByRole('heading', { level: 1, name: 'Inside sales' }).waitFor()
  })

  it('adds a stage with all that belongs to it as one step of undo', async () => {
    const { page } = director
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.locator('[data-stage-id]').first().waitFor()
    const before = await page.locator('[data-stage-id]').count()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('New stage step by step')
    await page.getByRole('option', { name: /New stage step by step/ }).click()
    await page.getByRole('textbox', { name: /^Name of the stage/ }).fill('Legal review')
    for (let step = 2; step <= 7; step += 1) {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { level: 3, name: `Step ${step} of 7` }).waitFor()
    }
    await director.look('stage wizard')
    await page.getByRole('button', { name: 'Add the stage' }).click()
    await expect.poll(() => page.locator('[data-stage-id]').count()).toBe(before + 1)
    await page.getByRole('button', { name: /^Undo: Add stage/ }).click()
    await expect.poll(() => page.locator('[data-stage-id]').count()).toBe(before)
  })
})

describe('templates of the company, and the tour', () => {
  it('are made of a process, and begun from', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Save as template…' }).click()
    await page.getByRole('textbox', { name: /^Name/ }).fill('How we sell from a desk')
    await page.getByRole('button', { name: 'Save template' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(server.url)
    await page.getByRole('button', { name: 'New process' }).click()
    await page.getByRole('menuitem', { name: 'From a template…' }).click()
    await page.getByRole('radio', { name: /How we sell from a desk/ }).waitFor()
    await page.getByRole('heading', { level: 3, name: 'How we sell from a desk' }).waitFor()
    await director.look('templates')
    await page.getByRole('button', { name: 'Use this template' }).click()
    await page.locator('[data-stage-id]').first().waitFor()
    expect(await page.locator('[data-stage-id]').count()).toBe(6)
  })

  it('are laid out, drawn as a picture, downloaded and printed under the content policy', async () => {
    const { page } = director
    const workers: string[] = []
    page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname))
    await page.getByRole('button', { name: 'Lay out automatically' }).first().click()
    await expect.poll(() => workers).toEqual([expect.stringMatching(/^\/assets\/elk-worker/)])

    const more = async (item: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).first().click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    const downloaded = page.waitForEvent('download')
    await more('Picture (PNG)')
    expect((await downloaded).suggestedFilename()).toMatch(/\.png$/)

    await more('Printable handbook…')
    const pdf = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download PDF' }).click()
    expect((await pdf).suggestedFilename()).toMatch(/\.pdf$/)
    const printed = page.waitForEvent('frameattached')
    await page.getByRole('button', { name: 'Print…' }).click()
    const paper = await printed
    await paper.locator('h2', { hasText: 'Overview' }).waitFor({ state: 'attached' })
    expect(await paper.evaluate(() => document.styleSheets.length)).toBe(1)
    await director.look('printed')
    await page.keyboard.press('Escape')
  })

  it('end with a tour that Escape ends, and that does not offer itself again', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'Take the tour' }).click()
    const heading = page.getByRole('heading', { level: 2, name: 'Stages to take' })
    await heading.waitFor()
    await page.keyboard.press('Escape')
    await heading.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Take the tour' }).count()).toBe(0)
  })
})
