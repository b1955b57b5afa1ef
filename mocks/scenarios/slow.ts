/** A poor connection: every answer takes two seconds longer. */
import { delay } from 'msw'
import type { Scenario } from './scenario.ts'

export const slow: Scenario = async (request, ask) => {
  await delay(2_000)
  return ask(request)
}
