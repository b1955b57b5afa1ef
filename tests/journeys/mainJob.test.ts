/**
 * The main job, end to end, as a sales director does it: bring the company's stages in, repair, draw, tune, lose the
 * network, publish, be seen by a colleague, try a deal, take it back. Pictures: tests/artefacts/journeys.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { fixture } from '../kit/fixtures.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let server: RunningServer
let browser: Browser
let director: Desk

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  director = await Desk.at({ browser, url: server.url })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
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
})
