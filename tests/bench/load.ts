/**
 * Load to interactive, and how much script each place asks for until then (gzip), in the built app behind the real
 * server. What loads when the place already shows is not counted.
 */

import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from 'playwright'
import { buildApp } from '../../bootstrap/build.ts'
import { launchChromium } from '../kit/chromium.ts'
import { median } from '../kit/median.ts'
import { startServer } from '../kit/server.ts'

const rounds = 5

if (!(await buildApp())) process.exit(1)
const server = await startServer()
const browser = await launchChromium()
const places: { name: string; milliseconds: number[]; bytes: number }[] = []

/** Times `go` until `ready`, and weighs the scripts it fetched. */
async function visit(context: BrowserContext, name: string, go: () => Promise<void>) {
  const place = places.find((known) => known.name === name) ?? { name, milliseconds: [], bytes: 0 }
  if (!places.includes(place)) places.push(place)
  const weights: Promise<number>[] = []
  const weigh = (response: { url(): string; body(): Promise<Buffer> }) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      weights.push(response.body().then((body) => gzipSync(body).length))
  }
  context.on('response', weigh)
  const started = performance.now()
  await go()
  place.milliseconds.push(performance.now() - started)
  context.off('response', weigh)
  place.bytes = Math.max(
    place.bytes,
    (await Promise.all(weights)).reduce((sum, one) => sum + one, 0),
  )
}

for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await visit(context, 'sign-in', async () => {
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel('E-mail address').waitFor()
  })
  await page.getByLabel('E-mail address').fill('director@demo.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('Stagecraft-demo-1')
  await visit(context, 'library, after sign-in', async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('3 processes').waitFor()
  })
  await visit(context, 'design place, from the library', async () => {
    await page.locator('a[href*="/processes/"]').first().click()
    await page.locator('[data-stage-id]').first().waitFor()
  })
  await visit(context, 'design place, reloaded', async () => {
    await page.reload()
    await page.locator('[data-stage-id]').first().waitFor()
  })
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
