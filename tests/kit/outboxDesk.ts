/** An outbox with a clock that the test moves, and a backend behind a network that fails as told. */
import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'
import { DraftDatabase, type Wish } from '../../src/data/drafts/database.ts'
import { createOutbox } from '../../src/data/sync/outbox.ts'
import type { PublishAnswer, PublishingBackend } from '../../src/data/sync/publishingBackend.ts'
import type { Outcome } from '../../src/data/sync/sending.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage } from '../../src/domain/process/stage.ts'

/** What goes wrong with one request: nothing, lost on the way there, the answer lost, or refused for now. */
export type Fault = 'none' | 'request_lost' | 'answer_lost' | 'busy'

/** A backend that compares revisions and remembers keys, behind a network that fails as told. */
export class Backend implements PublishingBackend {
  head: ProcessDocument | null
  readonly accepted: { key: string; reason: string; revision: number }[] = []
  faults: Fault[] = []
  refusal: string | null = null
  needs: 'review' | null = null
  /** Earlier revisions, by their number. */
  readonly history = new Map<number, ProcessDocument>()
  private readonly answered = new Map<string, PublishAnswer>()

  constructor(head: ProcessDocument | null) {
    this.head = head
  }

  publish: PublishingBackend['publish'] = async ({ key, document, baseRevision, reason }) => {
    const fault = this.faults.shift() ?? 'none'
    if (fault === 'request_lost') return { kind: 'unreachable', retryAfterSeconds: null }
    if (fault === 'busy') return { kind: 'unreachable', retryAfterSeconds: 7 }
    const answer = this.answered.get(key) ?? this.accept(key, document, baseRevision, reason)
    return fault === 'answer_lost' ? { kind: 'unreachable', retryAfterSeconds: null } : answer
  }

  fulfil: PublishingBackend['fulfil'] = async ({ key, wish, baseRevision, reason }) => {
    const fault = this.faults.shift() ?? 'none'
    if (fault === 'request_lost') return { kind: 'unreachable', retryAfterSeconds: null }
    if (fault === 'busy') return { kind: 'unreachable', retryAfterSeconds: 7 }
    const answer = this.answered.get(key) ?? this.grant(key, wish, baseRevision, reason)
    return fault === 'answer_lost' ? { kind: 'unreachable', retryAfterSeconds: null } : answer
  }

  current: PublishingBackend['current'] = async () => this.head

  /** Somebody else publishes from another desk. */
  publishedByAnother(change: (document: ProcessDocument) => ProcessDocument) {
    if (!this.head) throw new Error('nothing published yet')
    this.head = withRevision(change(this.head), this.head.process.revision + 1)
  }

  private grant(key: string, wish: Wish, baseRevision: number, reason: string): PublishAnswer {
    if (this.refusal) return { kind: 'refused', why: this.refusal, ...(this.needs && { needs: this.needs }) }
    if (!this.head || baseRevision !== this.head.process.revision) return { kind: 'stale' }
    if (wish.kind === 'archive') {
      this.head = null
      this.accepted.push({ key, reason, revision: baseRevision })
      return { kind: 'archived' }
    }
    const earlier = this.history.get(wish.revision)
    if (!earlier) return { kind: 'refused', why: `There is no revision ${wish.revision}.` }
    return this.accept(key, earlier, baseRevision, reason)
  }

  private accept(
    key: string,
    document: ProcessDocument,
    baseRevision: number,
    reason: string,
  ): PublishAnswer {
    if (this.refusal) return { kind: 'refused', why: this.refusal }
    const revision = this.head?.process.revision ?? 0
    if (baseRevision !== revision) return { kind: 'stale' }
    this.head = withRevision(document, revision + 1)
    this.accepted.push({ key, reason, revision: revision + 1 })
    const answer: PublishAnswer = { kind: 'published', document: this.head }
    this.answered.set(key, answer)
    return answer
  }
}

const withRevision = (document: ProcessDocument, revision: number): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision },
})

export const published = withRevision(
  withRows(newProcess({ id: 'pipeline', processName: 'Pipeline' }), {
    stages: [
      newStage({ id: 'qualify', stageName: 'Qualify', stageOrder: 1, defaultProbability: 20 }),
      newStage({ id: 'won', stageName: 'Won', stageOrder: 2, isClosedWon: true }),
    ],
  }),
  7,
)

export const rename = (
  document: ProcessDocument,
  id: 'qualify' | 'won',
  stageName: string,
): ProcessDocument => {
  const stage = document.stages[id]
  if (!stage) throw new Error(`no stage ${id}`)
  return { ...document, stages: { ...document.stages, [id]: { ...stage, stageName } } }
}

let names = 0
let desks = 0
const open: DraftDatabase[] = []
afterEach(() => Promise.all(open.splice(0).map((database) => database.delete())))

/** @param database given, another tab of the same device or the page after a reload. */
export function desk(backend: Backend, database = new DraftDatabase('company', `outbox-${++names}`)) {
  open.push(database)
  const desk = ++desks
  let time = Date.parse('2026-01-31T09:00:00.000Z')
  let keys = 0
  let busy = false
  const outcomes: Outcome[] = []
  const outbox = createOutbox({
    database,
    backend,
    now: () => new Date(time),
    newKey: () => `key-${desk}-${++keys}`,
    random: () => 0.5,
    alone: async (run) => {
      if (busy) return false
      busy = true
      await run().finally(() => {
        busy = false
      })
      return true
    },
  })
  outbox.onOutcome((outcome) => outcomes.push(outcome))
  return {
    outbox,
    outcomes,
    database,
    pass(days: number) {
      time += days * 24 * 60 * 60_000
    },
    /** Time passes until the next try is due, again and again, until nothing waits. */
    async untilSent() {
      for (let tries = 0; tries < 50; tries++) {
        await outbox.flush()
        const due = await outbox.dueIn()
        if (due === null) return
        time += due
      }
      throw new Error('still not sent after fifty tries')
    },
  }
}
