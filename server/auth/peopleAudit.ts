/** The audit row of a change about people, made in the transaction of sign-in's role. Call it last: it takes a number. */
import type { Tx } from '../database/database.ts'
import { type AuditEntry, insertAudit } from '../repositories/audit.ts'
import type { Actor } from '../services.ts'

type Done = Pick<AuditEntry, 'at' | 'type' | 'entityId' | 'body'> & {
  readonly entity: 'session' | 'user' | 'member' | 'invitation'
}

export async function auditPeople(tx: Tx, actor: Actor, done: Done): Promise<void> {
  await insertAudit(tx, actor.companyId, {
    ...done,
    userId: actor.userId,
    sessionId: actor.sessionId,
    revision: null,
  })
}
