/** What many ask of a company and few change: read once, and again after each commit of the company. */
import type { Database, Tx } from '../database/database.ts'
import type { Actor } from '../services.ts'
import { trailEnd } from './audit.ts'
import { scopeOf } from './scope.ts'
import { createSnapshots, type Snapshots } from './snapshots.ts'

export interface KeptReads {
  /** @param read what is the same for everybody in the company and changes by nothing but what the journal records. */
  kept<T>(read: (tx: Tx, actor: Actor) => Promise<T>): (actor: Actor) => Promise<T>
  /** Something was committed here. */
  forget(companyId: string): void
}

export function createKeptReads(database: Database): KeptReads {
  const all: Pick<Snapshots<unknown>, 'forget'>[] = []
  return {
    kept: <T>(read: (tx: Tx, actor: Actor) => Promise<T>) => {
      const snapshots = createSnapshots<T>(database.engine === 'pglite')
      all.push(snapshots)
      return (actor) =>
        snapshots.of(actor.companyId, async (known) => {
          if (known !== null && known === (await database.trailEnd(actor.companyId))) return null
          return database.company(scopeOf(actor), async (tx) => {
            const mark = await trailEnd(tx, actor.companyId)
            return { mark, value: await read(tx, actor) }
          })
        })
    },
    forget: (companyId) => {
      for (const snapshots of all) snapshots.forget(companyId)
    },
  }
}
