/** A place where something is used, as people read it, and the way there. Pure. */
import { allRules } from '../domain/lint/registry.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import type { Use } from '../domain/process/whereUsed.ts'
import { say, text } from '../text/index.ts'
import type { ElementRef } from './editor.ts'
import { stageNameOf, targetNameOf, transitionNameOf } from './rowNames.ts'

export interface Place {
  readonly key: string
  /** "Proposal", "Qualification → Proposal", "Walk of a large deal". */
  readonly name: string
  /** What names it there: "Rule “Budget known”". */
  readonly note: string
  /** Null where it is no stage or transition of this process. */
  readonly element: ElementRef | null
  /** The field of the row, by its code name. */
  readonly field: string
}

export function placeOf(found: Use, document: ProcessDocument, reference: ReferenceData): Place {
  const { kind, id, field } = found.at
  const pinned = found.as === 'waiver' || found.as === 'comment'
  const element: ElementRef | null =
    (kind === 'stage' || pinned) && document.stages[id]
      ? { kind: 'stage', id }
      : (kind === 'transition' || pinned) && document.transitions[id]
        ? { kind: 'transition', id }
        : null
  return {
    key: `${found.as} ${kind} ${id} ${field} ${found.name}`,
    name: nameOf(found, document, reference),
    note: noteOf(found, reference),
    element,
    field,
  }
}

function nameOf({ as, at }: Use, document: ProcessDocument, reference: ReferenceData): string {
  switch (at.kind) {
    case 'stage':
      return stageNameOf(document, at.id)
    case 'transition':
      return transitionNameOf(document, at.id)
    case 'scenario':
      return targetNameOf(document, at.id)
    case 'process':
      return as === 'migration'
        ? text('whereUsed', 'migrationOf', { name: stageNameOf(document, at.id) })
        : targetNameOf(document, at.id)
    case 'stageAction':
      return reference.actions[at.id]?.actionName ?? at.id
    case 'approvalWorkflow':
      return reference.approvalWorkflows[at.id]?.workflowName ?? at.id
  }
}

function noteOf({ as, at, name: given }: Use, reference: ReferenceData): string {
  const name = given.trim() || text('whereUsed', 'unnamed')
  switch (as) {
    case 'rule':
    case 'condition':
    case 'approval':
      return text('whereUsed', as, { name })
    case 'waiver':
      return text('whereUsed', as, { name: say(allRules.find(({ id }) => id === given)?.title ?? given) })
    case 'comment':
      return text('whereUsed', as, { name: name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name })
    case 'action': {
      if (at.kind === 'stageAction') return text('whereUsed', 'companyAction')
      const action = Object.values(reference.actions).find(({ actionCode }) => actionCode === given)
      return text('whereUsed', as, { name: action?.actionName ?? name })
    }
    default:
      return text('whereUsed', as)
  }
}
