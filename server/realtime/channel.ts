/**
 * One company's live events: read from the table once, from where the last reading ended, and handed to everybody who
 * listens. It lives as long as it has listeners, and is known to wake-ups before its position is read.
 */

import { eventToWire } from '../handlers/events/wireEvent.ts'
import type { Mask } from '../masking/mask.ts'
import { maskJson } from '../masking/maskJson.ts'
import type { CompanyEvents } from '../repositories/events.ts'
import type { StoredEvent } from '../services.ts'

export interface Listener {
  deliver(event: StoredEvent, text: (prev: number, mask?: Mask) => string): void
}

export interface Channel {
  /** The last event that was handed out. */
  position(): Promise<number>
  /** Where the channel stands now; only valid after `position` has resolved. */
  readonly at: number
  join(listener: Listener): void
  leave(listener: Listener): void
  /**
   * Looks for news, at once after a quiet time. Calls that come meanwhile are answered by one more look; where very many
   * listen (2,000: up to a fifth of a second) it gathers what happens until then.
   */
  pump(): Promise<void>
}

const batch = 500
/**
 * Milliseconds of rest for each who was told, longer while more comes than one piece of news in each: a crowd that is
 * told of every write by itself leaves no time for writes.
 */
const rest = { least: 0.01, most: 0.1 } as const

export function createChannel(
  companyId: string,
  events: CompanyEvents,
  told: { report(error: unknown): void; emptied(): void },
): Channel {
  const listeners = new Set<Listener>()
  let at = 0
  let started: Promise<number> | undefined
  let looking: Promise<void> | undefined
  let again = false

  const position = () => {
    started ??= events.head(companyId).then(
      (head) => {
        at = Math.max(at, head)
        return at
      },
      (error: unknown) => {
        started = undefined
        throw error
      },
    )
    return started
  }

  async function look(): Promise<void> {
    let each: number = rest.least
    try {
      await position()
      while (again) {
        again = false
        const before = at
        for (;;) {
          const news = await events.since(companyId, at, batch)
          for (const event of news) handOut(event)
          if (news.length < batch) break
        }
        const milliseconds = listeners.size * each
        each = at - before > 1 ? Math.min(rest.most, each * 2) : Math.max(rest.least, each / 2)
        if (at > before && milliseconds > 1) await new Promise((resolve) => setTimeout(resolve, milliseconds))
      }
    } catch (error) {
      told.report(error)
    } finally {
      // In the same step as the last look at `again`: a call from here on starts anew.
      looking = undefined
    }
  }

  function handOut(event: StoredEvent): void {
    const texts = new Map<string, string>()
    at = event.seq
    for (const listener of listeners) {
      listener.deliver(event, (prev, mask) => {
        const key = `${prev} ${mask?.revision}`
        const text = texts.get(key) ?? eventText(event, prev, mask)
        texts.set(key, text)
        return text
      })
    }
  }

  return {
    position,
    get at() {
      return at
    },
    join: (listener) => listeners.add(listener),
    leave: (listener) => {
      listeners.delete(listener)
      if (listeners.size === 0) told.emptied()
    },
    pump: () => {
      again = true
      looking ??= look()
      return looking
    },
  }
}

/** As in the contract's `eventSchema`: the same for all subscribers who were told the same before and see the same. */
export function eventText(event: StoredEvent, prev: number, mask: Mask | undefined): string {
  const wire = eventToWire(event, prev)
  return JSON.stringify(mask ? maskJson(wire, mask) : wire)
}
