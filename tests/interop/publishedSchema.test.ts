/**
 * The JSON Schema published beside the app is the one generated from the code. After a change of the entities:
 * `npx vitest run --project server tests/interop/publishedSchema --update`.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { publishedSchema } from '../../src/interchange/stagecraft/schema.ts'

const published = fileURLToPath(new URL('../../public/stagecraft-process.schema.json', import.meta.url))

it('the published JSON Schema is the generated one', async () => {
  expect(existsSync(published)).toBe(true)
  await expect(publishedSchema()).toMatchFileSnapshot(published)
})
