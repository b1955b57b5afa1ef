/**
 * The app on backends that are less than ours: drawn, published, and there again after a reload; what such a backend
 * does not keep is said before, and stays on the device.
 */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

describe.each([
  {
    profile: 'blueprint',
    title: 'Your CRM takes a process step by step and keeps part of it.',
    path: '/api/sales-stages/',
  },
  {
    profile: 'tenant-settings',
    title: 'Your CRM keeps the list of stages and nothing else.',
    path: '/api/settings',
  },
])('a backend of the profile $profile', ({ profile, title, path }) => {
  it('draws, publishes, and shows it again after a reload', async () => {
    const server = await startServer({}, '--profile', profile)
    const director = await Desk.at({ browser, url: server.url })
    const { page } = director
    // The first question, what the backend is, is answered 404.
    director.expectFailingRequests()
    try {
      await director.signIn('director')
      await page.getByText(title).waitFor()
      await director.look(`${profile} library`)
      await director.openProcess('Sales process')

      await director.rename('Qualification', 'First talk')
      await director.stage('First talk').focus()
      await page.keyboard.press('n')
      const insert = page.getByRole('dialog')
      await insert.getByLabel('Name').fill('Site visit')
      await page.keyboard.press('Enter')
      await director.stage('Site visit').waitFor()
      await page.getByRole('button', { name: 'Connect “Site visit” to “Proposal”' }).first().click()
      await director.transition('Site visit', 'Proposal').waitFor()
      await director.look(`${profile} drawn`)

      await page.getByRole('button', { name: 'Publish…' }).click()
      const dialog = page.getByRole('dialog', { name: /^Publish/ })
      await dialog.getByText(title).waitFor()
      await director.look(`${profile} publish`)
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
      await page.getByText('Published as revision 2').first().waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()

      const kept = JSON.stringify(await director.asksOverTheApi(path))
      expect(kept).toMatch(/"First talk".*"Site visit"/)

      const place = await placeFrom(director, 'Proposal', 'Site visit')
      await page.reload()
      await director.stage('Site visit').waitFor()
      await director.stage('First talk').waitFor()
      await director.untilState(/Published r2/)
      expect(await placeFrom(director, 'Proposal', 'Site visit')).toEqual(place)
      await director.view('Versions')
      await page.getByText('Your CRM keeps no versions.').waitFor()
      await director.look(`${profile} versions`)
    } finally {
      await director.photograph(`${profile} at the end`)
      await director.leave()
      await server.stop()
    }
  })
})

/** Where one stage stands seen from another, wherever the picture is. */
async function placeFrom(desk: Desk, first: string, second: string) {
  const [from, to] = await Promise.all([desk.stage(first).boundingBox(), desk.stage(second).boundingBox()])
  if (!from || !to) throw new Error(`“${first}” or “${second}” is not on the screen.`)
  return { x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) }
}
