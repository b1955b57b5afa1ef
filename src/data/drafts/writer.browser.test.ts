/** One writer at a time, on the browser's own locks: several tabs are several claims on one name. */
import { afterEach, describe, expect, it } from 'vitest'
import { claimWriter, type Writer } from './writer.ts'

let names = 0
const open: Writer[] = []
afterEach(() => {
  for (const writer of open.splice(0)) writer.release()
})

function draft() {
  const name = `draft-${Date.now()}-${++names}`
  const tabs: Writer[] = []
  let mostAtOnce = 0
  return {
    tab() {
      const heard: boolean[] = []
      const writer = claimWriter(navigator.locks, name, (writes) => {
        heard.push(writes)
        mostAtOnce = Math.max(mostAtOnce, tabs.filter((one) => one.isWriter()).length)
      })
      tabs.push(writer)
      open.push(writer)
      return {
        ...writer,
        heard,
        untilHeard: (...wanted: boolean[]) => expect.poll(() => heard).toEqual(wanted),
      }
    },
    mostAtOnce: () => mostAtOnce,
    /** Claims that the browser still knows of. */
    async claims() {
      const { held = [], pending = [] } = await navigator.locks.query()
      return [...held, ...pending].filter((lock) => lock.name === name).length
    },
  }
}

describe('who writes a draft', () => {
  it('is the first tab; the second follows until the first is closed', async () => {
    const { tab, mostAtOnce } = draft()
    const first = tab()
    await first.untilHeard(true)
    const second = tab()
    await second.untilHeard(false)
    first.release()
    await second.untilHeard(false, true)
    expect(mostAtOnce()).toBe(1)
  })

  it('is whoever took over, back and forth', async () => {
    const { tab } = draft()
    const [first, second] = [tab(), tab()]
    await second.untilHeard(false)
    second.takeOver()
    await second.untilHeard(false, true)
    await first.untilHeard(true, false)
    first.takeOver()
    await first.untilHeard(true, false, true)
    await second.untilHeard(false, true, false)
    expect([first.isWriter(), second.isWriter()]).toEqual([true, false])
  })

  it('is one of three after each take-over, and the last one in the end', async () => {
    const { tab } = draft()
    const tabs = [tab(), tab(), tab()]
    await tabs[2]?.untilHeard(false)
    for (let round = 0; round < 30; round++) {
      const next = tabs[round % 3]
      next?.takeOver()
      await expect.poll(() => tabs.map((one) => one.isWriter())).toEqual(tabs.map((one) => one === next))
    }
    tabs[0]?.release()
    tabs[2]?.release()
    await expect.poll(() => tabs[1]?.isWriter()).toBe(true)
  })

  it('is nobody once all have left, and no claim stays behind', async () => {
    const { tab, claims } = draft()
    const [first, second] = [tab(), tab()]
    await second.untilHeard(false)
    second.takeOver()
    await first.untilHeard(true, false)
    first.takeOver()
    await second.untilHeard(false, true, false)
    first.release()
    second.release()
    await expect.poll(claims).toBe(0)
  })

  it('is not a tab that was closed before it had an answer', async () => {
    const { tab, claims } = draft()
    const hasty = tab()
    hasty.release()
    await expect.poll(claims).toBe(0)
    expect(hasty.heard).toEqual([])
  })
})
