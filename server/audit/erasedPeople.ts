/**
 * Who was erased, kept beside the database as ids alone: a backup from before brings them back, and the next start
 * takes them out again before anybody is answered. Restored by whatever means, deleted people stay deleted.
 */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Actor, PrivacyService } from '../services.ts'
import { addLine, linesOf } from './jsonLines.ts'

const lineSchema = z.object({
  company: z.uuid(),
  person: z.uuid(),
  by: z.uuid(),
  session: z.uuid(),
  at: z.string(),
})
type Line = z.infer<typeof lineSchema>

export interface ErasedPeople {
  /** The same service, which notes whom it erases before it says so. */
  noting(privacy: PrivacyService): PrivacyService
  /** Erases whoever came back, in the name of who did it first. @returns how many they were. */
  eraseAgain(database: Database, privacy: PrivacyService): Promise<number>
}

export function erasedPeople(path: string, now: () => string): ErasedPeople {
  return {
    noting: (privacy) => ({
      ...privacy,
      erase: async (actor, personId) => {
        const erased = await privacy.erase(actor, personId)
        if (erased) {
          const { companyId: company, userId: by, sessionId: session } = actor
          await addLine(path, { company, person: personId, by, session, at: now() } satisfies Line)
        }
        return erased
      },
    }),
    eraseAgain: async (database, privacy) => {
      const lines = new Map(
        (await linesOf(path, lineSchema)).map((line) => [line.company + line.person, line]),
      )
      let people = 0
      for (const line of lines.values()) {
        if (!(await isBack(database, line))) continue
        await privacy.erase(actorOf(line), line.person)
        people += 1
      }
      return people
    },
  }
}

/** A member there who is not known to be erased, and did not come in again since. */
async function isBack(database: Database, { company, person, at }: Line): Promise<boolean> {
  const back = await database.identity((tx) =>
    tx
      .selectFrom('memberships')
      .select('user_id')
      .where('company_id', '=', company)
      .where('user_id', '=', person)
      .where('erased_at', 'is', null)
      .where('created_at', '<=', at)
      .executeTakeFirst(),
  )
  return back !== undefined
}

const actorOf = ({ company, by, session }: Line): Actor => ({
  userId: by,
  companyId: company,
  companyName: '',
  email: '',
  displayName: '',
  role: 'administrator',
  permissions: new Set(),
  sessionId: session,
})
