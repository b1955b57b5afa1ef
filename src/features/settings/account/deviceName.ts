/** What a browser says of itself, in two words a person knows. */
import { deviceFamily } from '../../../contract/deviceFamily.ts'
import { text } from '../../../text/index.ts'

export function deviceName(userAgent: string): string {
  const { browser, system } = deviceFamily(userAgent)
  if (browser && system) return text('people', 'deviceIs', { browser, system })
  // A program that calls the API says its own name first.
  return browser ?? system ?? (userAgent.slice(0, 40).trim() || text('people', 'deviceUnknown'))
}
