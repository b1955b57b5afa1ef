import type { replayEvents } from '../../../src/contract/events.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { eventToWire } from './wireEvent.ts'

export const replay: Handler<typeof replayEvents> = async ({ services, actor, query }) => {
  const { since, limit } = query
  const [epoch, head] = await Promise.all([services.events.epoch(), services.events.head(actor)])
  if ((query.epoch !== undefined && query.epoch !== epoch) || since > head) {
    throw new ApiError(
      'EVENTS_TOO_OLD',
      'These events are of an earlier life of the database: load everything afresh.',
      {
        epoch,
        head,
      },
    )
  }
  const stored = await services.events.since(actor, since, limit)
  const events = stored.map((event, index) => eventToWire(event, stored[index - 1]?.seq ?? since))
  return { status: 200, body: { epoch, head, events, more: (events.at(-1)?.seq ?? head) < head } }
}
