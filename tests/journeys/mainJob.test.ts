/**
 * The main job, end to end, as a sales director does it: bring the company's stages in, repair, draw, tune, lose the
 * network, publish, be seen by a colleague, try a deal, take it back. Pictures: tests/artefacts/journeys.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { fixture } from '../kit/fixtures.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let server: RunningServer
let browser: Browser
let director: Desk
let colleague: Desk

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  director = await Desk.at({ browser, url: server.url })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Each step stands on the one before: after a failure the rest would only repeat it. */
let failed = false
beforeEach(() => {
  if (failed) throw new Error('An earlier step of this journey failed.')
  onTestFailed(async () => {
    failed = true
    await director.photograph('failed')
  })
})

/** A stranger's real value set where it is at hand, else one of the same kind and with the same faults. */
function valueSet(): string {
  const real = fixture(
    'salesforce/SalesforceFoundation__NPSP/unpackaged/config/trial/standardValueSets/OpportunityStage.standardValueSet',
  )
  if (real) return real
  console.warn('The real OpportunityStage file is missing: the journey imports a written one instead.')
  const file = join(mkdtempSync(join(tmpdir(), 'stagecraft-')), 'OpportunityStage.standardValueSet')
  const value = (name: string, probability: number, closed = false, won = false) =>
    `<standardValue><fullName>${name}</fullName><label>${name}</label><closed>${closed}</closed>` +
    `<forecastCategory>Pipeline</forecastCategory><probability>${probability}</probability><won>${won}</won></standardValue>`
  const values = [
    value('Prospecting', 10),
    value('Pledged', 50),
    value('LOI Submitted', 20),
    value('Qualification', 10),
    value('Verbal Commitment', 90),
    value('Closed Won', 100, true, true),
    value('Closed Lost', 0, true),
  ]
  writeFileSync(file, `<?xml version="1.0"?><StandardValueSet>${values.join('')}</StandardValueSet>`)
  return file
}

