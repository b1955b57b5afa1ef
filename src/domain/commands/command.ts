/**
 * A command is the only way a document changes. It has a name, a label that people read in the undo menu, a payload
 * that is parsed, a reason in words where it is refused, and a pure `run`. Time, ids and the actor come in through
 * the context, so the same call with the same context gives the same document.
 */
import type { z } from 'zod'
import type { ProcessDocument } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'

export interface CommandContext {
  readonly newId: () => string
  /** ISO 8601, UTC. */
  readonly now: string
  readonly actorId: string
  readonly reference: ReferenceData
}

export interface Command<Id extends string = string, Payload = unknown> {
  readonly id: Id
  readonly payload: z.ZodType<Payload>
  /** What the undo menu says, read before the change: "Connect Proposal to Negotiation". */
  readonly label: (document: ProcessDocument, payload: Payload) => string
  /** Why this may not be done, in one sentence; null where it may. */
  readonly refuse?: (document: ProcessDocument, payload: Payload) => string | null
  readonly run: (document: ProcessDocument, payload: Payload, context: CommandContext) => ProcessDocument
}

/** Keeps id and payload types, so that a wrong payload is a compile error at every dispatch. */
export function defineCommand<const Id extends string, Payload>(
  command: Command<Id, Payload>,
): Command<Id, Payload> {
  return command
}
