/**
 * A few desks that edit one process, a backend that compares revisions and remembers keys, and a network between them
 * that loses, repeats and delays what is said; desks lose what is not on their disk. The merge is the real one, all
 * else is chance by one seed. What becomes of every single edit is accounted for.
 */
import {
  type Choices,
  type MergeResult,
  mergeProcesses,
  resolveConflicts,
} from '../../src/domain/process/merge.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage, type SalesStage } from '../../src/domain/process/stage.ts'
import { frozen } from './dangling.ts'

/** Ours, and what is known to lose edits: the account has to notice each. */
export const brokenProtocols = [
  'the backend does not compare revisions',
  'the last writer wins',
  'base and draft share their rows',
  'a clash is settled without a question',
] as const
export type Protocol = 'ours' | (typeof brokenProtocols)[number]

const fields = ['stageName', 'description', 'guidance', 'notes'] as const
const steps = 45

interface Publish {
  readonly key: string
  readonly document: ProcessDocument
  readonly base: ProcessDocument
}

type Answer = { readonly kind: 'published'; readonly document: ProcessDocument } | { readonly kind: 'stale' }

interface Desk {
  readonly name: string
  base: ProcessDocument
  draft: ProcessDocument
  outbox: Publish | null
  readonly asked: Set<string>
}

type Message =
  | { readonly to: 'backend'; readonly desk: Desk; readonly publish: Publish }
  | { readonly to: 'desk'; readonly desk: Desk; readonly key: string; readonly answer: Answer }

