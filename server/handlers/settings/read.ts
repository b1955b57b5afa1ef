import type { readSettings } from '../../../src/contract/settings.ts'
import type { Handler } from '../../http/handler.ts'
import { nest } from './nest.ts'

/** Settings take effect at once: never answered from a cache without asking. */
export const settingsHeaders = { 'Cache-Control': 'private, no-cache, must-revalidate' } as const

export const read: Handler<typeof readSettings> = async ({ services, actor }) => {
  const [flat, stored] = await Promise.all([
    services.settings.all(actor),
    services.processes.loadDefault(actor),
  ])
  return { status: 200, body: { settings: nest(flat, stored) }, headers: settingsHeaders }
}
