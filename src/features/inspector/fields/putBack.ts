/** The command that gives a field an earlier value again; null where that is more than the field (an order, an end). */
import type { CommandCall } from '../../../domain/commands/registry.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import type { Subject } from '../../../editor/provenance.ts'

/** Orders change with all other stages, a kind is two fields, what a transition joins is reconnected. */
const notAlone: ReadonlySet<string> = new Set([
  'stageOrder',
  'isClosedWon',
  'isClosedLost',
  'fromStageId',
  'toStageId',
  'isGlobal',
])

export function putBack(
  { table, id }: Subject,
  field: string,
  was: unknown,
  { process }: Pick<ProcessDocument, 'process'>,
): CommandCall | null {
  if (notAlone.has(field) || was === undefined) return null
  const changes = { [field]: was }
  switch (table) {
    case 'stages':
      return { id: 'updateStage', payload: { stageId: id, changes } }
    case 'transitions':
      return { id: 'updateTransition', payload: { transitionId: id, changes } }
    case 'process':
      return Object.hasOwn(process.policies, field)
        ? { id: 'setPolicies', payload: { changes } }
        : { id: 'updateProcess', payload: { changes } }
  }
}