/** What is wrong with the history of this seed, in words; empty where everything is accounted for. */
export function simulateOffice(seed: number, protocol: Protocol = 'ours'): string[] {
  const chance = chanceOf(seed)
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(chance() * items.length)]
  const complaints: string[] = []
  let named = 0
  const next = (what: string) => `${what}${++named}`

  let head = frozen(firstDocument())
  const replies = new Map<string, Answer>()
  const published = new Set<string>()
  const overwritten = new Set<string>()
  const edits: { readonly token: string; readonly by: string }[] = []
  const authorOf = new Map<string, string>()
  /** What stood where somebody wrote, so that a change is told from one made blindly. */
  const replaced = new Map<string, string>()
  /** The rows as they were when somebody removed them, by desk. */
  const removed = new Map<string, SalesStage>()
  const wire: Message[] = []
  const desks: Desk[] = ['Ada', 'Ben', 'Cleo'].map((name) => ({
    name,
    base: head,
    draft: head,
    outbox: null,
    asked: new Set(),
  }))

  function accept({ key, document, base }: Publish, by: Desk): Answer {
    const had = replies.get(key)
    if (had) return had
    const isStale = base.process.revision !== head.process.revision
    if (isStale && protocol !== 'the backend does not compare revisions') return { kind: 'stale' }
    const revision = head.process.revision + 1
    const version = frozen({ ...document, process: { ...document.process, revision } })
    judge(head, version, by)
    for (const stage of Object.values(version.stages))
      for (const token of tokensOf(stage)) published.add(token)
    head = version
    const answer: Answer = { kind: 'published', document: version }
    replies.set(key, answer)
    return answer
  }

  /** A version changes only what its author wrote over something the author had seen, or was asked about. */
  function judge(parent: ProcessDocument, version: ProcessDocument, by: Desk): void {
    const wroteOver = (before: string, now: string) => {
      for (let at: string | undefined = now; at !== undefined; at = replaced.get(at))
        if (at === before) return true
      return false
    }
    for (const [id, was] of Object.entries(parent.stages)) {
      const stage = version.stages[id]
      for (const field of fields) {
        const [before, now] = [was[field] ?? '', stage?.[field] ?? '']
        if (before === now || by.asked.has(before)) continue
        if (!stage) {
          if (!wroteOver(before, removed.get(`${by.name}/${id}`)?.[field] ?? ''))
            complaints.push(`${by.name} removed ${before} of ${id} without having seen it`)
        } else if (by.asked.has(now)) continue
        else if (authorOf.get(now) !== by.name) complaints.push(`${by.name} put back ${now} over ${before}`)
        else if (!wroteOver(before, now)) complaints.push(`${by.name} wrote ${now} over ${before} unseen`)
      }
    }
  }

  /** The person answers whatever is asked; what was shown is accounted for. */
  function settled(desk: Desk, first: MergeResult): ProcessDocument {
    let result = first
    let choices: Choices = {}
    if (protocol === 'a clash is settled without a question') return result.document
    for (let round = 0; result.conflicts.length > 0; round += 1) {
      if (round > 6) throw new Error(`Seed ${seed}: the questions do not end.`)
      for (const conflict of result.conflicts) {
        const shown = JSON.stringify([conflict.base, conflict.mine, conflict.theirs])
        for (const [token] of shown.matchAll(/\b[en]\d+\b/g)) desk.asked.add(token)
        choices = { ...choices, [conflict.id]: chance() < 0.5 ? 'mine' : 'theirs' }
      }
      result = resolveConflicts(first, choices)
    }
    return result.document
  }

  function edit(desk: Desk): void {
    const stage = pick(Object.values(desk.draft.stages))
    if (!stage) return
    const field = pick(fields) ?? 'notes'
    const token = next('e')
    const before = stage[field] ?? ''
    edits.push({ token, by: desk.name })
    authorOf.set(token, desk.name)
    replaced.set(token, before)
    if (authorOf.get(before) === desk.name) overwritten.add(before)
    if (protocol === 'base and draft share their rows') {
      // Thawed and written in place: what the draft is compared with changes along.
      const row: SalesStage = { ...stage, [field]: token }
      desk.draft = withRow(desk.draft, row)
      if (desk.base.stages[row.id]) desk.base = withRow(desk.base, row)
      return
    }
    desk.draft = withRow(desk.draft, { ...stage, [field]: token })
  }

  function addStage(desk: Desk): void {
    const id = next('s')
    const token = next('e')
    edits.push({ token, by: desk.name })
    authorOf.set(token, desk.name)
    const stageOrder = Object.keys(desk.draft.stages).length + 1
    desk.draft = withRow(desk.draft, newStage({ id, stageName: token, stageOrder }))
  }

  function removeStage(desk: Desk): void {
    const rows = Object.values(desk.draft.stages)
    const stage = rows.length > 3 ? pick(rows) : undefined
    if (!stage) return
    const { [stage.id]: _gone, ...stages } = desk.draft.stages
    const tokens = tokensOf(stage)
    removed.set(`${desk.name}/${stage.id}`, stage)
    for (const token of tokens) if (authorOf.get(token) === desk.name) overwritten.add(token)
    desk.draft = { ...desk.draft, stages }
  }

  const hasChanges = ({ base, draft }: Desk) => contentOf(base) !== contentOf(draft)

  function publish(desk: Desk): void {
    if (desk.outbox || !hasChanges(desk)) return
    desk.outbox = { key: next('k'), document: desk.draft, base: desk.base }
  }

  function send(desk: Desk, faults: boolean): void {
    if (!desk.outbox) return
    say({ to: 'backend', desk, publish: desk.outbox }, faults)
  }

  function say(message: Message, faults: boolean): void {
    const luck = faults ? chance() : 1
    if (luck < 0.2) return
    wire.push(message)
    if (luck < 0.35) wire.push(message)
  }

  function hear(message: Message, faults: boolean): void {
    const { desk } = message
    if (message.to === 'backend') {
      const answer = accept(message.publish, desk)
      say({ to: 'desk', desk, key: message.publish.key, answer }, faults)
      return
    }
    const { outbox } = desk
    if (!outbox || outbox.key !== message.key) return
    if (message.answer.kind === 'published') {
      const { document } = message.answer
      // What was drawn since goes on top of what was published.
      const { document: draft, conflicts } = mergeProcesses(outbox.document, desk.draft, document)
      if (conflicts.length > 0 && protocol === 'ours') complaints.push(`${desk.name} clashed with itself`)
      Object.assign(desk, { base: document, draft: { ...draft, process: document.process }, outbox: null })
      return
    }
    const mine =
      protocol === 'the last writer wins'
        ? outbox.document
        : settled(desk, mergeProcesses(outbox.base, outbox.document, head))
    const later = mergeProcesses(outbox.document, desk.draft, mine)
    desk.draft = settled(desk, later)
    desk.outbox = { key: next('k'), document: mine, base: head }
  }

  function turn(): void {
    const desk = pick(desks)
    const luck = chance()
    if (!desk) return
    if (luck < 0.4) edit(desk)
    else if (luck < 0.44) addStage(desk)
    else if (luck < 0.48) removeStage(desk)
    else if (luck < 0.6) publish(desk)
    else if (luck < 0.8) send(desk, true)
    else if (wire.length > 0) {
      // Any of them, however old it is.
      const [message] = wire.splice(Math.floor(chance() * wire.length), 1)
      if (message) hear(message, true)
    }
  }

  for (let step = 0; step < steps; step += 1) turn()
  // In the end the network holds, and everybody publishes what is left.
  for (let round = 0; desks.some((desk) => desk.outbox || hasChanges(desk)) || wire.length > 0; round += 1) {
    if (round > 200) return [...complaints, 'It never came to an end.']
    for (const message of wire.splice(0)) hear(message, false)
    for (const desk of desks) {
      publish(desk)
      send(desk, false)
      for (const message of wire.splice(0)) hear(message, false)
    }
  }
  for (const { token, by } of edits) {
    const shown = desks.some(({ asked }) => asked.has(token))
    if (!published.has(token) && !overwritten.has(token) && !shown)
      complaints.push(`${token} of ${by} disappeared`)
  }
  return complaints
}

const tokensOf = (stage: SalesStage): string[] =>
  fields.flatMap((field) => (/^e\d+$/.test(stage[field] ?? '') ? [stage[field] ?? ''] : []))

const contentOf = ({ stages }: ProcessDocument): string =>
  JSON.stringify(
    Object.values(stages)
      .map((stage) => [stage.id, ...fields.map((field) => stage[field])].join('|'))
      .sort(),
  )

const withRow = (document: ProcessDocument, stage: SalesStage): ProcessDocument => ({
  ...document,
  stages: { ...document.stages, [stage.id]: stage },
})

function firstDocument(): ProcessDocument {
  const names = ['n1', 'n2', 'n3', 'n4']
  return withRows(newProcess({ id: 'pipeline', processName: 'Pipeline' }), {
    stages: names.map((stageName, index) =>
      newStage({
        id: stageName,
        stageName,
        stageOrder: index + 1,
        isEntry: index === 0,
        isClosedWon: index === 3,
      }),
    ),
  })
}

/** Mulberry32: 0 ≤ x < 1, the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
