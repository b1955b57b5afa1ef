/** Takes every mail that waits out of a backend's queue, as a mail server would get it; oldest first. */
import { v7 } from 'uuid'
import type { MailContent } from '../../server/mail/stageMails.ts'
import { startOutgoing } from '../../server/outgoing/startOutgoing.ts'
import type { TestBackend } from './backend.ts'

export async function takeMails({ database, clock, services, bugs }: TestBackend): Promise<MailContent[]> {
  const mails: MailContent[] = []
  const sender = startOutgoing({
    database,
    clock: clock.now,
    newId: v7,
    sealing: services.sealing,
    wakeUps: { publish: () => {}, subscribe: () => () => {} },
    settings: {
      plainHttp: false,
      privateTargets: false,
      keptTrying: 3_600_000,
      smtpUrl: undefined,
      mailFrom: 'a@b.c',
      publicUrl: undefined,
    },
    dataDir: '/nowhere',
    report: (error) => bugs.push(error),
    mails: {
      send: async (_id, mail) => {
        mails.push(mail)
        return { delivered: true, milliseconds: 1 }
      },
    },
  })
  await sender.settled()
  await sender.close()
  return mails
}
