/** What a case has to work with: people who are signed in once, and processes that nobody else touches. */
import { randomUUID } from 'node:crypto'
import { api } from '../../src/contract/api.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage, type SalesStage } from '../../src/domain/process/stage.ts'
import { newTransition } from '../../src/domain/process/transition.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { ActorName, RunningBase, Tier } from './base.ts'
import { type Person, person, signedIn } from './person.ts'

export interface Scene {
  readonly base: RunningBase
  /** The same signed-in person each time. */
  as(name: ActorName): Promise<Person>
  readonly anybody: Person
  /** A sound process, published by operations, with ids and codes of its own. */
  aProcess(by?: ActorName): Promise<PublishedProcess>
  /** An open deal that stands in a stage. */
  aDealIn(stageId: string, by?: ActorName): Promise<string>
}

export interface PublishedProcess {
  readonly document: ProcessDocument
  readonly id: string
  readonly etag: string
  /** By order: two open ones, won, lost. */
  readonly stages: readonly [SalesStage, SalesStage, SalesStage, SalesStage]
}

export interface Case {
  /** The row of the support table. */
  readonly feature: string
  readonly title: string
  /** Of what kind of backend it is a promise already; absent: of one that has the whole contract. */
  readonly on?: Tier
  /** Beyond somebody who may do everything. */
  readonly needs?: readonly (ActorName | 'cookies')[]
  readonly run: (scene: Scene) => Promise<void>
}

/** Only the person of the given token where the base has no accounts to sign in with. */
export function canRun(base: RunningBase, { needs = [] }: Case): boolean {
  return needs.every((need) => (need === 'cookies' ? base.cookies : base.people[need] !== undefined))
}

export type SignedIn = Map<ActorName, Promise<Person>>

/** @param signed who is signed in already, over all cases. */
export function createScene(base: RunningBase, { needs = [] }: Pick<Case, 'needs'>, signed: SignedIn): Scene {
  const scene: Scene = {
    base,
    anybody: person(base, null),
    as(name) {
      // Else it would fail where nobody but the person of a token can be had.
      if (name !== 'administrator' && !needs.includes(name))
        throw new Error(`This case does not say that it needs ${name}.`)
      const had = signed.get(name)
      if (had !== undefined) return had
      const credentials = base.people[name]
      if (!credentials) throw new Error(`Nobody can act as ${name} on this backend.`)
      const coming =
        'token' in credentials
          ? Promise.resolve(person(base, credentials.token))
          : signedIn(base, credentials.email, credentials.password)
      signed.set(name, coming)
      return coming
    },
    async aProcess(by = 'administrator') {
      const document = soundProcess()
      const { value } = await (await scene.as(by)).does(api.versions.publish, {
        params: { id: document.process.id },
        body: { document: documentToWire(document) },
        ifMatch: '"v0"',
        idempotencyKey: randomUUID(),
      })
      return { document, id: document.process.id, etag: value.etag, stages: stagesOf(document) }
    },
    async aDealIn(stageId, by = 'administrator') {
      const id = randomUUID()
      await (await scene.as(by)).does(api.opportunities.feed, {
        body: {
          opportunities: [
            {
              id,
              name: 'A big deal',
              stage_id: stageId,
              status: 'open',
              amount: 12_500,
              owner_name: 'Rosa',
              entered_stage_at: '2026-01-05T09:00:00Z',
              created_at: '2026-01-02T09:00:00Z',
              closed_at: null,
            },
          ],
        },
      })
      return id
    },
  }
  return scene
}

/** Lints without an error: an entry, a way to win and a way to lose from everywhere. */
export function soundProcess(): ProcessDocument {
  const mark = randomUUID().slice(0, 8).toUpperCase()
  const stage = (name: string, order: number, more: Partial<SalesStage>) =>
    newStage({ id: randomUUID(), stageName: name, stageCode: name.toUpperCase(), stageOrder: order, ...more })
  const first = stage('Qualify', 1, { isEntry: true, defaultProbability: 20, averageDurationDays: 7 })
  const second = stage('Propose', 2, { defaultProbability: 60, position: { x: 260, y: 0 } })
  const won = stage('Won', 3, {
    isClosedWon: true,
    defaultProbability: 100,
    color: 'green',
    position: { x: 520, y: 0 },
  })
  const lost = stage('Lost', 4, { isClosedLost: true, color: 'red', position: { x: 520, y: 140 } })
  const connect = (from: SalesStage, to: SalesStage) =>
    newTransition({ id: randomUUID(), fromStageId: from.id, toStageId: to.id })
  return withRows(
    newProcess({ id: randomUUID(), processName: `Process ${mark}`, processCode: `P_${mark}` }),
    {
      stages: [first, second, won, lost],
      transitions: [
        connect(first, second),
        connect(second, won),
        connect(first, lost),
        connect(second, lost),
      ],
    },
  )
}

function stagesOf(document: ProcessDocument): PublishedProcess['stages'] {
  const [a, b, c, d] = Object.values(document.stages).sort((x, y) => x.stageOrder - y.stageOrder)
  if (!a || !b || !c || !d) throw new Error('The sound process has four stages.')
  return [a, b, c, d]
}
