/**
 * The network goes, the server ends, the page is killed: what was edited is there, with undo and redo, and what was
 * published or restored goes out once. A cut network leaves an open socket open in Chromium, so the server stops too.
 */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'

let server: RunningServer
let browser: Browser
let director: Desk
let colleague: Desk

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  const reach = { browser, url: server.url }
  ;[director, colleague] = await Promise.all([Desk.at(reach), Desk.at(reach)])
  await director.signIn('director')
  await colleague.signIn('operations')
  await director.untilOfflineReady()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const process = 'Enterprise MEDDICC'

describe('a page that is killed', () => {
  it('has every edit, undo and redo when it is opened again', async () => {
    await director.openProcess(process)
    await director.rename('Identify', 'Find')
    await director.rename('Negotiate', 'Agree')
    await director.rename('Paper process', 'Contract')
    await director.page.keyboard.press('Escape')
    await director.page.getByRole('button', { name: /^Undo: / }).click()
    await director.stage('Paper process').waitFor()
    await director.untilSaved()
    director = await director.killPage()
    await director.openProcess(process)
    await director.stage('Find').waitFor()
    await director.stage('Agree').waitFor()
    await director.page.getByRole('button', { name: /^Redo: / }).click()
    await director.stage('Contract').waitFor()
    for (const name of ['Paper process', 'Negotiate', 'Identify']) {
      await director.page.getByRole('button', { name: /^Undo: / }).click()
      await director.stage(name).waitFor()
    }
    await director.untilState(/Published r1/)
  })
})

describe('without a server', () => {
  it('goes on editing, says that the server is away, and keeps it all over a reload', async () => {
    director.expectFailingRequests()
    colleague.expectFailingRequests()
    await server.pause()
    await director.page.getByText('The server cannot be reached.').waitFor()
    await director.rename('Identify', 'Find')
    await director.untilSaved()
    await director.look('server away')

    await director.offline()
    await director.page.reload()
    await director.stage('Find').waitFor()
    await director.page.getByText('You are offline.').waitFor()
    await director.page.getByRole('button', { name: /^Undo: / }).waitFor()
    await director.look('reloaded offline')
  })

  it('opens the library, and a process that was seen before', async () => {
    const { page } = director
    await page.getByRole('link', { name: 'Stagecraft, all processes' }).click()
    await page.getByRole('heading', { name: 'Processes', level: 1 }).waitFor()
    await page.getByRole('link', { name: process }).waitFor()
    await director.look('library offline')
    await director.openProcess(process)
    await director.stage('Find').waitFor()
  })

  it('sends a publish once when the server is back, also after a reload', async () => {
    const { page } = director
    await page.getByRole('button', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Publish/ })
    await dialog.getByLabel('Why this change?').fill('A plainer word')
    await dialog.getByRole('button', { name: /^Publish/ }).click()
    await dialog.getByText('It will be published when you are online').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await director.untilState(/Publishes when online/)
    await page.reload()
    await director.untilState(/Publishes when online/)
    await director.look('publish waits')

    await server.resume()
    await director.online()
    await director.untilState(/Published r2/)
    expect(await director.stagesOverTheApi(process)).toContain('Find')
    expect(await director.reasonsOverTheApi(process)).toEqual(['A plainer word', expect.anything()])
  })

  it('comes back by itself where only the server was away', async () => {
    await server.pause()
    await director.page.getByText('The server cannot be reached.').waitFor()
    await server.resume()
    await director.page.getByText('The server cannot be reached.').waitFor({ state: 'detached' })
  })
})

describe("a colleague's publish", () => {
  it('arrives live and merges into what is being edited', async () => {
    await colleague.openProcess(process)
    await director.rename('Business case', 'Business value')
    await director.untilSaved()
    await colleague.rename('Negotiate', 'Agree')
    await colleague.publish('Shorter')
    await director.stage('Agree').waitFor()
    await director.stage('Business value').waitFor()
    await director.untilState(/1 change since r3/)
  })

  it('asks where both changed the same, and nothing is lost', async () => {
    const { page } = director
    await director.rename('Technical win', 'Proof')
    await director.untilSaved()
    await colleague.rename('Technical win', 'Pilot')
    await colleague.publish('What it is')
    await director.untilState(/r4 is newer/)
    await director.stage('Proof').waitFor()
    await director.look('behind')

    await page.getByRole('button', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Publish/ })
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByRole('button', { name: 'Choose what holds…' }).click()
    const choice = page.getByRole('dialog', { name: 'Choose what holds' })
    await choice.getByRole('radio', { name: /Theirs/ }).check()
    await director.look('conflict')
    await choice.getByRole('button', { name: 'Publish the result' }).click()
    await director.untilState(/Published r5/)
    await director.stage('Pilot').waitFor()
    await director.stage('Business value').waitFor()
    await colleague.stage('Business value').waitFor()
  })
})

describe('a device without room', () => {
  it('says so, keeps the change in the page, and saves it when there is room again', async () => {
    const { page } = director
    await director.untilState(/Published r5/)
    await director.fillDevice()
    await director.rename('Find', 'First contact')
    await director.untilState(/Not saved: this device is full/)
    await director.look('storage full')
    await page.getByRole('link', { name: 'Stagecraft, all processes' }).click()
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await director.makeRoom()
    await director.untilSaved()
    await page.reload()
    await director.stage('First contact').waitFor()
  })
})

describe('signing out', () => {
  it('asks where work was not published, and leaves nothing of the person on the device', async () => {
    const { page } = director
    const leave = async () => {
      await page.getByRole('button', { name: /Account of/ }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
    }
    await leave()
    const question = page.getByRole('alertdialog', { name: 'Sign out and delete unpublished work?' })
    await director.look('sign out')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await director.stage('First contact').waitFor()
    await leave()
    await question.getByRole('button', { name: 'Sign out and delete' }).click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    const left = async () =>
      await page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name),
        kept: Object.keys(localStorage).filter((key) => /cursor|user/.test(key)),
      }))
    await expect.poll(left).toEqual({ databases: [], kept: [] })
  })

  it('finds what is published when the person comes back', async () => {
    await director.signIn('director')
    await director.openProcess(process)
    await director.stage('Find').waitFor()
  })
})

describe('an earlier revision', () => {
  it('comes back once when the server is there again, also after a reload', async () => {
    const { page } = director
    await director.view('Versions')
    await page.getByRole('button', { name: /^Revision 1/ }).click()
    await server.pause()
    await director.offline()
    await page.getByRole('button', { name: 'Restore and publish…' }).click()
    const dialog = page.getByRole('dialog', { name: /Restore revision 1/ })
    await dialog.getByLabel('Why?').fill('The old words')
    await director.look('restore offline')
    await dialog.getByRole('button', { name: 'Restore when online' }).click()
    await director.untilState(/Restores when online/)
    await director.view('Design')
    await page.reload()
    await director.untilState(/Restores when online/)
    await server.resume()
    await director.online()
    await director.untilState(/Published r6/)
    await director.stage('Identify').waitFor()
    const reasons = await director.reasonsOverTheApi(process)
    expect(reasons[0]).toBe('The old words')
    expect(reasons).toHaveLength(6)
    await director.leave()
    await colleague.leave()
  })
})
