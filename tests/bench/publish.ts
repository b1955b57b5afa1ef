/**
 * A publish round trip over HTTP, as the app does it: a whole process becomes the next revision (locked, linted,
 * stored with version, event and audit row) and comes back. On PGlite, or on PostgreSQL with DATABASE_URL.
 */
import { v7 as newId } from 'uuid'
import { createNativeBackend } from '../../src/data/api/native.ts'
import { freshIds } from '../../src/interchange/freshIds.ts'
import { layeredProcess } from '../kit/layeredProcess.ts'
import { median, percentile } from '../kit/median.ts'
import { startServer } from '../kit/server.ts'

const rounds = 30
const server = await startServer()
const backend = createNativeBackend({ baseUrl: server.url })
const signedIn = await backend.session.signIn('director@demo.example', 'Stagecraft-demo-1')
if (!signedIn.ok) throw new Error(signedIn.failure.message)

for (const count of [8, 100, 1_000]) {
  const drawn = freshIds(layeredProcess(count), newId)
  let document = {
    ...drawn,
    process: { ...drawn.process, processName: `Layered ${count}`, processCode: `LAYERED_${count}` },
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const next = { ...document, process: { ...document.process, description: `Round ${round}` } }
    const started = performance.now()
    const answer = await backend.publish({
      document: next,
      baseRevision: document.process.revision,
      idempotencyKey: newId(),
      reason: 'A measurement',
    })
    times.push(performance.now() - started)
    if (!answer.ok) throw new Error(answer.failure.message)
    document = answer.value.document
  }
  const shown = [median(times), percentile(times, 0.95)].map((time) => time.toFixed(1).padStart(7))
  console.log(
    `${String(count).padStart(5)} stages: median ${shown[0]} ms, p95 ${shown[1]} ms of ${rounds} publishes`,
  )
}
await server.stop()
