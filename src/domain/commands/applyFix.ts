/**
 * Several commands as one step of undo: a quick fix, or "fix all". Each call is refused or allowed by its own
 * command on the document that the calls before it made; the first refusal refuses the whole.
 */
import { z } from 'zod'
import type { ProcessDocument } from '../process/process.ts'
import { emptyReferenceData } from '../process/reference.ts'
import type { Command, CommandContext } from './command.ts'
import type { CommandCall } from './registry.ts'

export interface ApplyFixPayload {
  /** What the undo menu says: "Fix all: renumber stages". */
  readonly title: string
  readonly calls: readonly CommandCall[]
}

/** @param lookUp finds a command by id; handed in because the registry holds this command as well. */
export function applyFixWith(
  lookUp: (id: string) => Command | undefined,
): Command<'applyFix', ApplyFixPayload> {
  /** Runs the calls one after the other; stops at the first refusal. */
  const walk = (document: ProcessDocument, calls: readonly CommandCall[], context: CommandContext) => {
    let next = document
    for (const call of calls) {
      const command = lookUp(call.id)
      const refusal = command?.refuse?.(next, call.payload) ?? null
      if (!command || refusal !== null) return { refusal: refusal ?? `There is no command ${call.id}.`, next }
      next = command.run(next, call.payload, context)
    }
    return { refusal: null, next }
  }
  const callSchema = z
    .strictObject({ id: z.string(), payload: z.unknown() })
    .transform((call, context): CommandCall => {
      const parsed = lookUp(call.id)?.payload.safeParse(call.payload)
      if (parsed?.success) return { id: call.id, payload: parsed.data } as CommandCall
      const message = parsed?.error?.issues[0]?.message ?? `There is no command ${call.id}.`
      context.addIssue({ code: 'custom', message, path: ['payload'] })
      return z.NEVER
    })
  return {
    id: 'applyFix',
    payload: z.strictObject({
      title: z.string().min(1).max(200),
      calls: z.array(callSchema).min(1, 'There is nothing to fix.'),
    }),
    label: (_, { title }) => title,
    refuse: (document, { calls }) => walk(document, calls, probe()).refusal,
    run: (document, { calls }, context) => walk(document, calls, context).next,
  }
}

/** Ids that meet nobody: only for finding out whether a later call would be refused. */
function probe(): CommandContext {
  let count = 0
  return {
    newId: () => `probe-${++count}`,
    now: '1970-01-01T00:00:00.000Z',
    actorId: '',
    reference: emptyReferenceData,
  }
}
