/** Everything that leaves, put together as the server runs it; tests give it another network and no time to wait. */

import { join } from 'node:path'
import type { CryptoKey } from 'jose'
import type { Database } from '../database/database.ts'
import { mailOf } from '../mail/postbox.ts'
import { colleaguesOf, movesSchema, stageMails } from '../mail/stageMails.ts'
import { type MailTransport, mailTransport } from '../mail/transport.ts'
import { storedPolicy } from '../masking/policies.ts'
import type { WakeUps } from '../realtime/wakeUps.ts'
import { createHeads } from '../repositories/heads.ts'
import { allReference } from '../repositories/reference.ts'
import { deliver } from '../webhooks/deliver.ts'
import { type Post, post } from '../webhooks/post.ts'
import { queueNews } from './newsForWebhooks.ts'
import { createQueue, enqueue, type Outcome, type Taken } from './queue.ts'
import { type Sender, startSender } from './sender.ts'
import type { OutgoingSettings } from './settings.ts'

export interface OutgoingDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly newId: () => string
  readonly sealing: () => Promise<CryptoKey>
  readonly wakeUps: WakeUps
  readonly settings: OutgoingSettings
  readonly dataDir: string
  readonly report: (error: unknown, where: string) => void
  readonly chance?: () => number
  readonly poster?: (given: Post, signal: AbortSignal) => Promise<Outcome>
  readonly mails?: MailTransport
}

export function startOutgoing(given: OutgoingDependencies): Sender {
  const { database, clock, newId, sealing, settings, report, chance = Math.random } = given
  const { keptTrying, smtpUrl, mailFrom } = settings
  const poster = given.poster ?? ((one: Post, signal: AbortSignal) => post(one, { policy: settings, signal }))
  const mails = given.mails ?? mailTransport({ smtpUrl, from: mailFrom, folder: join(given.dataDir, 'mail') })
  const heads = createHeads()

  /** Moves become mails and are done, in one transaction: never twice, never half. */
  const writeMails = ({ companyId, id, attempts, content }: Taken): Promise<void> =>
    database.company({ companyId }, async (tx) => {
      const done = await tx
        .updateTable('outgoing')
        .set({ state: 'delivered', content: '{}' })
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      if (done.numUpdatedRows === 0n) return
      const [documents, company] = [
        await heads.all(tx, companyId),
        await tx.selectFrom('companies').select('company_name').executeTakeFirstOrThrow(),
      ]
      const rows = stageMails(movesSchema.parse(content).moves, {
        documents: documents.map(({ document }) => document),
        reference: await allReference(tx),
        colleagues: await colleaguesOf(tx),
        company: company.company_name,
        masking: await storedPolicy(tx),
        newId,
      })
      await enqueue(tx, companyId, rows, { at: clock().toISOString(), keptTrying })
    })

  const sender = startSender({
    queue: createQueue(database, clock, chance),
    queueNews: (companyId) =>
      queueNews(database, companyId, { at: clock().toISOString(), keptTrying, newId }),
    send: async (taken, signal) => {
      if (taken.channel === 'webhook')
        return deliver(taken, { database, clock, sealing, post: (one) => poster(one, signal) })
      if (taken.channel === 'mail') return mails.send(taken.id, await mailOf(taken, sealing))
      await writeMails(taken)
      return { delivered: true }
    },
    report,
  })
  const stopListening = given.wakeUps.subscribe(sender.wake)
  return {
    ...sender,
    close: () => {
      stopListening()
      return sender.close()
    },
  }
}
