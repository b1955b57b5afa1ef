/** Before the journeys: puts the demo into a folder once; the server of each begins from a copy of it. */
import { startServer } from './server.ts'

export default async function seedOnce() {
  const server = await startServer()
  await server.pause()
  process.env.SEEDED_DATA = server.data
  return server.stop
}
