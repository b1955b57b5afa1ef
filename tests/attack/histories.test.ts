/**
 * P3: what was queued arrives once, however often the network fails: the real outbox and client and a real server,
 * with requests and answers lost, repeated and late on the line, and two desks that publish the same process.
 */
import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publishingBackend } from '../../src/app/publishing.ts'
import type { Fetch } from '../../src/data/api/client.ts'
import { createNativeBackend } from '../../src/data/api/native.ts'
import { createSession } from '../../src/data/api/session.ts'
import { DraftDatabase } from '../../src/data/drafts/database.ts'
import { createOutbox } from '../../src/data/sync/outbox.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { documentFromWire } from '../../src/domain/process/wireDocument.ts'
import { type Person, person } from '../conformance/person.ts'
import { soundProcess } from '../conformance/scene.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { thoroughness } from '../kit/thoroughness.ts'
import { renamed } from '../kit/writer.ts'
import { publishes } from './target.ts'

/** Two hundred with LAW_RUNS=10. */
const histories = 20 * thoroughness

const faults = ['none', 'request lost', 'answer lost', 'said twice', 'said again later'] as const
type Fault = (typeof faults)[number]

let server: RunningServer
let reader: Person
let session: ReturnType<typeof createSession>
beforeAll(async () => {
  server = await startServer()
  session = createSession({ baseUrl: server.url })
  const signedIn = await session.signIn('director@demo.example', 'Stagecraft-demo-1')
  if (!signedIn.ok) throw new Error(signedIn.failure.message)
  const base = { url: server.url, fetch, people: {}, cookies: false, listen: noLine, stop: server.stop }
  reader = person(base, session.token())
})
afterAll(() => server.stop())
const noLine = () => Promise.reject(new Error('Nobody listens here.'))

/** A line that fails as told, and then holds. What is said again later comes when much else was said. */
function badLine(told: Fault[]): { fetch: Fetch; settle(): Promise<void> } {
  const later: Request[] = []
  return {
    fetch: async (request) => {
      const fault = told.shift() ?? 'none'
      if (fault === 'request lost') throw new TypeError('The line is cut.')
      if (fault === 'said again later') later.push(request.clone())
      const [answer] = await Promise.all([
        fetch(request.clone()),
        ...(fault === 'said twice' ? [fetch(request.clone())] : []),
      ])
      if (fault === 'answer lost') throw new TypeError('The line is cut.')
      return answer
    },
    settle: async () => {
      for (const request of later.splice(0)) await fetch(request)
    },
  }
}

let desks = 0
/** One browser: what it keeps on its disk, its outbox, and its line to the server. */
function deskAt(told: Fault[], document: ProcessDocument, stageId: string) {
  const line = badLine(told)
  const backend = createNativeBackend({ baseUrl: server.url, fetch: line.fetch, session })
  const database = new DraftDatabase('company', `history-${++desks}`)
  let time = Date.parse('2026-01-31T09:00:00Z')
  let base = document
  let mine = document
  const sent: string[] = []
  const outbox = createOutbox({
    database,
    backend: publishingBackend(backend, () => false),
    now: () => new Date(time),
    newKey: randomUUID,
    random: () => 0.5,
    alone: async (run) => {
      await run()
      return true
    },
  })
  // The draft goes on from what was published, with what was drawn since.
  outbox.onOutcome((outcome) => {
    if (outcome.kind !== 'published') return
    base = outcome.document
    mine = renamed(base, stageId, sent.at(-1) ?? '')
  })
  return {
    sent,
    publish: async () => {
      const reason = `${stageId} ${sent.length}`
      mine = renamed(mine, stageId, reason)
      sent.push(reason)
      await outbox.publish(mine, base, reason)
    },
    /** One try of whatever is due after a while. */
    flush: async () => {
      time += (await outbox.dueIn()) ?? 0
      await outbox.flush()
    },
    waiting: () => outbox.count(),
    close: async () => {
      await line.settle()
      await database.delete()
    },
  }
}

const versionsSchema = z.object({
  results: z.array(z.object({ revision: z.int(), kind: z.string(), reason: z.string().nullable() })),
})
const eventsSchema = z.object({
  head: z.int(),
  events: z.array(z.object({ kind: z.string(), op: z.string().nullable() })),
})

describe('publishes of two desks over lines that fail', () => {
  const turn = fc.record({ desk: fc.nat(1), act: fc.constantFrom('publish', 'flush', 'flush') })
  const line = fc.array(fc.constantFrom(...faults), { maxLength: 14 })

  it(
    `arrive once each and in order, in ${histories} histories`,
    async () => {
      await fc.assert(
        fc.asyncProperty(
          line,
          line,
          fc.array(turn, { minLength: 4, maxLength: 16 }),
          async (first, second, turns) => {
            const { document } = await publishes(reader, soundProcess())
            const path = `/api/sales-processes/${document.process.id}/`
            const published = documentFromWire(Object((await reader.sends('GET', path)).json))
            const { head } = eventsSchema.parse(
              (await reader.sends('GET', '/api/events?since=0&limit=1')).json,
            )
            const [a = '', b = ''] = Object.keys(published.stages)
            const both = [deskAt([...first], published, a), deskAt([...second], published, b)] as const
            for (const { desk, act } of turns)
              await both[desk === 0 ? 0 : 1][act === 'publish' ? 'publish' : 'flush']()
            for (let round = 0; (await both[0].waiting()) + (await both[1].waiting()) > 0; round += 1) {
              expect(round, 'still not sent').toBeLessThan(60)
              for (const desk of both) await desk.flush()
            }
            for (const desk of both) await desk.close()

            const said = await reader.sends('GET', `${path}versions/?page_size=100`)
            const rows = versionsSchema.parse(said.json).results.toReversed()
            expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1))
            for (const { sent } of both)
              expect(
                rows.map(({ reason }) => reason).filter((reason) => sent.includes(reason ?? '')),
              ).toEqual(sent)
            expect(rows).toHaveLength(1 + both[0].sent.length + both[1].sent.length)
            const told = await reader.sends('GET', `/api/events?since=${head}&limit=500`)
            const keys = eventsSchema
              .parse(told.json)
              .events.flatMap(({ kind, op }) => (kind === 'process.published' ? [op] : []))
            expect(new Set(keys).size).toBe(keys.length)
            expect(keys).toHaveLength(rows.length - 1)
            const now = documentFromWire(Object((await reader.sends('GET', path)).json))
            for (const [stage, { sent }] of [
              [a, both[0]],
              [b, both[1]],
            ] as const)
              if (sent.length > 0) expect(now.stages[stage]?.stageName).toBe(sent.at(-1))
          },
        ),
        { numRuns: histories },
      )
    },
    300_000 * thoroughness,
  )
})
