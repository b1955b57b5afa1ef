/**
 * An embedded database that finds no room for its log in the middle of a commit never answers again, and the whole
 * process with it. So it takes nothing new while there is still room for that, and can be read all the time.
 */
import { sqlState } from './sqlState.ts'

/** Bytes: more than the log grows by before its next look, and what a checkpoint writes. */
export const roomKept = 64 * 1024 * 1024

/** Call it between two transactions. */
export function keepRoom(hasRoom: () => boolean, run: (statement: string) => Promise<unknown>) {
  let taking = true
  return async (): Promise<void> => {
    if (hasRoom() === taking) return
    await run(`SET default_transaction_read_only = ${taking ? 'on' : 'off'}`)
    taking = !taking
  }
}

const readOnlyTransaction = '25006'
/** As PostgreSQL calls a full disk. */
const diskFull = '53100'

/** What a write is refused with meanwhile. Anything else stays as it is. */
export const asNoRoom = (error: unknown): unknown =>
  sqlState(error) === readOnlyTransaction
    ? Object.assign(
        new Error(`Less than ${roomKept / 1024 / 1024} MB are left on the disk: the database takes no more.`),
        { code: diskFull, cause: error },
      )
    : error
