/**
 * One subscriber, from its first message to its last: it says who it is within five seconds, says where it stands,
 * gets everything since, and from then on what comes. It may ask again from anywhere at any time.
 */
import {
  type ClientMessage,
  clientMessage,
  closingCodes,
  heartbeatMilliseconds,
  type ServerMessage,
} from '../../src/contract/events.ts'
import { ApiError } from '../apiError.ts'
import type { Identity } from '../auth/identity.ts'
import type { CompanyEvents } from '../repositories/events.ts'
import type { Actor, StoredEvent } from '../services.ts'
import { type Channel, eventText, type Listener } from './channel.ts'

/** One connection, as the hub and its subscribers see it. */
export interface Line {
  send(text: string): void
  close(code: number, reason: string): void
  /** Bytes accepted and not yet sent: how far the reader is behind. */
  buffered(): number
}

export interface Subscriber {
  receive(text: string): void
  /** The line was closed by the other side. */
  closed(): void
  close(code: number, reason: string): void
  /** "Nothing more for you up to here": also the sign of life. */
  bookmark(): void
  /** Null until it has said who it is. */
  readonly session: { readonly actor: Actor; readonly expiresAt: number } | null
}

interface SubscriberDependencies {
  readonly identity: Identity
  readonly companyEvents: CompanyEvents
  readonly channelOf: (companyId: string) => Channel
  readonly report: (error: unknown) => void
  readonly left: (subscriber: Subscriber) => void
}

const authenticationMilliseconds = 5_000
const largestMessage = 16_384
const largestBacklog = 1_000_000
/** How soon a full line is looked at again. */
const drainMilliseconds = 20
const batch = 500

export function createSubscriber(line: Line, dependencies: SubscriberDependencies): Subscriber {
  const { identity, companyEvents, channelOf } = dependencies
  let session: Subscriber['session'] = null
  let channel: Channel | null = null
  let last = 0
  /** Caught up: what the channel hands out is passed on. Until then the replay reads it from the table. */
  let live = false
  let open = true
  let inOrder: Promise<void> = Promise.resolve()
  const deadline = setTimeout(
    () => close(closingCodes.unauthorized, 'No valid access token within five seconds.'),
    authenticationMilliseconds,
  )

  const listener: Listener = {
    deliver: (event, text) => {
      if (live && event.seq > last) pass(event, text(last, session?.actor.mask))
    },
  }

  function send(message: ServerMessage): void {
    if (open) line.send(JSON.stringify(message))
  }

  function pass(event: StoredEvent, text: string): void {
    if (!open) return
    if (line.buffered() > largestBacklog) {
      close(closingCodes.tooSlow, 'Too far behind: connect again and resume.')
      return
    }
    line.send(text)
    last = event.seq
  }

  /** Who only catches up is not too slow: a replay goes as fast as the line takes it. */
  async function room(): Promise<void> {
    while (open && line.buffered() > largestBacklog / 2)
      await new Promise((resolve) => setTimeout(resolve, drainMilliseconds))
  }

  function closed(): void {
    if (!open) return
    open = false
    clearTimeout(deadline)
    channel?.leave(listener)
    dependencies.left(self)
  }

  function close(code: number, reason: string): void {
    if (!open) return
    closed()
    line.close(code, reason)
  }

  async function authenticate(token: string): Promise<void> {
    const actor = await identity.authenticate(token)
    const expiresAt = await identity.expiryOf(token)
    if (!actor || expiresAt === null || !actor.permissions.has('read_stage')) {
      close(closingCodes.unauthorized, 'This access token is not valid.')
      return
    }
    if (session && session.actor.companyId !== actor.companyId) {
      close(closingCodes.sessionChanged, 'The token is of another company: connect again.')
      return
    }
    clearTimeout(deadline)
    const first = session === null
    session = { actor, expiresAt }
    if (!first) return
    channel = channelOf(actor.companyId)
    channel.join(listener)
    const [epoch, head] = await Promise.all([companyEvents.epoch(), channel.position()])
    last = head
    send({ type: 'hello', epoch, head, heartbeat_ms: heartbeatMilliseconds })
  }

  async function resume(asked: { readonly epoch: string; readonly since: number }): Promise<void> {
    if (!channel || !session) {
      close(closingCodes.unauthorized, 'Say who you are first.')
      return
    }
    const { companyId, mask } = session.actor
    live = false
    const epoch = await companyEvents.epoch()
    last = asked.since
    try {
      if (asked.epoch !== epoch) throw new ApiError('EVENTS_TOO_OLD', 'Another epoch.')
      while (open) {
        const missed = await companyEvents.since(companyId, last, batch)
        for (const event of missed) {
          await room()
          pass(event, eventText(event, last, mask))
        }
        // No await between this look and going live: what the channel hands out next comes after what was sent here.
        if (missed.length < batch && last >= channel.at) break
      }
      live = true
      bookmark()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // Not live: after loading afresh the client resumes from this head.
      last = await companyEvents.head(companyId)
      send({ type: 'reset', reason: asked.epoch === epoch ? 'too_old' : 'epoch', epoch, head: last })
    }
  }

  function bookmark(): void {
    if (session) send({ type: 'bookmark', seq: last })
  }

  async function handle(message: ClientMessage): Promise<void> {
    if (!open) return
    if (message.type === 'auth') await authenticate(message.token)
    else if (message.type === 'resume') await resume(message)
    else bookmark()
  }

  function receive(text: string): void {
    const message = text.length > largestMessage ? null : read(text)
    if (!message) {
      close(1008, 'This is not a message that this socket knows.')
      return
    }
    inOrder = inOrder
      .then(() => handle(message))
      .catch((error: unknown) => {
        dependencies.report(error)
        close(1011, 'Something went wrong here: connect again.')
      })
  }

  const self: Subscriber = {
    receive,
    closed,
    close,
    bookmark,
    get session() {
      return session
    },
  }
  return self
}

function read(text: string): ClientMessage | null {
  try {
    return clientMessage.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // not JSON at all: answered like any other message that is none
  }
}
