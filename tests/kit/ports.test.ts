import { expect, it } from 'vitest'
import { freePort } from './ports.ts'

it('gives a port that can be listened on', async () => {
  expect(await freePort()).toBeGreaterThan(1023)
})
