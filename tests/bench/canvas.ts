/**
 * The canvas in Chromium at 20, 100, 500 and 1,000 stages, beside bare React Flow with its smallest node, in turns:
 * time until all is painted, frames and main-thread time while one stage is dragged, and an edit until it is painted.
 * Production build. Prints; asserts nothing. `node tests/bench/canvas.ts [stages …]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { build, preview } from 'vite'
import { launchChromium } from '../kit/chromium.ts'

const sizes = process.argv.slice(2).map(Number)
const rounds = 3
const steps = 120
/** Ours as it opens (large processes at their start), ours zoomed out to the whole, and the peer, which shows all. */
const shown = ['ours', 'ours, all in view', 'bare'] as const
type Shown = (typeof shown)[number]

interface Measured {
  readonly ready: number
  readonly frame: number
  readonly p95: number
  /** Main-thread milliseconds a step of the drag. */
  readonly work: number
  /** An edit of a probability until the next paint; null for the peer, which has nothing to follow it. */
  readonly edit: number | null
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const median = (values: readonly number[]): number => quantile(values, 0.5)

async function taskMs(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

/** Drags the stage nearest to the middle of the view by a hand that moves once a frame. */
async function dragged(page: Page): Promise<Pick<Measured, 'frame' | 'p95' | 'work'>> {
  const busy = await taskMs(page)
  const start = await page.evaluate(() => {
    const cards = [...document.querySelectorAll('.react-flow__node')].map((node) =>
      node.getBoundingClientRect(),
    )
    const far = (box: DOMRect) =>
      Math.hypot(box.x + box.width / 2 - innerWidth / 2, box.y + box.height / 2 - innerHeight / 2)
    const nearest = cards.sort((a, b) => far(a) - far(b))[0]
    return nearest ? { x: nearest.x + nearest.width / 2, y: nearest.y + nearest.height / 2 } : { x: 0, y: 0 }
  })
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 8, start.y + 4)
  const before = await busy()
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const note = (now: number) => {
      frames.push(now - last)
      last = now
      Object.assign(window, { frames })
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  for (let step = 0; step < steps; step += 1) {
    const angle = (step / steps) * Math.PI * 4
    await page.mouse.move(start.x + 8 + Math.sin(angle) * 120, start.y + 4 + (1 - Math.cos(angle)) * 60)
  }
  const after = await busy()
  const frames = await page.evaluate(() => {
    const noted: unknown = Reflect.get(window, 'frames')
    return Array.isArray(noted) ? noted.map(Number) : []
  })
  await page.mouse.up()
  const counted = frames.slice(2)
  return { frame: median(counted), p95: quantile(counted, 0.95), work: (after - before) / steps }
}

/** A probability is changed as by typing; time until the frame that shows it. */
async function edited(page: Page): Promise<number> {
  const times = await page.evaluate(async () => {
    const painted = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        requestAnimationFrame(() => port2.postMessage(null))
      })
    const edit: unknown = Reflect.get(window, 'editProbability')
    const taken: number[] = []
    for (let round = 0; round < 12 && typeof edit === 'function'; round += 1) {
      await painted()
      const start = performance.now()
      edit(round)
      taken.push(performance.now() - start)
      await painted()
    }
    return taken
  })
  return median(times.slice(2))
}

async function measure(browser: Browser, url: string, what: Shown, stages: number): Promise<Measured> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  try {
    await page.goto(`${url}/tests/bench/canvas/index.html?stages=${stages}&peer=${what}`)
    await page.waitForSelector('html[data-ready]', { timeout: 120_000 })
    const ready = Number(await page.getAttribute('html', 'data-ready'))
    if (what === 'ours, all in view') await page.getByRole('button', { name: 'Zoom to fit' }).click()
    const drag = await dragged(page)
    return { ready, ...drag, edit: what !== 'bare' ? await edited(page) : null }
  } finally {
    await context.close()
  }
}

const root = join(import.meta.dirname, '../..')
const outDir = mkdtempSync(join(tmpdir(), 'stagecraft-bench-'))
const page = join(import.meta.dirname, 'canvas/index.html')
await build({
  root,
  logLevel: 'error',
  build: { outDir, emptyOutDir: true, rolldownOptions: { input: page } },
  mode: 'bench',
})
const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0 } })
const url = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? ''
const browser = await launchChromium()
try {
  console.log('stages  what               ready ms   frame ms median / p95   work ms a step   edit ms')
  for (const stages of sizes.length > 0 ? sizes : [20, 100, 500, 1_000]) {
    const found: Record<Shown, Measured[]> = { ours: [], 'ours, all in view': [], bare: [] }
    for (let round = 0; round < rounds; round += 1)
      for (const what of shown) found[what].push(await measure(browser, url, what, stages))
    for (const what of shown) {
      const of = (pick: (one: Measured) => number) => median(found[what].map(pick))
      const edit = what !== 'bare' ? of((one) => one.edit ?? 0).toFixed(1) : '–'
      console.log(
        `${String(stages).padStart(6)}  ${what.padEnd(18)} ${of((one) => one.ready)
          .toFixed(0)
          .padStart(8)}   ` +
          `${of((one) => one.frame)
            .toFixed(1)
            .padStart(15)} / ${of((one) => one.p95).toFixed(1)}   ` +
          `${of((one) => one.work)
            .toFixed(1)
            .padStart(14)}   ${edit.padStart(7)}`,
      )
    }
  }
} finally {
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
}
