import { expect, it } from 'vitest'
import { createStepUp } from './stepUp.ts'

it('asks once for all who wait, and anew the next time', async () => {
  const { ask, store } = createStepUp()
  const waiting = [ask({ methods: ['totp'] }), ask({ methods: ['totp'] })]
  const question = store.getState()
  expect(question?.hasFactor).toBe(true)
  question?.answer(true)
  expect(await Promise.all(waiting)).toEqual([true, true])
  expect(store.getState()).toBeNull()

  const again = ask({ methods: [] })
  expect(store.getState()?.hasFactor).toBe(false)
  store.getState()?.answer(false)
  expect(await again).toBe(false)
})
