import { expect, it } from 'vitest'
import { askTogether } from './askTogether.ts'

function questions() {
  const asked: (readonly string[])[] = []
  const answers: { say(values: Record<string, number>): void; fail(error: Error): void }[] = []
  const ask = askTogether<number>((keys) => {
    asked.push(keys)
    return new Promise((resolve, reject) => {
      answers.push({ say: (values) => resolve(new Map(Object.entries(values))), fail: reject })
    })
  })
  return { ask, asked, answers }
}

it('asks once for all who come in one turn, and once more for all who come while that is on its way', async () => {
  const { ask, asked, answers } = questions()
  const first = [ask('a'), ask('b'), ask('a')]
  await expect.poll(() => asked).toEqual([['a', 'b']])
  const later = [ask('a'), ask('c')]
  answers[0]?.say({ a: 1, b: 2 })
  expect(await Promise.all(first)).toEqual([1, 2, 1])
  await expect
    .poll(() => asked)
    .toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ])
  answers[1]?.say({ a: 3 })
  expect(await Promise.all(later)).toEqual([3, undefined])
})

it('fails those who asked, and nobody after them', async () => {
  const { ask, asked, answers } = questions()
  const first = ask('a')
  await expect.poll(() => asked.length).toBe(1)
  const later = ask('a')
  answers[0]?.fail(new Error('The line is down.'))
  await expect(first).rejects.toThrow('The line is down.')
  await expect.poll(() => asked.length).toBe(2)
  answers[1]?.say({ a: 4 })
  expect(await later).toBe(4)
})
