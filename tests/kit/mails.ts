/** Takes every mail that waits out of a backend's queue, as a mail server would get it; oldest first. */
import type { MailContent } from '../../server/mail/stageMails.ts'
import type { TestBackend } from './backend.ts'
import { startSending } from './sending.ts'

export async function takeMails(backend: TestBackend): Promise<MailContent[]> {
  const mails: MailContent[] = []
  const sender = startSending(backend, {
    keptTrying: 3_600_000,
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
