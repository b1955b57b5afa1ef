/** Two people and one change: the director asks for it, the executive reads, answers and decides, by keys alone. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'
import { clippedText, obscured, sideways } from './perceiving.ts'

const process = 'Enterprise MEDDICC'

let server: RunningServer
let browser: Browser
let director: Desk
let executive: Desk

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  director = await Desk.at({ browser, url: server.url })
  executive = await Desk.at({ browser, url: server.url })
  await director.signIn('director')
  await executive.signIn('executive')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Presses Tab until the control of this name has focus. */
async function tabTo({ page }: Desk, name: string) {
  const wanted = page.getByRole('button', { name, exact: true })
  for (let press = 0; press < 80; press += 1) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to “${name}”.`)
}

/** What is open stays whole in a window enlarged four times, with the letters enlarged on top of that. */
async function fitsEnlarged({ page }: Desk) {
  const before = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.setViewportSize({ width: 320, height: 640 })
  const html = page.locator('html')
  await html.evaluate((root) => root.setAttribute('data-text-size', 'larger'))
  expect(await sideways(page)).toBe(0)
  expect(await clippedText(page)).toEqual([])
  for (const field of await page.getByRole('textbox').all()) {
    await field.focus()
    expect(await obscured(page)).toBe('')
  }
  await html.evaluate((root) => root.setAttribute('data-text-size', 'normal'))
  await page.setViewportSize(before)
}

async function ask(reason: string) {
  const { page } = director
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish/ })
  await dialog.getByLabel('Request a review').check()
  await dialog.getByRole('button', { name: 'Request review' }).click()
  await dialog.getByText('Say why: whoever decides reads it first.').first().waitFor()
  await director.look('publish-ways')
  await fitsEnlarged(director)
  await dialog.getByLabel('Why this change?').fill(reason)
  // A tablet is turned: what was written stays.
  await page.setViewportSize({ width: 480, height: 900 })
  expect(await dialog.getByLabel('Why this change?').inputValue()).toBe(reason)
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: 'Request review' }).click()
  await page.getByRole('heading', { name: 'Review requested' }).waitFor()
  await page.getByRole('button', { name: 'See the request' }).click()
  await page.getByRole('heading', { name: /^Request \d+:/ }).waitFor()
}

describe('a change that somebody else looks at', () => {
  it('is asked for with a reason, and stays a draft', async () => {
    await director.openProcess(process)
    await director.rename('Qualify the pain', 'Understand the pain')
    await ask('Customers do not say “qualify”.')
    const { page } = director
    await page.getByText('Waits for review').first().waitFor()
    await page.getByText('Understand the pain', { exact: true }).first().waitFor()
    await director.look('request-of-mine')
    expect(await director.stagesOverTheApi(process)).not.toContain('Understand the pain')
  })

  it('is found, read, answered and approved by keys alone', async () => {
    const { page } = executive
    await page.getByRole('link', { name: /^Requests.*1 request waits for you/ }).focus()
    await page.keyboard.press('Enter')
    const row = page.getByRole('link', { name: new RegExp(`^Request 1: ${process}`) })
    await row.focus()
    await executive.look('requests')
    await fitsEnlarged(executive)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `Request 1: ${process}` }).waitFor()
    await page.getByRole('link', { name: 'All requests' }).focus()
    await page.keyboard.press('Enter')
    await row.and(page.locator(':focus')).waitFor()
    await executive.openProcess(process)
    await page.getByRole('link', { name: /^Versions.*1 request waits for you/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^Request 1/ }).focus()
    await executive.look('versions-with-request')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `Request 1: ${process}` }).waitFor()
    await page
      .getByRole('group', { name: /^Picture of the process with its changes: 0 added, 1 changed/ })
      .waitFor()
    await executive.look('request-to-decide')
    await fitsEnlarged(executive)
    await page.getByLabel('Comment').focus()
    await page.keyboard.type('Sales agrees.')
    await tabTo(executive, 'Send')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Conversation' }).getByText('Sales agrees.').waitFor()
    await director.page.getByRole('list', { name: 'Conversation' }).getByText('Sales agrees.').waitFor()
    await page.getByRole('heading', { name: 'Decision' }).click()
    await tabTo(executive, 'Approve and publish…')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Approve request 1?' }).waitFor()
    await executive.look('approve')
    await fitsEnlarged(executive)
    await tabTo(executive, 'Approve and publish')
    await page.keyboard.press('Enter')
    await page.getByText('It was published as revision 2.').waitFor()
    await page
      .getByRole('heading', { name: /^Request 1:/ })
      .and(page.locator(':focus'))
      .waitFor()
    await executive.look('request-published')
    expect(await executive.stagesOverTheApi(process)).toContain('Understand the pain')
  })

  it('is the published one for its author at once, and the history says who asked and who agreed', async () => {
    const { page } = director
    await page.getByText('It was published as revision 2.').waitFor()
    await director.untilState(/Draft state: Published r2/)
    await page.getByRole('link', { name: 'All versions' }).click()
    await page.getByText('Request 1 by Daniel Okafor, approved by Elena Rossi').waitFor()
    await director.look('versions-reviewed')
  })

  it('is measured by the deals that went through it, and what was measured becomes a draft', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Analytics' }).click()
    await page.getByRole('row', { name: /^Identify/ }).waitFor()
    await director.look('analytics')
    await fitsEnlarged(director)
    await page.getByRole('button', { name: /as the usual days of Identify$/ }).click()
    await director.untilState(/1 change since r2/)
    await page.getByRole('button', { name: /^Undo: / }).click()
    await director.untilState(/Draft state: Published r2/)
  })
})

describe('what only some roles see', () => {
  const six = 'Standard six'
  const described = async (desk: Desk, stage: string) => {
    await desk.openProcess(six)
    await desk.stage(stage).click()
    return await desk.page.getByRole('textbox', { name: 'Description' }).inputValue()
  }

  it('is hidden from the others, and stays as it is when they publish', async () => {
    const before = await described(director, 'Prospecting')
    const administrator = await Desk.at({ browser, url: server.url })
    await administrator.signIn('administrator')
    await administrator.page.goto(`${server.url}/settings/people`)
    const panel = administrator.page.getByRole('region', { name: 'Hidden fields' })
    for (const name of ['Description', 'Parameters of actions', 'Amounts', 'Sales operations'])
      await panel.getByRole('switch', { name, exact: true }).click()
    await panel.getByText(/^3 fields are hidden from: Sales operations/).waitFor()
    await administrator.look('hidden-fields')
    await panel.getByRole('button', { name: 'Save' }).click()
    await administrator.page.getByText('Saved. It holds from now on').first().waitFor({ state: 'attached' })
    await administrator.leave()

    const operations = await Desk.at({ browser, url: server.url })
    await operations.signIn('operations')
    expect(await described(operations, 'Prospecting')).toBe('Hidden')
    await operations.page
      .getByText('Your company shows this to these roles only: Administrator and Sales director.')
      .waitFor()
    await operations.look('hidden')
    await operations.rename('Prospecting', 'Searching')
    await operations.publish('Plainer')
    await operations.untilState(/Draft state: Published r2/)
    await operations.leave()

    expect(before).not.toBe('')
    expect(await described(director, 'Searching')).toBe(before)
    await director.openProcess(process)
  })
})

describe('where every change needs a second person', () => {
  it('is declined with a reason, renewed by its author, and approved', async () => {
    const administrator = await Desk.at({ browser, url: server.url })
    await administrator.signIn('administrator')
    await administrator.page.goto(`${server.url}/settings/company`)
    const fourEyes = administrator.page.getByRole('switch', { name: 'Every change needs a second person' })
    await fourEyes.click()
    await expect.poll(() => fourEyes.isChecked()).toBe(true)
    await administrator.look('publish-policy')
    await administrator.leave()

    await director.view('Design')
    await director.rename('Understand the pain', 'Feel the pain')
    await director.page.getByRole('button', { name: 'Publish…' }).click()
    await director.page.getByLabel('Request a review').waitFor()
    expect(await director.page.getByLabel('Publish now').count()).toBe(0)
    await director.page.keyboard.press('Escape')
    await ask('Shorter')
    await director.page.getByText('Somebody else decides about your request.').waitFor()

    const { page } = executive
    await executive.view('Versions')
    await page.getByRole('link', { name: /^Request 2/ }).click()
    await page.getByRole('button', { name: 'Decline…' }).click()
    await page.getByRole('button', { name: 'Decline', exact: true }).click()
    await page.getByText('Say why, so that it can be put right.').first().waitFor()
    await page.getByLabel('Why not?').fill('Nobody feels pain here')
    await page.getByRole('button', { name: 'Decline', exact: true }).click()
    await page.getByText('Elena Rossi declined it.').waitFor()

    await director.page.getByText('Elena Rossi declined it.').waitFor()
    await director.page.getByText('“Nobody feels pain here”').waitFor()
    await director.view('Design')
    await director.rename('Feel the pain', 'Know the pain')
    await director.view('Versions')
    await director.page.getByRole('link', { name: /^Request 2/ }).click()
    await director.page.getByRole('button', { name: 'Renew with my draft…' }).click()
    await director.page.getByRole('button', { name: 'Renew', exact: true }).click()
    await director.page.getByText('Round 2').waitFor()
    await page.getByText('Know the pain', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Approve and publish…' }).click()
    await page.getByLabel('A word to it').fill('Better')
    await page.getByRole('button', { name: 'Approve and publish', exact: true }).click()
    await page.getByText('It was published as revision 3.').waitFor()
    await director.untilState(/Draft state: Published r3/)
  })

  it('comes back with its deals when somebody else agrees to an earlier revision', async () => {
    const { page } = director
    const deals = async () => {
      await director.view('Design')
      await director.stage('Know the pain').focus()
      await page.keyboard.press('Delete')
      return page.getByText(/^Know the pain holds \d+ open deals? worth/)
    }
    const before = await (await deals()).textContent()
    await page.getByLabel('Deals and scenarios of Know the pain go on in').selectOption({ label: 'Identify' })
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await director.stage('Know the pain').waitFor({ state: 'detached' })
    await director.connectByMouse('Identify', 'Metrics and champion')
    await ask('Fewer stages')
    await approve(3, 4)

    await director.untilState(/Draft state: Published r4/)
    await page.getByRole('link', { name: 'All versions' }).click()
    await page.getByRole('button', { name: /^Revision 3/ }).click()
    await page.getByRole('button', { name: 'Restore and publish…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Restore revision 3?' })
    await dialog.getByText('Moved to “Identify” by a later publish').waitFor()
    await dialog.getByText('Back to “Know the pain”.').waitFor()
    await director.look('restore-asked')
    await fitsEnlarged(director)
    await dialog.getByRole('button', { name: 'Request a review' }).click()
    await page.getByText(/^Daniel Okafor asks to bring back revision 3 in place of revision 4/).waitFor()
    await approve(4, 5)

    await director.untilState(/Draft state: Published r5/)
    expect(await (await deals()).textContent()).toBe(before)
    await executive.leave()
    await director.leave()
  })

  async function approve(number: number, revision: number) {
    const { page } = executive
    await executive.view('Versions')
    await page.getByRole('link', { name: new RegExp(`^Request ${number}`) }).click()
    await page.getByRole('region', { name: 'Open deals' }).getByText('Know the pain').waitFor()
    await executive.look(`request-${number}`)
    await page.getByRole('button', { name: 'Approve and publish…' }).click()
    await page.getByRole('button', { name: 'Approve and publish', exact: true }).click()
    await page.getByText(`It was published as revision ${revision}.`).waitFor()
  }
})
