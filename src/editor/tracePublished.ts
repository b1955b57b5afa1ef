/** Which published revision gave a field its value: found by walking back, revision by revision, when somebody asks. */
import { sameValue } from '../domain/process/equality.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { type Subject, valueAt } from './provenance.ts'

/** One published revision, as the backend tells it. */
export interface PublishedRevision {
  readonly revision: number
  readonly at: string
  readonly by: { readonly name: string }
  readonly reason: string | null
  readonly document: ProcessDocument
}

/** Reads one revision of the open process, or says in a sentence why it could not. */
export type ReadRevision = (
  revision: number,
) => Promise<
  { readonly ok: true; readonly value: PublishedRevision } | { readonly ok: false; readonly why: string }
>

export type Trace =
  | { readonly kind: 'found'; readonly revision: PublishedRevision }
  /** Not changed down to this revision; it may have been earlier. */
  | { readonly kind: 'unchanged'; readonly since: number }
  | { readonly kind: 'failed'; readonly why: string }

/**
 * Walks back from `from` as long as the value stays the same, through at most `most` revisions, so that a field that
 * never changed costs no more than somebody is willing to wait. `onLook` hears of each one before it is read.
 */
export async function tracePublished(
  read: ReadRevision,
  subject: Subject,
  field: string,
  from: number,
  { most = 20, onLook, signal }: TraceOptions = {},
): Promise<Trace> {
  onLook?.(from)
  let held = await read(from)
  if (!held.ok) return { kind: 'failed', why: held.why }
  const value = valueAt(held.value.document, subject, field)
  for (let revision = from - 1; revision >= 1; revision -= 1) {
    if (signal?.aborted || from - revision >= most) return { kind: 'unchanged', since: revision + 1 }
    onLook?.(revision)
    const earlier = await read(revision)
    if (!earlier.ok) return { kind: 'failed', why: earlier.why }
    const before = valueAt(earlier.value.document, subject, field)
    if (before === undefined || !sameValue(before, value)) return { kind: 'found', revision: held.value }
    held = earlier
  }
  return { kind: 'found', revision: held.value }
}

interface TraceOptions {
  readonly most?: number
  readonly onLook?: (revision: number) => void
  readonly signal?: AbortSignal
}
