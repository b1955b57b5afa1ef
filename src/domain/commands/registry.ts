/** All commands by id. Whoever wants a document changed names one; wrong ids and payloads do not compile. */
import type { z } from 'zod'
import { hiddenChange, withoutHiddenInNew } from '../process/hidden.ts'
import { quoted, rowNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { keepingSame } from '../process/rows.ts'
import { addComment } from './addComment.ts'
import { addStage } from './addStage.ts'
import { alignStages } from './alignStages.ts'
import { applyFixWith } from './applyFix.ts'
import { applyTemplate } from './applyTemplate.ts'
import type { Command, CommandContext } from './command.ts'
import { connectStages } from './connectStages.ts'
import { copyRule } from './copyRule.ts'
import { distributeStages } from './distributeStages.ts'
import { duplicateStages } from './duplicateStages.ts'
import { editComment } from './editComment.ts'
import { fieldName } from './fieldNames.ts'
import { insertStageOnTransition } from './insertStageOnTransition.ts'
import { layoutProcess } from './layoutProcess.ts'
import { moveStages } from './moveStages.ts'
import { pasteFragment } from './pasteFragment.ts'
import { payloadProblem } from './payloadProblem.ts'
import { putStageOnTransition } from './putStageOnTransition.ts'
import { reconnectTransition } from './reconnectTransition.ts'
import { removeComment } from './removeComment.ts'
import { removeScenario } from './removeScenario.ts'
import { removeStages } from './removeStages.ts'
import { removeTransitions } from './removeTransitions.ts'
import { reorderStages } from './reorderStages.ts'
import { replaceDocument } from './replaceDocument.ts'
import { resolveComment } from './resolveComment.ts'
import { saveScenario } from './saveScenario.ts'
import { setPolicies } from './setPolicies.ts'
import { setStageMigration } from './setStageMigration.ts'
import { updateProcess } from './updateProcess.ts'
import { updateStage } from './updateStage.ts'
import { updateStages } from './updateStages.ts'
import { updateTransition } from './updateTransition.ts'
import { waiveProblem } from './waiveProblem.ts'
import { withdrawWaiver } from './withdrawWaiver.ts'

export const commands = {
  addStage,
  insertStageOnTransition,
  putStageOnTransition,
  duplicateStages,
  removeStages,
  updateStage,
  updateStages,
  reorderStages,
  moveStages,
  alignStages,
  distributeStages,
  layoutProcess,
  connectStages,
  reconnectTransition,
  updateTransition,
  copyRule,
  removeTransitions,
  pasteFragment,
  applyTemplate,
  replaceDocument,
  updateProcess,
  setPolicies,
  setStageMigration,
  applyFix: applyFixWith(commandById),
  waiveProblem,
  withdrawWaiver,
  saveScenario,
  removeScenario,
  addComment,
  editComment,
  resolveComment,
  removeComment,
} as const

export type CommandId = keyof typeof commands
export type PayloadOf<Id extends CommandId> = z.output<(typeof commands)[Id]['payload']>
/** A command with its payload as a value: what quick fixes hold and histories replay. */
export type CommandCall = {
  [Id in CommandId]: { readonly id: Id; readonly payload: PayloadOf<Id> }
}[CommandId]

export type Execution =
  | { readonly ok: true; readonly document: ProcessDocument; readonly label: string }
  | { readonly ok: false; readonly reason: string }

/** Any command, its payload checked by its own schema before use. */
export function commandById(id: string): Command | undefined {
  return Object.hasOwn(commands, id) ? (commands[id as CommandId] as Command) : undefined
}

/**
 * Parses, asks `refuse`, runs. Refused or invalid: the reason in one sentence, and nothing has changed; so it is where
 * a field would change that its reader may not see. Rows that hold the same data as before are the same objects.
 */
export function execute(document: ProcessDocument, call: CommandCall, context: CommandContext): Execution {
  const checked = check(document, call)
  if ('reason' in checked) return { ok: false, reason: checked.reason }
  const { command, payload } = checked
  const made = withoutHiddenInNew(document, command.run(document, payload, context), context.reference)
  const next = keepingSame(document, made)
  const unseen = hiddenChange(document, next, context.reference)
  if (unseen)
    return {
      ok: false,
      reason: `The ${fieldName(unseen.field)} of ${quoted(rowNameOf(document, unseen.table, unseen.id))} cannot be changed: your company shows it to some roles only.`,
    }
  return { ok: true, document: next, label: command.label(document, payload) }
}

/** What the call is called on a document; null where it is refused there. */
export function labelOf(document: ProcessDocument, call: CommandCall): string | null {
  const checked = check(document, call)
  return 'reason' in checked ? null : checked.command.label(document, checked.payload)
}

/** Why the call would be refused; null where it would not. Cheap enough to ask while the pointer hovers. */
export function refusalOf(document: ProcessDocument, call: CommandCall): string | null {
  const checked = check(document, call)
  return 'reason' in checked ? checked.reason : null
}

function check(
  document: ProcessDocument,
  call: CommandCall,
): { command: Command; payload: unknown } | { reason: string } {
  const command = commandById(call.id)
  if (!command) return { reason: `There is no command ${String(call.id)}.` }
  const parsed = command.payload.safeParse(call.payload)
  if (!parsed.success) return { reason: payloadProblem(parsed.error) }
  const refusal = command.refuse?.(document, parsed.data) ?? null
  return refusal === null ? { command, payload: parsed.data } : { reason: refusal }
}
