/**
 * How sessions end before their time, whoever ends them: one's own elsewhere, those of somebody who was shut out, all
 * of an account that has got another password or lost its second factor. A session that is past its time is ended as
 * well, so that no clock that is set right brings it back.
 */
import type { Tx } from '../database/database.ts'

interface Which {
  readonly userId: string
  /** Absent: in all companies. */
  readonly companyId?: string
  /** This one alone, or all but this one. */
  readonly only?: string
  readonly but?: string
}

interface Ended {
  readonly id: string
  readonly company_id: string
  readonly expires_at: string
}

/** Tell `changed` of their companies once it is committed: requests are refused then, and sockets closed. */
export const endSessions = (
  tx: Tx,
  { userId, companyId, only, but }: Which,
  at: string,
): Promise<readonly Ended[]> =>
  tx
    .updateTable('sessions')
    .set({ ended_at: at, ended_because: 'revoked' })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .$if(companyId !== undefined, (open) => open.where('company_id', '=', companyId ?? ''))
    .$if(only !== undefined, (open) => open.where('id', '=', only ?? ''))
    .$if(but !== undefined, (open) => open.where('id', '!=', but ?? ''))
    .returning(['id', 'company_id', 'expires_at'])
    .execute()
