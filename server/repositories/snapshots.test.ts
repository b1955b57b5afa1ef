import { describe, expect, it } from 'vitest'
import { createSnapshots } from './snapshots.ts'

/** A database that answers when it is told to. */
function database() {
  let trail = 1
  let readings = 0
  const questions: (() => void)[] = []
  const snapshots = createSnapshots(
    () =>
      new Promise((resolve) => {
        const seen = () => resolve(trail)
        questions.push(seen)
      }),
  )
  return {
    questions,
    /** The oldest question is answered with how things stand now. */
    answer: async () => {
      questions.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
    commit: () => {
      trail += 1
    },
    read: () =>
      snapshots.of('company', async () => {
        readings += 1
        return []
      }),
    get readings() {
      return readings
    },
  }
}

describe('what was read of a company that others write as well', () => {
  it('is read once for many who ask, and again after a commit', async () => {
    const given = database()
    const first = [given.read(), given.read(), given.read()]
    await given.answer()
    await given.answer()
    await Promise.all(first)
    expect([given.questions.length, given.readings]).toEqual([0, 1])
    given.commit()
    const second = given.read()
    await given.answer()
    await second
    expect(given.readings).toBe(2)
  })

  it('is never older than the question: who asks while one is on its way waits for the next', async () => {
    const given = database()
    const early = given.read()
    given.commit()
    const late = given.read()
    expect(given.questions).toHaveLength(1)
    await given.answer()
    await early
    given.commit()
    await given.answer()
    await late
    expect(given.readings).toBe(2)
  })

  it('is asked for again after the database did not answer', async () => {
    let fails = true
    const snapshots = createSnapshots(async () => {
      if (fails) throw new Error('no database')
      return 1
    })
    const read = () => snapshots.of('company', async () => [])
    await expect(Promise.all([read(), read()])).rejects.toThrow('no database')
    fails = false
    await expect(read()).resolves.toEqual([])
  })
})
