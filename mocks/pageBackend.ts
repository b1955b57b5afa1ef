/**
 * The whole backend inside a page: the server's own app on PGlite, with the demo's companies in it. There is no
 * second backend to keep honest; what is missing here is only the network and its cookies.
 */
import type { PGliteOptions } from '@electric-sql/pglite'
import { v7 } from 'uuid'
import { createApp } from '../server/app.ts'
import { startHousekeeping } from '../server/audit/housekeeping.ts'
import { pbkdf2Passwords } from '../server/auth/pbkdf2Passwords.ts'
import { createServices } from '../server/createServices.ts'
import { type Migration, migrate } from '../server/database/migrate.ts'
import { openPglite } from '../server/database/pglite.ts'
import { publishDue } from '../server/handlers/publishRequests/publishDue.ts'
import { createHub } from '../server/realtime/hub.ts'
import type { Line } from '../server/realtime/subscriber.ts'
import { demoPassword, isEmpty, seedDemo } from '../server/seed/demo.ts'
import { findDemo } from '../server/seed/findDemo.ts'
import { keepSession } from './sessionKeeper.ts'

export interface PageBackend {
  fetch(request: Request): Promise<Response>
  /** One live connection, as a WebSocket would be. */
  connect(line: Line): { receive(text: string): void; closed(): void }
  close(): Promise<void>
}

const texts = import.meta.glob<string>('../server/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const migrations: readonly Migration[] = Object.entries(texts).map(([path, sql]) => ({
  name: path.replace(/^.*\/|\.sql$/g, ''),
  sql,
}))

/** The password is printed on the sign-in page: guessing it need not be slow. */
const passwords = pbkdf2Passwords(1_000)

/** @param storage where the database keeps its files; absent: in memory, gone with the page. */
export async function createPageBackend(storage?: PGliteOptions['fs']): Promise<PageBackend> {
  const database = await openPglite('memory://', storage ? { fs: storage } : {})
  await migrate(database, migrations)
  const clock = () => new Date()
  const report = (error: unknown, where: string) => console.error(`In ${where}:`, error)
  const master = crypto.getRandomValues(new Uint8Array(32))
  const services = createServices({ database, clock, newId: v7, secrets: { master, passwords }, report })
  if (await isEmpty(database)) await seedDemo({ database, services, passwords })
  const session = keepSession(services.identity)
  const demo = await findDemo(database, demoPassword)
  const app = createApp({ ...services, identity: session.identity, demo })
  const hub = createHub({ ...services, clock, report })
  const housekeeping = startHousekeeping([() => publishDue(services)], report)
  return {
    fetch: (request) => app.fetch(session.withCookie(request)),
    connect: hub.connect,
    async close() {
      hub.close()
      await housekeeping.close()
      await database.close()
    },
  }
}
