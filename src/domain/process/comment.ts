/**
 * What people say to each other about a stage, a transition or the whole process. A thread is the entries with one
 * `threadId`: words, and the marks that it was resolved or reopened. Entries are only added, so two people who answer
 * and resolve without a network never clash. Part of the document, so of drafts, versions and the audit trail.
 */
import { z } from 'zod'

/** Longest comment, in characters. */
export const commentLength = 2_000

export const commentSchema = z.strictObject({
  id: z.string().min(1),
  threadId: z.string().min(1),
  /** The stage, transition or process it is pinned to. */
  targetId: z.string(),
  kind: z.enum(['text', 'resolved', 'reopened']),
  /** Plain text; empty where `kind` is not `text`. */
  text: z.string().max(commentLength),
  /** User id, and the name as it was then: readable offline and in files. */
  by: z.string(),
  byName: z.string().max(200),
  /** ISO 8601, UTC. */
  at: z.string(),
  editedAt: z.string().nullable(),
})
export type Comment = z.infer<typeof commentSchema>

type Comments = Readonly<Record<string, Comment>>

export interface CommentThread {
  readonly id: string
  readonly targetId: string
  /** What was said, oldest first; never empty. */
  readonly comments: readonly Comment[]
  /** The last mark, where it says resolved; null where the thread is open. */
  readonly resolved: Comment | null
  /** The newest entry's time. */
  readonly at: string
}

const known = new WeakMap<Comments, readonly CommentThread[]>()

/** All threads, the newest first. Remembered by the table, which never changes in place. */
export function threadsOf(comments: Comments): readonly CommentThread[] {
  const had = known.get(comments)
  if (had) return had
  const byThread = new Map<string, Comment[]>()
  for (const comment of Object.values(comments)) {
    const entries = byThread.get(comment.threadId)
    if (entries) entries.push(comment)
    else byThread.set(comment.threadId, [comment])
  }
  const threads = [...byThread].flatMap(([id, unsorted]): CommentThread[] => {
    const entries = unsorted.sort(byTime)
    const said = entries.filter(({ kind }) => kind === 'text')
    const [first] = said
    if (!first) return []
    const mark = entries.findLast(({ kind }) => kind !== 'text')
    const resolved = mark?.kind === 'resolved' ? mark : null
    return [{ id, targetId: first.targetId, comments: said, resolved, at: entries.at(-1)?.at ?? first.at }]
  })
  threads.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
  known.set(comments, threads)
  return threads
}

const counted = new WeakMap<Comments, ReadonlyMap<string, number>>()

/** How many open threads are pinned to each stage, transition or process; those without any are not in it. */
export function openThreadCounts(comments: Comments): ReadonlyMap<string, number> {
  const had = counted.get(comments)
  if (had) return had
  const counts = new Map<string, number>()
  for (const { targetId, resolved } of threadsOf(comments))
    if (!resolved) counts.set(targetId, (counts.get(targetId) ?? 0) + 1)
  counted.set(comments, counts)
  return counts
}

/**
 * The comments of a process whose content is replaced: its own, as far as what they are pinned to is still there, and
 * with them those that come with the content. What people said meanwhile outlives a restored version.
 */
export function commentsAfterReplacing(
  own: Comments,
  given: Comments,
  remains: (targetId: string) => boolean,
): Comments {
  const kept = Object.entries(own).filter(([, comment]) => remains(comment.targetId))
  return kept.length === 0 ? given : { ...given, ...Object.fromEntries(kept) }
}

const byTime = (a: Comment, b: Comment): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1

/** The threads that nobody resolved, the newest first. */
export const openThreads = (comments: Comments): readonly CommentThread[] =>
  threadsOf(comments).filter(({ resolved }) => resolved === null)
