/**
 * Everybody who listens to a company's events. Knows no WebSocket: a line is a way to send and to close, so the same
 * hub serves Node's sockets and a page's. What is sent comes from the event table alone; a wake-up only says when to
 * look. A company's events are read once and sent to all of its subscribers.
 */

import { closingCodes, heartbeatMilliseconds } from '../../src/contract/events.ts'
import type { Identity } from '../auth/identity.ts'
import { standingOf } from '../masking/mask.ts'
import type { CompanyEvents } from '../repositories/events.ts'
import { type Channel, createChannel } from './channel.ts'
import { createSubscriber, type Line, type Subscriber } from './subscriber.ts'
import { aboutAll, aboutPeople, type WakeUps } from './wakeUps.ts'

export interface HubDependencies {
  readonly identity: Identity
  readonly companyEvents: CompanyEvents
  readonly wakeUps: WakeUps
  readonly clock: () => Date
  readonly report: (error: unknown, where: string) => void
}

export interface Hub {
  connect(line: Line): { receive(text: string): void; closed(): void }
  /** Sends every subscriber a sign of life and looks for news that no wake-up told of. */
  heartbeat(): Promise<void>
  /** Closes the lines of sessions that ended, may see something else by now or outlived their token. */
  sweep(): Promise<void>
  readonly subscribers: number
  close(): void
}

/** Ended sessions lose their sockets within this time. */
const sweepMilliseconds = 4_000
/** A client that is about to send its next token may be a little late. */
const tokenGraceMilliseconds = 30_000

export function createHub(dependencies: HubDependencies): Hub {
  const { identity, companyEvents, wakeUps, clock, report } = dependencies
  const subscribers = new Set<Subscriber>()
  const channels = new Map<string, Channel>()

  const channelOf = (companyId: string): Channel => {
    const had = channels.get(companyId)
    if (had) return had
    const channel = createChannel(companyId, companyEvents, {
      report: (error) => report(error, 'events'),
      emptied: () => channels.delete(companyId),
    })
    channels.set(companyId, channel)
    return channel
  }

  async function heartbeat(): Promise<void> {
    await Promise.all([...channels.values()].map((channel) => channel.pump()))
    for (const subscriber of subscribers) subscriber.bookmark()
  }

  async function sweep(): Promise<void> {
    const signedIn = [...subscribers].filter((subscriber) => subscriber.session !== null)
    if (signedIn.length === 0) return
    const ids = new Set(signedIn.flatMap(({ session }) => (session ? [session.actor.sessionId] : [])))
    const standings = await identity.alive([...ids])
    const now = clock().getTime()
    for (const { session, close } of signedIn) {
      if (!session) continue
      const { role, mask, sessionId } = session.actor
      if (standings.get(sessionId) !== standingOf(role, mask))
        close(closingCodes.sessionChanged, 'The session ended, or what it may see changed.')
      else if (now > session.expiresAt + tokenGraceMilliseconds) {
        close(closingCodes.unauthorized, 'The access token has expired.')
      }
    }
  }

  const every = (milliseconds: number, work: () => Promise<void>) =>
    setInterval(() => void work().catch((error: unknown) => report(error, 'events')), milliseconds)
  const timers = [every(heartbeatMilliseconds, heartbeat), every(sweepMilliseconds, sweep)]
  const unsubscribe = wakeUps.subscribe((topic) => {
    // Who may see less from now on is told nothing any more.
    if (topic.startsWith(aboutPeople)) sweep().catch((error: unknown) => report(error, 'events'))
    else if (topic === aboutAll) for (const channel of channels.values()) void channel.pump()
    else void channels.get(topic)?.pump()
  })

  return {
    connect: (line) => {
      const subscriber = createSubscriber(line, {
        identity,
        companyEvents,
        channelOf,
        report: (error) => report(error, 'events'),
        left: (gone) => subscribers.delete(gone),
      })
      subscribers.add(subscriber)
      return subscriber
    },
    heartbeat,
    sweep,
    get subscribers() {
      return subscribers.size
    },
    close: () => {
      for (const timer of timers) clearInterval(timer)
      unsubscribe()
      for (const subscriber of [...subscribers]) subscriber.close(1001, 'The server is going down.')
    },
  }
}
