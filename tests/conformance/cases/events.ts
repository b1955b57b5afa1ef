/** What happened, replayed over HTTP and told live: numbered without a gap, with the blueprint's payloads. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import {
  closingCodes,
  type ServerMessage,
  serverMessage,
  type WireEvent,
} from '../../../src/contract/events.ts'
import { documentFromWire, documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Person } from '../person.ts'
import type { Case, Scene } from '../scene.ts'

const feature = 'events'

async function headOf(person: Person): Promise<{ head: number; epoch: string }> {
  const { value } = await person.does(api.events.replay, { query: { since: 0, limit: 1 } })
  return value
}

async function since(person: Person, seq: number): Promise<readonly WireEvent[]> {
  const { value } = await person.does(api.events.replay, { query: { since: seq } })
  return value.events
}

export const eventCases: readonly Case[] = [
  {
    feature,
    title: 'tells of a stage created, updated, reordered and deleted with its payload',
    run: async (scene) => {
      const { id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { head } = await headOf(administrator)
      const key = randomUUID()
      const { value: stage } = await administrator.does(api.stages.create, {
        body: { process_id: id, stage_name: 'New', stage_code: 'NEW', default_probability: 60 },
        idempotencyKey: key,
      })
      const params = { id: stage.id }
      await administrator.does(api.stages.update, { params, body: { stage_name: 'Newer' } })
      await administrator.does(api.stages.reorder, { params, body: { stage_order: 2 } })
      await administrator.does(api.stages.delete, { params, query: { reason: 'Enough' } })
      const events = (await since(administrator, head)).filter((event) => event.process_id === id)
      expect(events.map((event) => event.seq)).toEqual(
        events.map((_, index) => (events[0]?.seq ?? 0) + index),
      )
      const told = (kind: string) => events.findLast((event) => event.kind === kind)
      expect(told('stage.created')).toMatchObject({
        id: stage.id,
        version: 2,
        op: key,
        data: { stage: { stage_code: 'NEW' } },
      })
      expect(told('stage.updated')).toMatchObject({
        fields: ['stage_name'],
        data: { stage: { stage_name: 'Newer' }, previous: { stage_name: 'New' } },
      })
      // Creating and deleting renumber as well: the order asked for is one of several.
      const reordered = events.filter((event) => event.kind === 'stage.reordered')
      expect(reordered.map((event) => event.data)).toContainEqual({
        order: expect.arrayContaining([{ id: stage.id, stage_order: 2 }]),
      })
      expect(told('stage.deleted')).toMatchObject({ id: stage.id, data: { reason: 'Enough' } })
    },
  },
  {
    feature,
    title: 'sends who comes from another life of the database to load afresh',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const { head, epoch } = await headOf(administrator)
      const other = await administrator.isRefused(
        api.events.replay,
        { query: { epoch: 'another' } },
        'EVENTS_TOO_OLD',
      )
      expect(other.details).toEqual({ epoch, head })
      await administrator.isRefused(
        api.events.replay,
        { query: { since: head + 1_000_000 } },
        'EVENTS_TOO_OLD',
      )
    },
  },
  {
    feature: 'live events',
    title: 'tells a colleague of a publish at once, what was missed on return, and another company nothing',
    needs: ['manager', 'stranger'],
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess()
      const manager = await listening(scene, await scene.as('manager'))
      const stranger = await listening(scene, await scene.as('stranger'))
      const [first] = stages
      const renamed = { ...document.stages, [first.id]: { ...first, stageName: 'Told' } }
      const administrator = await scene.as('administrator')
      const { value } = await administrator.does(api.versions.publish, {
        params: { id },
        body: { document: documentToWire({ ...document, stages: renamed }) },
        ifMatch: etag,
      })
      const heard = await manager.until(
        (event) => event.kind === 'process.published' && event.process_id === id,
      )
      expect(heard).toMatchObject({ version: 2, by: { name: expect.any(String) } })
      expect(manager.events.some((event) => event.kind === 'stage.updated' && event.id === first.id)).toBe(
        true,
      )
      expect(documentFromWire(value.document).stages[first.id]?.stageName).toBe('Told')
      manager.close()

      await administrator.does(api.stages.update, { params: { id: first.id }, body: { notes: 'Missed' } })
      const back = await listening(scene, await scene.as('manager'), heard.seq)
      const missed = await back.until((event) => event.kind === 'stage.updated' && event.version === 3)
      expect(missed.prev).toBeGreaterThanOrEqual(heard.seq)
      expect(stranger.events.filter((event) => event.process_id === id)).toEqual([])
      back.close()
      stranger.close()
    },
  },
  {
    feature: 'live events',
    title: 'closes on who does not say who they are',
    run: async (scene) => {
      const closed = new Promise<number>((resolve, reject) => {
        const opened = scene.base.listen(() => reject(new Error('A stranger was greeted.')), resolve)
        opened.then((line) => line.say(JSON.stringify({ type: 'auth', token: 'made.up.token' })), reject)
      })
      expect(await closed).toBe(closingCodes.unauthorized)
    },
  },
]

interface Listener {
  readonly events: WireEvent[]
  until(wanted: (event: WireEvent) => boolean): Promise<WireEvent>
  close(): void
}

/** Says who they are and resumes from `from`, or from where things stand. */
async function listening(scene: Scene, who: Person, from?: number): Promise<Listener> {
  const events: WireEvent[] = []
  const waiting = new Set<() => void>()
  let greet: (hello: Extract<ServerMessage, { type: 'hello' }>) => void = () => {}
  let fail: (error: Error) => void = () => {}
  const hello = new Promise<Extract<ServerMessage, { type: 'hello' }>>((resolve, reject) => {
    greet = resolve
    fail = reject
  })
  const line = await scene.base.listen(
    (text) => {
      const message = serverMessage.parse(JSON.parse(text))
      if (message.type === 'hello') greet(message)
      if (message.type === 'event') events.push(message)
      for (const look of waiting) look()
    },
    (code) => fail(new Error(`The line was closed with ${code}.`)),
  )
  line.say(JSON.stringify({ type: 'auth', token: who.token }))
  const { epoch, head } = await hello
  line.say(JSON.stringify({ type: 'resume', epoch, since: from ?? head }))
  return {
    events,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const event = events.find(wanted)
          if (!event) return
          waiting.delete(look)
          resolve(event)
        }
        waiting.add(look)
        look()
      }),
    close: () => line.hangUp(),
  }
}
