/** One person with two tabs of one process: one writes, the other follows, and the right to write passes on. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let server: RunningServer
let browser: Browser
let first: Desk
let second: Desk
const process = 'Enterprise MEDDICC'

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  first = await Desk.at({ browser, url: server.url })
  await first.signIn('director')
  await first.openProcess(process)
  second = await first.newTab()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('two tabs of one person', () => {
  it('lets the first write and the second follow, read-only', async () => {
    await second.openProcess(process)
    await second.untilState(/Read-only/)
    await first.rename('Identify', 'Find')
    await second.stage('Find').waitFor()
    await first.rename('Negotiate', 'Agree')
    await second.stage('Agree').waitFor()
    await second.stage('Find').focus()
    await second.page.keyboard.press('Delete')
    await second.stage('Find').waitFor()
    await second.look('second tab follows')
  })

  it('passes the right to write to the tab that takes over, with undo', async () => {
    await second.page.getByRole('button', { name: 'Edit here instead' }).click()
    await first.untilState(/Read-only/)
    await second.untilSaved()
    await second.page.getByRole('button', { name: /^Undo: / }).click()
    await second.stage('Negotiate').waitFor()
    await first.stage('Negotiate').waitFor()
    await second.rename('Technical win', 'Proof')
    await first.stage('Proof').waitFor()
  })

  it('hands over when the writing tab is closed', async () => {
    await second.page.close()
    await first.untilSaved()
    await first.rename('Find', 'Discover')
    await first.untilSaved()
    await first.page.reload()
    for (const name of ['Discover', 'Negotiate', 'Proof']) await first.stage(name).waitFor()
  })

  it('publishes once, whichever tab sends it, and both show it', async () => {
    second = await first.newTab()
    await second.openProcess(process)
    await second.untilState(/Read-only/)
    await first.publish('Two tabs')
    await second.stage('Discover').waitFor()
    await first.untilState(/Published r2/)
    expect(await first.reasonsOverTheApi(process)).toEqual(['Two tabs', expect.anything()])
    await first.leave()
  })
})
