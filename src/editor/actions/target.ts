/** What an action is about: what is selected, or the element that has focus where that went on to another. */
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import type { SalesStage } from '../../domain/process/stage.ts'
import { text } from '../../text/index.ts'
import type { Editor, ElementRef } from '../editor.ts'
import { exists } from '../session.ts'

/**
 * Selected elements, or the active one where nothing is selected. One element that was left selected (a new one is)
 * gives way to the one that focus went on to: Delete must never remove something that is not looked at.
 */
export function targets(editor: Editor): readonly ElementRef[] {
  const { document, session } = editor.store.getState()
  const { selection, active } = session
  const focused = active && exists(document, active) ? active : null
  const leftBehind = selection.length === 1 && focused !== null && selection[0]?.id !== focused.id
  if (selection.length > 0 && !leftBehind) return selection.filter((element) => exists(document, element))
  return focused ? [focused] : []
}

export const targetStageIds = (editor: Editor): string[] =>
  targets(editor).flatMap(({ kind, id }) => (kind === 'stage' ? [id] : []))

/** The one stage that an action is about: the active one, else the only selected one; null where there is none. */
export function oneStage(editor: Editor): SalesStage | null {
  const { document, session } = editor.store.getState()
  const ids = targetStageIds(editor)
  const id = session.active?.kind === 'stage' ? session.active.id : ids.length === 1 ? ids[0] : undefined
  return (id === undefined ? undefined : document.stages[id]) ?? null
}

/** The element an action opens, describes or renames: the active one, else the only selected one. */
export function oneElement(editor: Editor): ElementRef | null {
  const { document, session } = editor.store.getState()
  if (session.active && exists(document, session.active)) return session.active
  const all = targets(editor)
  return all.length === 1 ? (all[0] ?? null) : null
}

/** True, or why the process cannot be changed now. */
export const editable = (editor: Editor): true | string => editor.store.getState().readOnly ?? true

/** True where the process can be changed and `holds`, else the reason. */
export const editableIf = (editor: Editor, holds: boolean, otherwise: string): true | string => {
  const free = editable(editor)
  return free === true ? (holds ? true : otherwise) : free
}

export const needsStages = (editor: Editor): true | string =>
  editableIf(editor, targetStageIds(editor).length > 0, text('editor', 'selectStageFirst'))

export const needsOneStage = (editor: Editor): true | string =>
  editableIf(editor, oneStage(editor) !== null, text('editor', 'selectOneStageFirst'))

export const stageIdsInOrder = (document: ProcessDocument): string[] =>
  stagesInOrder(document).map((stage) => stage.id)

/** Where a new stage goes: after the active stage, or on the active transition. */
export function placeForStage(editor: Editor) {
  const element = oneElement(editor)
  return {
    afterStageId: element?.kind === 'stage' ? element.id : null,
    transitionId: element?.kind === 'transition' ? element.id : null,
  }
}
