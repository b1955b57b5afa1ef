/** What the library shows and does, apart from how it looks. Lists are cached; drafts are read from this device. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { User } from '../../contract/auth.ts'
import type { Backend } from '../../data/api/backend.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { BackUps } from '../../data/drafts/backUps.ts'
import type { WishRow } from '../../data/drafts/database.ts'
import type { DraftIndex } from '../../data/drafts/draftIndex.ts'
import type { Drafts, OpenDraft } from '../../data/drafts/drafts.ts'
import type { Outbox } from '../../data/sync/outbox.ts'
import type { Ordered } from '../../data/sync/publishingBackend.ts'
import type { Beginning } from '../../domain/process/beginning.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { freshIds } from '../../interchange/freshIds.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { useComesFirst, whenIdle } from '../../ui/whenIdle.ts'
import { type LibraryItem, libraryItems } from './libraryItem.ts'
import { freeProcessCode, freeProcessName } from './processCode.ts'

/** What this device has. */
export interface LibraryDevice {
  readonly drafts: Drafts
  /** Copies of drafts on the server. */
  readonly backUps: Pick<BackUps, 'elsewhere' | 'bring' | 'forget'>
  /** Published processes that this device has a copy of, for when the backend cannot be reached. */
  copies(): Promise<readonly ProcessDocument[]>
  readonly outbox: Pick<Outbox, 'wishes' | 'withdraw'>
  /** Asks the backend, now or when it can be reached. */
  want(
    order: Ordered,
  ): Promise<{ readonly kind: 'done' | 'waits' } | { readonly kind: 'refused'; readonly why: string }>
}

export interface LibrarySources {
  readonly backend: Pick<Backend, 'list' | 'load'>
  /** Loads when it is first asked for: what the server lists shows before. */
  readonly device: () => Promise<LibraryDevice>
  /** Which drafts there will be: their cards keep their room. */
  readonly draftIndex: Pick<DraftIndex, 'read'>
  readonly user: User
  readonly newId: () => string
}

/** Queries whose answers the library joins. Events of the company make them stale. */
export const libraryKey = ['library'] as const

export type LibraryState = {
  readonly offline: boolean
  /** Why the last action failed; null where none did. */
  readonly problem: string | null
  reload(): void
  /** Keeps a new process on this device; gives its id. */
  begin(document: ProcessDocument, from: Beginning | null): Promise<string>
  duplicate(item: LibraryItem): Promise<void>
  /** The whole of a process; null where it cannot be had, and then `problem` says why. */
  documentOf(item: LibraryItem): Promise<ProcessDocument | null>
  archive(item: LibraryItem): Promise<boolean>
  /** Takes back that it should be archived. */
  keep(item: LibraryItem): Promise<void>
  discard(item: LibraryItem): Promise<boolean>
} & (
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'ready'; readonly items: readonly LibraryItem[] }
)

const isSilence = (failure: Failure): boolean => failure.kind === 'network'

export function useLibrary({ backend, device, draftIndex, newId, user }: LibrarySources): LibraryState {
  const t = useText('library')
  const cache = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const owner = `${user.company.id}:${user.id}`
  const [awaited] = useState(() => draftIndex.read())
  const summaries = useQuery({ queryKey: [...libraryKey, 'summaries', owner], queryFn: () => backend.list() })
  useComesFirst(summaries.isPending)
  const here = useQuery({
    queryKey: [...libraryKey, 'here', owner],
    queryFn: async () => {
      // Who has nothing here need not wait for the code that would read it.
      if (Object.keys(awaited).length === 0) await whenIdle()
      const { drafts, copies, outbox } = await device()
      return { drafts: await drafts.list(), copies: await copies(), wishes: await outbox.wishes() }
    },
    staleTime: 0,
  })
  const reload = () => void cache.invalidateQueries({ queryKey: libraryKey })

  const answer = summaries.data
  const offline = answer?.ok === false && isSilence(answer.failure)

  const begin = async (document: ProcessDocument, from: Beginning | null): Promise<string> => {
    const { drafts } = await device()
    await drafts.begin(document.process.id, document, null, from)
    reload()
    return document.process.id
  }

  const loaded = async (item: LibraryItem): Promise<ProcessDocument | string> => {
    if (item.draft) return item.draft.document
    const answered = await backend.load(item.id)
    if (answered.ok) return answered.value.document
    const copy = (await (await device()).copies()).find(({ process }) => process.id === item.id)
    return copy ?? answered.failure.message
  }

  const done = (sentence: string): true => {
    setProblem(null)
    announce(sentence)
    reload()
    return true
  }
  const failed = (why: string): false => {
    const problem = t('failed', { why: say(why) })
    setProblem(problem)
    announce(problem)
    return false
  }

  const documentOf = async (item: LibraryItem): Promise<ProcessDocument | null> => {
    const found = await loaded(item)
    if (typeof found !== 'string') return found
    failed(found)
    return null
  }

  const actions = {
    offline,
    problem,
    reload,
    begin,
    documentOf,
    async duplicate(item: LibraryItem) {
      const original = await documentOf(item)
      if (original === null) return
      const codes = new Set(items.map(({ code }) => code))
      const names = new Set(items.map(({ name }) => name))
      const processName = freeProcessName(t('copyOf', { name: item.name }).slice(0, 95), names)
      const copy = freshIds(original, newId)
      const process = { ...copy.process, processName, processCode: freeProcessCode(processName, codes) }
      const document = { ...copy, process: { ...process, companyId: user.company.id } }
      await begin(document, { kind: 'copy', name: item.name })
      done(t('duplicated', { name: processName }))
    },
    async archive(item: LibraryItem) {
      const { drafts, want } = await device()
      const order = { processId: item.id, baseRevision: item.revision, key: newId(), reason: '' }
      const wanted = await want({ ...order, wish: { kind: 'archive' } })
      if (wanted.kind === 'refused') return failed(wanted.why)
      if (wanted.kind === 'waits') return done(t('archiveWaits', { name: item.name }))
      await drafts.discard(item.id)
      return done(t('archived', { name: item.name }))
    },
    async keep(item: LibraryItem) {
      const { outbox } = await device()
      await outbox.withdraw(item.id, ({ wish }) => wish?.kind === 'archive')
      done(t('kept', { name: item.name }))
    },
    async discard(item: LibraryItem) {
      await (await device()).drafts.discard(item.id)
      return done(t(item.revision === 0 ? 'deleted' : 'discarded', { name: item.name }))
    },
  }

  const local: {
    drafts: readonly OpenDraft[]
    copies: readonly ProcessDocument[]
    wishes: readonly WishRow[]
  } = here.data ?? { drafts: [], copies: [], wishes: [] }
  const items = libraryItems(
    answer?.ok ? answer.value : [],
    offline ? local.copies : [],
    local.drafts,
    here.isPending ? awaited : {},
    local.wishes,
  )

  if (summaries.isPending || (offline && here.isPending)) return { ...actions, state: 'loading' }
  if (answer?.ok === false && !offline) return { ...actions, state: 'failed', why: answer.failure.message }
  return { ...actions, state: 'ready', items }
}
