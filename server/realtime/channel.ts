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
  /** Looks for news. Calls that come meanwhile are answered by one more look. */
  pump(): Promise<void>
}

const batch = 500

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
    try {
      await position()
      while (again) {
        again = false
        for (;;) {
          const news = await events.since(companyId, at, batch)
          for (const event of news) handOut(event)
          if (news.length < batch) break
        }
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
