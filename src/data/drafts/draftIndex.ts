/**
 * Which processes this device has unpublished changes of, told before the database is open: places that draw them can
 * keep their room free. Only a note beside the drafts: where it is wrong or missing, what is drawn comes a moment later.
 */

/** By the process's id. */
export type DraftNotes = Readonly<Record<string, DraftNote>>

export interface DraftNote {
  readonly processName: string
  /** ISO 8601. */
  readonly updatedAt: string
}

export interface DraftIndex {
  read(): DraftNotes
  /** Null where there is no draft any more. */
  note(processId: string, note: DraftNote | null): void
  /** All there are. */
  write(notes: DraftNotes): void
}

const isNote = (value: unknown): value is DraftNote =>
  typeof value === 'object' &&
  value !== null &&
  'processName' in value &&
  'updatedAt' in value &&
  typeof value.processName === 'string' &&
  typeof value.updatedAt === 'string'

/** @param owner company and person; signing out forgets every key that ends with them. */
export function createDraftIndex(storage: Pick<Storage, 'getItem' | 'setItem'>, owner: string): DraftIndex {
  const key = `stagecraft.drafts:${owner}`
  const index: DraftIndex = {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}')
        return Object.fromEntries(
          Object.entries(Object(kept)).flatMap(([processId, note]) =>
            isNote(note) ? [[processId, note]] : [],
          ),
        )
      } catch (error) {
        console.warn('Which drafts are on this device could not be told ahead of time.', error)
        return {}
      }
    },
    note(processId, note) {
      const { [processId]: _, ...others } = index.read()
      index.write(note ? { ...others, [processId]: note } : others)
    },
    write(notes) {
      try {
        storage.setItem(key, JSON.stringify(notes))
      } catch (error) {
        console.warn('Which drafts are on this device could not be noted.', error)
      }
    },
  }
  return index
}