describe('the main job', () => {
  it('signs in and sees the library', async () => {
    await director.signIn('director')
    await director.page.getByText('3 processes').waitFor()
    await director.look('library')
  })

  it("imports the company's stages from Salesforce", async () => {
    const { page } = director
    await page.getByRole('button', { name: 'New process' }).click()
    await page.getByRole('menuitem', { name: 'Import a file…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a process' })
    await dialog.locator('input[type=file]').setInputFiles(valueSet())
    await dialog.getByLabel('Name of the process').fill('Fundraising')
    await director.look('import')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('heading', { name: 'Fundraising', level: 1 }).waitFor()
    await director.stage('Prospecting').waitFor()
    await director.look('imported')
  })

  it('repairs what the linter says by its quick fixes', async () => {
    const { page } = director
    await director.openProblems()
    const problems = page.getByRole('region', { name: 'Problems' })
    await director.look('problems')
    const errors = problems.getByRole('listitem').filter({ hasText: /^Error: / })
    expect(await errors.count()).toBeGreaterThan(0)
    for (let left = await errors.count(); left > 0; left = await errors.count()) {
      const message = await errors.first().getByRole('button').first().textContent()
      await errors
        .first()
        .getByRole('button', { name: /^Raise|^Set|^Sort/ })
        .first()
        .click()
      await problems.getByText(message ?? '', { exact: true }).waitFor({ state: 'detached' })
    }
    await director.look('repaired')
  })

  it('connects two stages by mouse', async () => {
    await director.connectByMouse('Prospecting', 'LOI Submitted')
    await director.look('connected by mouse')
  })

  it('connects two stages by keyboard alone', async () => {
    const { page } = director
    await director.stage('Prospecting').focus()
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: /New transition from/ })
    await dialog.getByRole('combobox', { name: 'To' }).waitFor()
    await page.keyboard.type('Qualification')
    await director.look('connecting by keyboard')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await director.transition('Prospecting', 'Qualification').waitFor()
    await expect.poll(() => director.focusedName()).toContain('from Prospecting to Qualification')
  })

  it('inserts a stage on a transition', async () => {
    const { page } = director
    await director.transition('Prospecting', 'Pledged').focus()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'Insert stage' })
    await dialog.getByLabel('Name').fill('Discovery call')
    await page.keyboard.press('Enter')
    await director.stage('Discovery call').waitFor()
    await director.transition('Prospecting', 'Discovery call').waitFor()
    await director.transition('Discovery call', 'Pledged').waitFor()
    await director.look('inserted')
  })

  it('changes a probability in the panel and sees the figures follow', async () => {
    const { page } = director
    await director.stage('Prospecting').focus()
    await page.keyboard.press('Enter')
    const before = await director.winRate()
    const field = page.getByRole('textbox', { name: 'Probability', exact: true })
    await field.fill('5')
    await field.press('Tab')
    await expect.poll(() => director.winRate()).not.toBe(before)
    await director.look('probability')
  })

  it('undoes and redoes by name', async () => {
    const { page } = director
    const changed = await director.winRate()
    await page.getByRole('button', { name: /^Undo: Change probability of/ }).click()
    await expect.poll(() => director.winRate()).not.toBe(changed)
    await page.getByRole('button', { name: /^Redo: Change probability of/ }).click()
    await expect.poll(() => director.winRate()).toBe(changed)
  })

  it('loses the network, edits, reloads, and the edit is there', async () => {
    const { page } = director
    await director.untilOfflineReady()
    await director.offline()
    await director.stage('Discovery call').focus()
    await page.keyboard.press('F2')
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('Discovery meeting')
    await name.press('Tab')
    await director.stage('Discovery meeting').waitFor()
    await director.untilSaved()
    await page.reload()
    await director.stage('Discovery meeting').waitFor()
    await page.getByRole('button', { name: /^Undo: / }).waitFor()
    await director.look('offline after a reload')
  })

  it('publishes once the network is back', async () => {
    const { page } = director
    await director.online()
    await page.getByRole('button', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Publish/ })
    await dialog.getByLabel('Why this change?').fill('Our stages from Salesforce, repaired')
    await director.look('publish')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published as revision 1').first().waitFor()
    await director.look('published')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  })

  it('is seen live by a colleague', async () => {
    const { page } = director
    colleague = await Desk.at({ browser, url: server.url })
    await colleague.signIn('operations')
    await colleague.page
      .getByRole('link', { name: /Fundraising/ })
      .first()
      .click()
    await colleague.stage('Discovery meeting').waitFor()

    await director.stage('Discovery meeting').focus()
    await page.keyboard.press('F2')
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('Discovery')
    await name.press('Tab')
    await director.publish('Shorter name')
    await colleague.stage('Discovery').waitFor()
    await colleague.look('seen by a colleague')
  })

  it('answers the same stages over the API', async () => {
    const stages = await director.stagesOverTheApi('Fundraising')
    expect(stages).toContain('Discovery')
    expect(stages).toContain('Closed Won')
  })

  it('plays a deal to Closed Won, with every blocked exit explained', async () => {
    const { page } = director
    await page.goto(`${server.url}/`)
    await page
      .getByRole('link', { name: /Standard six/ })
      .first()
      .click()
    await director.view('Simulate')
    await page.getByRole('button', { name: 'Start the walk' }).click()
    const qualify = page.getByRole('listitem').filter({ hasText: 'Contact made' })
    await qualify.getByText('Blocked').waitFor()
    await qualify.getByText('Fill in Customer need: “Qualification” requires it.').waitFor()
    await director.look('blocked exit')

    await director.fillIn({ 'Customer need': 'Shorter loading times', 'Next step': 'Demo' })
    await page.getByRole('button', { name: 'Move to Qualification' }).click()
    await page.getByRole('heading', { name: 'Now in Qualification' }).waitFor()
    await director.fillIn({ Amount: '24000', 'Close date': '2099-06-30', 'Decision maker': 'Ana Ruiz' })
    await page.getByRole('button', { name: 'Move to Proposal' }).click()
    await director.fillIn({ 'Proposal sent on': '2099-05-02' })
    await page.getByRole('button', { name: 'Move to Negotiation' }).click()
    await director.fillIn({ 'Contract signed on': '2099-06-20' })
    await page.getByRole('button', { name: 'Move to Closed Won' }).click()
    await page.getByText('The deal is won').waitFor()
    await director.look('won')
  })

  it('restores the first version', async () => {
    const { page } = director
    await page.goto(`${server.url}/`)
    await page
      .getByRole('link', { name: /Fundraising/ })
      .first()
      .click()
    await director.stage('Discovery').waitFor()
    await director.view('Versions')
    await page.getByText('Shorter name').waitFor()
    await director.look('versions')
    await page.getByRole('button', { name: /^Revision 1/ }).click()
    await page.getByRole('button', { name: 'Restore and publish…' }).click()
    const dialog = page.getByRole('dialog', { name: /Restore revision 1/ })
    await dialog.getByLabel('Why?').fill('Back to the meeting')
    await dialog.getByRole('button', { name: 'Restore and publish' }).click()
    await page.getByText('Revision 1 is published again as revision 3.').first().waitFor()
    await director.view('Design')
    await director.stage('Discovery meeting').waitFor()
    await colleague.stage('Discovery meeting').waitFor()
    await director.look('restored')
    await Promise.all([director.leave(), colleague.leave()])
  })
})
