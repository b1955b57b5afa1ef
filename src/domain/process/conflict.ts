/** What a merge asks people: where two sides changed the same thing, and whose value holds. */
import type { ProcessDocument, TableName } from './process.ts'

export type Side = 'mine' | 'theirs'

export interface Conflict {
  /** Stable and the same seen from either side: `stages/s1/stageName`, `stages/s1`, `entry`. */
  readonly id: string
  /**
   * `field`: both changed it. `deleted`: one deleted the row, the other edited it. `needed`: one deleted the row,
   * the other made something that points at it. `entry`: each marked another stage as the entry.
   */
  readonly kind: 'field' | 'deleted' | 'needed' | 'entry'
  readonly table: TableName | 'process'
  readonly rowId: string
  /** What the row is called, for people. */
  readonly name: string
  /** Code name of the field; null where the whole row is in question. */
  readonly field: string | null
  /** Inside the field: a rule's id, a policy's key; else empty. */
  readonly at: string
  /** The three values; null where there is none. Of fields that belong together, objects with all of them. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /** Of `needed`: the rows that point at it. */
  readonly dependents: readonly { readonly table: TableName | 'process'; readonly id: string }[]
}

export interface Sides {
  readonly base: ProcessDocument
  readonly mine: ProcessDocument
  readonly theirs: ProcessDocument
}

/** Whose value holds, by the conflict's id. */
export type Choices = Readonly<Record<string, Side>>
