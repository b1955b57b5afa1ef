/**
 * P34 alone, on both databases: `npm run bench -- stress`. Held for eight seconds, or as long as `BENCH_MINUTES` says;
 * the promise is about five.
 */
import { startPostgres } from '../kit/postgres.ts'
import { startServer } from '../kit/server.ts'
import { sceneOf, settingsFor } from './server/scene.ts'
import { stress } from './server/stress.ts'

const minutes = Number(process.env.BENCH_MINUTES ?? 0)

for (const kind of ['PGlite', 'PostgreSQL'] as const) {
  console.log(kind)
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : null
  const server = await startServer(settingsFor(postgres))
  try {
    await stress(await sceneOf(server), minutes > 0 ? { ramp: 30, hold: minutes * 60 } : { ramp: 3, hold: 8 })
  } finally {
    await server.stop()
    await postgres?.stop()
  }
}
console.log('budget: no write lost, nothing but 503 and 429, p95 ≤ 1,000 ms, under 150 ms within 30 s')
