/** One card: what the backend has of a process joined with what this device has changed of it. Pure. */

import { type Outline, outlineOf } from '../../contract/outlineOf.ts'
import type { ProcessSummary } from '../../contract/processes.ts'
import type { WishRow } from '../../data/drafts/database.ts'
import type { DraftNotes } from '../../data/drafts/draftIndex.ts'
import { describeChanges } from '../../domain/process/describeChanges.ts'
import { diffProcesses } from '../../domain/process/diff.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'

/** What of a draft the library reads. */
export interface DraftSource {
  readonly document: ProcessDocument
  readonly base: ProcessDocument | null
  readonly updatedAt: string
}

export interface LibraryItem {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly description: string
  /** 0: never published. */
  readonly revision: number
  readonly isDefault: boolean
  readonly outline: Outline
  readonly transitionCount: number
  readonly openDeals: number
  /** ISO 8601; null where the backend does not say. */
  readonly changedAt: string | null
  /** Unpublished changes on this device; null where there is no draft with changes. */
  readonly draft: { readonly document: ProcessDocument; readonly changes: number } | null
  /** There is a draft, which is not read yet: its card keeps the room. */
  readonly awaited: boolean
  /** It is archived when the server can be reached; `why` where it refused. Null where nobody wants that. */
  readonly leaving: { readonly why: string | null } | null
}

const fromSummary = (summary: ProcessSummary): LibraryItem => ({
  id: summary.id,
  name: summary.process_name,
  code: summary.process_code,
  description: summary.description,
  revision: summary.revision,
  isDefault: summary.is_default,
  outline: summary.outline,
  transitionCount: summary.transition_count,
  openDeals: summary.open_deals,
  changedAt: summary.updated_at ?? summary.created_at,
  draft: null,
  awaited: false,
  leaving: null,
})

const fromDocument = (document: ProcessDocument): LibraryItem => ({
  id: document.process.id,
  name: document.process.processName,
  code: document.process.processCode,
  description: document.process.description,
  revision: document.process.revision,
  isDefault: document.process.isDefault,
  outline: outlineOf(document),
  transitionCount: Object.keys(document.transitions).length,
  openDeals: 0,
  changedAt: document.process.updatedAt,
  draft: null,
  awaited: false,
  leaving: null,
})

function changesOf({ document, base }: DraftSource): number {
  if (base === null) return Object.keys(document.stages).length + Object.keys(document.transitions).length
  return describeChanges(diffProcesses(base, document), base, document).length
}

const unread: LibraryItem = {
  id: '',
  name: '',
  code: '',
  description: '',
  revision: 0,
  isDefault: false,
  outline: { stages: [], transitions: [] },
  transitionCount: 0,
  openDeals: 0,
  changedAt: null,
  draft: null,
  awaited: true,
  leaving: null,
}

/**
 * `copies` stand in for processes that `summaries` does not have, as when the backend cannot be reached; `awaited`
 * for drafts that are not read yet, in the places where they will stand.
 */
export function libraryItems(
  summaries: readonly ProcessSummary[],
  copies: readonly ProcessDocument[],
  drafts: readonly DraftSource[],
  awaited: DraftNotes = {},
  wishes: readonly Pick<WishRow, 'processId' | 'wish' | 'why'>[] = [],
): LibraryItem[] {
  const items = new Map<string, LibraryItem>()
  for (const copy of copies) items.set(copy.process.id, fromDocument(copy))
  for (const summary of summaries) items.set(summary.id, fromSummary(summary))
  for (const draft of drafts) {
    const id = draft.document.process.id
    const published = items.get(id)
    const changes = changesOf(draft)
    if (published && changes === 0) continue
    items.set(id, {
      ...fromDocument(draft.document),
      revision: published?.revision ?? draft.base?.process.revision ?? 0,
      isDefault: published?.isDefault ?? false,
      openDeals: published?.openDeals ?? 0,
      changedAt: draft.updatedAt,
      draft: { document: draft.document, changes },
    })
  }
  for (const [id, { processName, updatedAt }] of Object.entries(awaited)) {
    const had = items.get(id) ?? { ...unread, id, name: processName }
    items.set(id, { ...had, changedAt: updatedAt, awaited: true })
  }
  for (const { processId, wish, why } of wishes) {
    const item = items.get(processId)
    if (item && wish.kind === 'archive') items.set(processId, { ...item, leaving: { why } })
  }
  return [...items.values()]
}

export const filters = ['all', 'published', 'changed', 'unpublished', 'problems', 'others'] as const
export type Filter = (typeof filters)[number]
export const sorts = ['recent', 'name', 'deals'] as const
export type SortBy = (typeof sorts)[number]

export interface LibraryQuery {
  readonly search: string
  readonly filter: Filter
  readonly sort: SortBy
}

/** What is known of processes beside what they are, by their id. */
export interface AtWork {
  /** Errors in drafts, as far as counted. */
  readonly errors: ReadonlyMap<string, number>
  /** Drafts that other people change now. */
  readonly editors: ReadonlyMap<string, unknown>
}

const passes: Readonly<Record<Filter, (item: LibraryItem, atWork: AtWork) => boolean>> = {
  all: () => true,
  published: (item) => item.revision > 0,
  changed: (item) => item.revision > 0 && (item.draft !== null || item.awaited),
  unpublished: (item) => item.revision === 0,
  problems: ({ id }, { errors }) => (errors.get(id) ?? 0) > 0,
  others: ({ id }, { editors }) => editors.has(id),
}

const byName = (a: LibraryItem, b: LibraryItem) => a.name.localeCompare(b.name)
const compare: Readonly<Record<SortBy, (a: LibraryItem, b: LibraryItem) => number>> = {
  recent: (a, b) => (b.changedAt ?? '').localeCompare(a.changedAt ?? '') || byName(a, b),
  name: byName,
  deals: (a, b) => b.openDeals - a.openDeals || byName(a, b),
}

/** Every word of the search stands in the name, the code, the description or a stage's name. */
export function findItems(
  items: readonly LibraryItem[],
  { search, filter, sort }: LibraryQuery,
  atWork: AtWork,
): LibraryItem[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const textOf = (item: LibraryItem) =>
    [item.name, item.code, item.description, ...item.outline.stages.map((stage) => stage.stage_name)]
      .join(' ')
      .toLocaleLowerCase()
  return items
    .filter(
      (item) =>
        passes[filter](item, atWork) &&
        (words.length === 0 || words.every((word) => textOf(item).includes(word))),
    )
    .sort(compare[sort])
}
