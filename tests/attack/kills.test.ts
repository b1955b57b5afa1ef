/**
 * P6: a publish is all or nothing, and revisions stay one line, whenever the database's connection or the whole server
 * is killed. What was acknowledged is there afterwards; what was not can be sent again under its key. Each place once,
 * and fifty times with LAW_RUNS=50.
 */
import { randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveServices } from '../../server/createServices.ts'
import type { Actor } from '../../server/services.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { signedIn } from '../conformance/person.ts'
import { soundProcess } from '../conformance/scene.ts'
import { servicesThrough, startBackend, type TestBackend } from '../kit/backend.ts'
import { rowBreaker } from '../kit/rowBreaker.ts'
import { startServer } from '../kit/server.ts'
import { thoroughness } from '../kit/thoroughness.ts'
import { renamed, writerFor } from '../kit/writer.ts'
import { publishes } from './target.ts'

describe('a database connection that is cut while it publishes', () => {
  let backend: TestBackend
  let actor: Actor
  let executioner: pg.Client
  beforeAll(async () => {
    backend = await startBackend('PostgreSQL')
    actor = await backend.member()
    executioner = new pg.Client({ connectionString: backend.url })
    await executioner.connect()
  })
  afterAll(async () => {
    await executioner.end()
    await backend.close()
  })
  const { head, stageThatGoes, traces } = writerFor(
    () => backend,
    () => actor,
  )

  it('leaves nothing, after whichever of its statements, and the same request runs again', async () => {
    let left = Number.POSITIVE_INFINITY
    const cutting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        left -= 1
        if (left === 0)
          await executioner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
          )
        return result
      },
    }
    const services = servicesThrough(backend, cutting)
    for (let time = 0; time < thoroughness; time += 1) {
      const statements = await cutAtEach(services, async (nth) => {
        left = nth
      })
      expect(statements).toBeGreaterThan(6)
    }
  })

  it('leaves nothing, at whichever row it writes, inside the database as well, and at its commit', async () => {
    const breaker = await rowBreaker(backend.database)
    for (let time = 0; time < thoroughness; time += 1) {
      const rows = await cutAtEach(backend.services, (nth) => breaker.breakAt(nth, 'death'))
      await breaker.never()
      expect(rows).toBeGreaterThan(13)
    }
  })

  /** Cuts the same publish at each of its steps, until it gets through. @returns how many steps there were. */
  async function cutAtEach(
    { writes }: Pick<LiveServices, 'writes'>,
    cutAt: (nth: number) => Promise<void>,
  ): Promise<number> {
    const { document, next } = await stageThatGoes()
    const before = await traces()
    const idempotency = { key: randomUUID(), method: 'POST', path: '/', fingerprint: 'f' }
    for (let nth = 1; ; nth += 1) {
      await cutAt(nth)
      const failed = await writes
        .change(actor, {
          processId: document.process.id,
          kind: 'publish',
          reason: null,
          expect: { of: 'process', revision: 1 },
          idempotency,
          decide: () => next,
          reply: () => ({ status: 200, body: null, headers: {} }),
        })
        .then(
          () => false,
          () => true,
        )
      if (!failed) {
        expect((await traces())?.versions).toBe((before?.versions ?? 0) + 1)
        expect((await head(document.process.id)).document.process.revision).toBe(2)
        return nth - 1
      }
      expect(await traces(), `after step ${nth}`).toEqual(before)
    }
  }
})

describe('a server that is killed while it publishes', () => {
  it('has after its return every revision that it acknowledged, in one line, none twice and none by half', async () => {
    const server = await startServer({ DEMO: '1' })
    const base = { url: server.url, fetch, people: {}, cookies: false, listen: noLine, stop: server.stop }
    let who = await signedIn(base, 'director@demo.example', 'Stagecraft-demo-1')
    const sound = soundProcess()
    await publishes(who, sound)
    const path = `/api/sales-processes/${sound.process.id}/versions/`
    const stage = Object.keys(sound.stages)[0] ?? ''
    const sends = (order: Order) =>
      who.sends('POST', path, {
        json: { document: documentToWire(renamed(sound, stage, order.name)) },
        headers: { 'If-Match': `"v${order.base}"`, 'Idempotency-Key': order.key },
      })
    const names = ['Qualify']
    let revision = 1
    for (let kill = 0; kill < 3 * thoroughness; kill += 1) {
      // A different number is acknowledged before each kill, and one is always on its way.
      let order = { base: revision, name: '', key: '' }
      const last = kill % 5
      for (let count = 0; count <= last; count += 1) {
        order = { base: revision, name: `Name ${kill}.${count}`, key: randomUUID() }
        if (count === last) break
        const said = await sends(order)
        expect(said.status, said.text).toBe(201)
        names.push(order.name)
        revision += 1
      }
      const cut = sends(order).then(
        ({ status }) => status,
        () => 0,
      )
      // How far the last one gets depends on the questions that are asked before the blow falls.
      for (let asked = 0; asked < kill % 7; asked += 1) await who.sends('GET', '/healthz')
      await server.crash()
      const status = await cut
      await server.resume()
      who = await signedIn(base, 'director@demo.example', 'Stagecraft-demo-1')
      if (status === 201) expect((await who.sends('GET', `${path}${revision + 1}/`)).status).toBe(200)
      // Whether it was done or not: the same request under the same key makes it one revision.
      const again = await sends(order)
      expect(again.status, again.text).toBe(201)
      names.push(order.name)
      revision += 1
    }
    const revisions: number[] = []
    for (let page = 1; revisions.length < revision; page += 1) {
      const { json } = await who.sends('GET', `${path}?page=${page}&page_size=100`)
      const { results } = Object(json)
      expect(results).not.toEqual([])
      revisions.push(...results.map((version: { revision: number }) => version.revision))
    }
    expect(revisions).toEqual(Array.from({ length: revision }, (_, index) => revision - index))
    for (const [index, name] of names.entries()) {
      const version = Object((await who.sends('GET', `${path}${index + 1}/`)).json)
      const { stages } = version.document
      expect(stages.map((row: { stage_name: string }) => row.stage_name)).toContain(name)
    }
    const { json: proof } = await who.sends('GET', '/api/audit/verify/')
    expect(proof).toMatchObject({ ok: true })
    await server.stop()
  })
})

interface Order {
  readonly base: number
  readonly name: string
  readonly key: string
}

const noLine = () => Promise.reject(new Error('Nobody listens here.'))
