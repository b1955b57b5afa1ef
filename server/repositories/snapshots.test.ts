import { describe, expect, it } from 'vitest'
import { createSnapshots } from './snapshots.ts'

/** A company's processes, and a database that answers when it is told to. */
function company(alone: boolean) {
  let trail = 1
  let readings = 0
  const questions: (() => void)[] = []
  const snapshots = createSnapshots<string>(alone)
  return {
    questions,
    /** The oldest question is answered with how things stand now. */
    answer: async () => {
      questions.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
    commit: () => {
      trail += 1
      if (alone) snapshots.forget('company')
    },
    read: () =>
      snapshots.of(
        'company',
        (known) =>
          new Promise((resolve) => {
            questions.push(() => {
              if (known !== trail) readings += 1
              resolve(known === trail ? null : { mark: trail, value: 'as it is' })
            })
          }),
      ),
    get readings() {
      return readings
    },
  }
}

describe('what was read of a company that others write as well', () => {
  it('is read once for many who ask, and again after a commit', async () => {
    const given = company(false)
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
    const given = company(false)
    const early = given.read()
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
    const snapshots = createSnapshots(false)
    const fails = () => snapshots.of('company', () => Promise.reject(new Error('no database')))
    const attempts = await Promise.allSettled([fails(), fails()])
    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(snapshots.of('company', async () => ({ mark: 1, value: 'as it is' }))).resolves.toBe(
      'as it is',
    )
  })
})

describe('what was read where nobody else writes', () => {
  it('is good without a question until a commit, and what was being read meanwhile is not kept', async () => {
    const given = company(true)
    const first = given.read()
    await given.answer()
    await first
    await given.read()
    expect(given.readings).toBe(1)
    given.commit()
    const early = given.read()
    given.commit()
    const late = given.read()
    await given.answer()
    await early
    await given.answer()
    await late
    await given.read()
    expect([given.readings, given.questions.length]).toEqual([3, 0])
  })
})
