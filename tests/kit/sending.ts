/** What leaves a backend, sent when a test asks for it and to nobody but whom it names. */
import { v7 } from 'uuid'
import type { Sender } from '../../server/outgoing/sender.ts'
import { type OutgoingDependencies, startOutgoing } from '../../server/outgoing/startOutgoing.ts'
import type { TestBackend } from './backend.ts'

export function startSending(
  { database, clock, services, bugs }: TestBackend,
  {
    keptTrying,
    ...given
  }: Pick<OutgoingDependencies, 'mails' | 'poster' | 'chance'> & {
    readonly keptTrying: number
  },
): Sender {
  return startOutgoing({
    database,
    clock: clock.now,
    newId: v7,
    sealing: services.sealing,
    // Woken by hand, so that a test knows when.
    wakeUps: { publish: () => {}, subscribe: () => () => {} },
    settings: {
      plainHttp: false,
      privateTargets: false,
      keptTrying,
      smtpUrl: undefined,
      mailFrom: 'a@b.c',
      publicUrl: undefined,
    },
    dataDir: '/nowhere',
    report: (error) => bugs.push(error),
    ...given,
  })
}
