/**
 * The same process, from nothing to published, by mouse, by keys alone on the canvas and in the list, in a window
 * enlarged four times, by what a screen reader is told, and by a finger on a phone. The exported files are equal, but for ids, positions, times, and the name each is kept by.
 */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'
import { Finger } from './hands/Finger.ts'
import type { Hands } from './hands/Hands.ts'
import { Keys } from './hands/Keys.ts'
import { ListKeys } from './hands/ListKeys.ts'
import { Mouse } from './hands/Mouse.ts'
import { Reader } from './hands/Reader.ts'
import { steps } from './hands/recipe.ts'

let server: RunningServer
let browser: Browser
const files: string[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Where one is, and what one's work did: what a reader has to be told on the way. */
const told = [
  'says: Signed in as Daniel Okafor.',
  'says: Stage Lead in added.',
  'stage: Lead in, open stage, 10 percent, start, selected, 2 problems, stage 1 of 1',
  'menuitem: Add stage after “Lead in”…',
  'says: Stage Discovery added after Lead in. Connected.',
  'radio: Closed won Ends a deal with success',
  'says: Stage Won added after Negotiation. Connected.',
  'says: Transition created from Discovery to Lost.',
  'stage: Lost, lost, final stage, 1 problem, stage 7 of 7',
  'says: Lost moved to position 6 of 7, after Negotiation.',
  'button: Undo: Change actions of “Qualification → Proposal”',
  'textbox: Comment on Proposal',
  'says: Comment added.',
  'says: Step 1. From Lead in to Discovery. Probability 35 percent. 2 of 2 exits open.',
  'says: Published as revision 1.',
]

/** What is left of a file without what may differ: ids by the order in which they come, no places, no times, no name. */
function plain(file: string): string {
  const ids: string[] = []
  return JSON.stringify(
    JSON.parse(file, (key, value: unknown) => {
      if (/^position$|^at$|_at$|^process_(name|code)$/.test(key)) return null
      if (typeof value !== 'string' || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return value
      if (!ids.includes(value)) ids.push(value)
      return `id ${ids.indexOf(value)}`
    }),
    null,
    2,
  )
}

/** All steps and the file that comes of them, equal to the first. */
async function walk(hands: Hands, name: string) {
  const { desk } = hands
  onTestFailed(() => desk.photograph(`${name} failed`))
  await desk.signIn('director')
  await hands.settle()
  for (const step of steps) await step(hands, `Built ${name}`)
  const file = plain(await hands.exported())
  files.push(file)
  await desk.photograph(name)
  expect(file).toBe(files[0])
  await desk.leave()
}

describe('one process', () => {
  it('is made by mouse', async () => {
    const hands = new Mouse(await Desk.at({ browser, url: server.url }))
    await walk(hands, 'by mouse')
    const process = JSON.parse(files[0] ?? '{}').process
    expect(process.stages).toHaveLength(7)
    expect(process.transitions).toHaveLength(9)
  })

  it('is made by keys alone', async () => {
    const hands = new Keys(await Desk.at({ browser, url: server.url }))
    await hands.withoutPointer()
    await walk(hands, 'by keys')
    expect(hands.pointers).toEqual([])
  })

  it('is made by keys alone in the list', async () => {
    const hands = new ListKeys(await Desk.at({ browser, url: server.url }))
    await hands.withoutPointer()
    await walk(hands, 'by keys in the list')
    expect(hands.pointers).toEqual([])
  })

  it('is made by keys alone in a window of 1280 × 1024 at 400 percent', async () => {
    const hands = new ListKeys(await Desk.at({ browser, url: server.url }))
    await hands.desk.page.setViewportSize({ width: 320, height: 256 })
    await hands.withoutPointer()
    await walk(hands, 'by keys enlarged')
    expect(hands.pointers).toEqual([])
  })

  it('is made by what a screen reader is told', async () => {
    const hands = new Reader(await Desk.at({ browser, url: server.url }))
    await hands.withoutPointer()
    await hands.listen()
    onTestFailed(() => console.error(hands.transcript.join('\n')))
    await walk(hands, 'by screen reader')
    expect(hands.pointers).toEqual([])
    expect(hands.transcript).toEqual(expect.arrayContaining(told))
  })

  it('is made by a finger on a phone', async () => {
    const hands = new Finger(await Desk.onPhone({ browser, url: server.url }))
    await walk(hands, 'by a finger')
  })
})
