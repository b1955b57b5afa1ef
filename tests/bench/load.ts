/**
 * Load to interactive, and how much script each place asks for until then (gzip), in the built app behind the real
 * server. What loads when the place already shows is not counted.
 */

import { performance } from 'node:perf_hooks'
import { exit } from 'node:process'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { buildApp } from '../../bootstrap/build.ts'
import { launchChromium } from '../kit/chromium.ts'
import { median } from '../kit/median.ts'
import { startServer } from '../kit/server.ts'

const rounds = 5

if (!(await buildApp())) exit(1)
const server = await startServer()
const browser = await launchChromium()
const places: { name: string; milliseconds: number[]; bytes: number }[] = []

/** Notes when each of these first stands in the page. */
const watchFor = (selectors: readonly string[]) => {
  const shown: Record<string, number> = {}
  Object.assign(window, { shown })
  new MutationObserver(() => {
    for (const selector of selectors)
      if (!(selector in shown) && document.querySelector(selector)) shown[selector] = performance.now()
  }).observe(document, { childList: true, subtree: true })
}

/** What of the scripts was asked for until `selector` stood in the page, since `from` on the page's clock. */
const scriptsUntil = ({ selector, from }: { readonly selector: string; readonly from: number }): string[] => {
  const shown: Record<string, number> = Object(Reflect.get(window, 'shown'))
  const until = shown[selector] ?? performance.now()
  return performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => name.endsWith('.js') && startTime >= from && startTime <= until)
    .map(({ name }) => name)
}

const sizes = new Map<string, Promise<number>>()

/** Times `go` until `selector` shows, and weighs the scripts that were asked for until then. */
async function visit(page: Page, name: string, selector: string, go: () => Promise<unknown>, loads: boolean) {
  const place = places.find((known) => known.name === name) ?? { name, milliseconds: [], bytes: 0 }
  if (!places.includes(place)) places.push(place)
  const from = loads ? 0 : await page.evaluate(() => performance.now())
  const started = performance.now()
  await go()
  await page.locator(selector).first().waitFor()
  place.milliseconds.push(performance.now() - started)
  const scripts = await page.evaluate(scriptsUntil, { selector, from })
  const weights = await Promise.all(scripts.map((script) => sizes.get(script) ?? 0))
  place.bytes = Math.max(
    place.bytes,
    weights.reduce((sum, one) => sum + one, 0),
  )
}

const signInForm = 'input[type=password]'
const processLink = 'a[href*="/design"]'
const stage = '[data-stage-id]'

for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await context.addInitScript(watchFor, [signInForm, processLink, stage])
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && !sizes.has(response.url()))
      sizes.set(
        response.url(),
        response.body().then(
          (body) => gzipSync(body).length,
          () => {
            // The page was closed while it still came: nobody waited for it.
            sizes.delete(response.url())
            return 0
          },
        ),
      )
  })
  const page = await context.newPage()
  await visit(page, 'sign-in', signInForm, () => page.goto(`${server.url}/sign-in`), true)
  await page.getByLabel('E-mail address').fill('director@demo.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('Stagecraft-demo-1')
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true })
  await visit(page, 'library, after sign-in', processLink, () => signIn.click(), false)
  const open = page.locator(processLink).first()
  await visit(page, 'design place, from the library', stage, () => open.click(), false)
  await visit(page, 'design place, reloaded', stage, () => page.reload(), true)
  await context.close()
}
await browser.close()
await server.stop()

console.log(`medians of ${rounds} visits, each with an empty cache`)
for (const { name, milliseconds, bytes } of places)
  console.log(
    `${name.padEnd(32)} ${median(milliseconds).toFixed(0).padStart(6)} ms   ${(bytes / 1000).toFixed(0).padStart(5)} kB of script`,
  )
console.log('budget: 230 kB to sign-in and library, 370 kB in all until the design place')
