/** An event as it goes out, over HTTP and over the socket. */
import type { WireEvent } from '../../../src/contract/events.ts'
import type { StoredEvent } from '../../services.ts'

/** `prev` is the number before it that this subscriber was told. */
export function eventToWire(event: StoredEvent, prev: number): WireEvent {
  return {
    type: 'event',
    seq: event.seq,
    prev,
    kind: event.kind,
    process_id: event.processId,
    id: event.rowId,
    version: event.revision,
    op: event.op,
    fields: [...event.fields],
    at: event.at,
    by: { ...event.by },
    data: { ...event.data },
  }
}
