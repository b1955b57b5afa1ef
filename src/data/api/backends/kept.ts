/** The last published process as this device knows it, compared with what a backend without versions says now. */
import { diffProcesses, isEmptyDiff } from '../../../domain/process/diff.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import type { Published } from '../backend.ts'
import { type Result, success } from '../failure.ts'
import { documentFrom, type Rows } from './rows.ts'
import type { BackendStore, HeadRow } from './store.ts'

/** Best first: where to look for what the backend does not keep. */
type Known = readonly [ProcessDocument, ...ProcessDocument[]]

export function createKept(store: BackendStore, blank: ProcessDocument) {
  async function meaning(rows: Rows, known: Known, since?: Rows): Promise<ProcessDocument> {
    const ours = new Map((await store.ids.toArray()).map(({ local, remote }) => [remote, local]))
    return documentFrom(rows, (remote) => ours.get(remote) ?? remote, known, since)
  }

  const atRevision = (document: ProcessDocument, revision: number): ProcessDocument => ({
    ...document,
    process: { ...document.process, revision, isDefault: true, stageMigrations: {} },
  })

  async function keep(document: ProcessDocument, madeBy: string | null): Promise<HeadRow> {
    const { id: processId } = document.process
    const revision = ((await store.heads.get(processId))?.document.process.revision ?? 0) + 1
    const row: HeadRow = { processId, document: atRevision(document, revision), madeBy }
    await store.heads.put(row)
    return row
  }

  const head = async (): Promise<HeadRow | null> => (await store.heads.toCollection().first()) ?? null

  async function seen(
    rows: Rows,
    head: HeadRow | null,
    first: (document: ProcessDocument) => ProcessDocument,
  ): Promise<HeadRow | null> {
    if (!head && Object.keys(rows.stages).length === 0) return null
    const before = head?.document ?? blank
    const [plan] = await store.plans.toArray()
    // What a publish that may go on has done so far is no news: it is part of the draft.
    const document =
      plan?.state === 'resting'
        ? await meaning(rows, [plan.target, before], plan.rows)
        : await meaning(rows, plan ? [before, plan.target] : [before])
    const { revision } = before.process
    if (head && isEmptyDiff(diffProcesses(before, atRevision(document, revision)))) return head
    return keep(head ? document : first(document), null)
  }

  return {
    head,
    /** The process as the backend has it, whatever is half done there. */
    actual: (rows: Rows, head: HeadRow | null) => meaning(rows, [head?.document ?? blank]),
    /**
     * What the backend has, and the head: another revision where they differ; null where there is nothing here or
     * there. What another look or a publish overtook on its way is older than what is known: it is asked for again.
     */
    async look(
      read: (head: HeadRow | null) => Promise<Result<Rows>>,
      first: (document: ProcessDocument) => ProcessDocument = (same) => same,
    ): Promise<Result<{ readonly rows: Rows; readonly head: HeadRow | null }>> {
      for (;;) {
        const asked = await head()
        const answer = await read(asked)
        if (!answer.ok) return answer
        const rows = answer.value
        const now = await store.transaction('rw', [store.heads, store.ids, store.plans], async () => {
          const now = await head()
          if (now?.document.process.revision !== asked?.document.process.revision) return 'overtaken'
          return seen(rows, now, first)
        })
        if (now !== 'overtaken') return success({ rows, head: now })
      }
    },
    /** The publish is done: `rows` are what the backend has now. */
    finish: (key: string, rows: Rows) =>
      store.transaction('rw', [store.heads, store.ids, store.plans], async (): Promise<Published> => {
        const plan = await store.plans.get(key)
        const had = await head()
        if (!plan) throw new Error('A publish that is done has no plan.')
        const document = await meaning(rows, had ? [plan.target, had.document] : [plan.target])
        await store.plans.delete(key)
        return answerOf(await keep(document, key))
      }),
  }
}

export const answerOf = ({ document }: HeadRow): Published => ({
  document,
  revision: document.process.revision,
  changed: true,
  warnings: [],
  migratedDeals: {},
})
