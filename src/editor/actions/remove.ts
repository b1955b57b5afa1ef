/** Deleting what is selected: at once where undo is enough, after a question where more goes than was pointed at. */
import type { CommandCall } from '../../domain/commands/registry.ts'
import { text } from '../../text/index.ts'
import type { Editor, ElementRef } from '../editor.ts'
import { asksFirst, removalOf } from '../removal.ts'
import { exists, heirOf } from '../session.ts'
import { defineAction, type EditorUi } from './action.ts'
import { editableIf, targets } from './target.ts'

export const deleteSelection = defineAction({
  id: 'deleteSelection',
  label: () => text('editor', 'deleteSelection'),
  icon: 'Delete',
  shortcuts: ['Delete', 'Backspace'],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage', 'transition', 'several'],
  danger: true,
  enabled: (editor) => editableIf(editor, targets(editor).length > 0, text('editor', 'selectSomethingFirst')),
  run: (editor, ui) => {
    deleteElements(editor, ui, targets(editor))
  },
})

/** At once, or after the question; the same wherever it is asked for. */
export function deleteElements(editor: Editor, ui: EditorUi, elements: readonly ElementRef[]): void {
  const state = editor.store.getState()
  if (asksFirst(state.document, removalOf(state, elements))) ui.open({ name: 'deleteElements', elements })
  else removeElements(editor, ui, elements)
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

/**
 * Deletes the elements as one step; focus goes on to the heir. `successors` says for a deleted stage where its deals
 * and scenarios go on. Returns whether it was done; why not is announced.
 */
export function removeElements(
  editor: Editor,
  ui: Pick<EditorUi, 'announce'>,
  elements: readonly ElementRef[],
  successors: Readonly<Record<string, string>> = {},
): boolean {
  const before = editor.store.getState().document
  const there = elements.filter((element) => exists(before, element))
  const [first] = there
  const stageIds = there.flatMap(({ kind, id }) => (kind === 'stage' ? [id] : []))
  const gone = new Set(stageIds)
  const transitionIds = there.flatMap(({ kind, id }) => {
    const transition = kind === 'transition' ? before.transitions[id] : undefined
    return transition && !gone.has(transition.toStageId) && !gone.has(transition.fromStageId ?? '')
      ? [id]
      : []
  })
  const migrations = Object.fromEntries(Object.entries(successors).filter(([, to]) => to !== ''))
  const calls: CommandCall[] = []
  if (transitionIds.length > 0) calls.push({ id: 'removeTransitions', payload: { transitionIds } })
  if (stageIds.length > 0)
    calls.push({
      id: 'removeStages',
      payload: Object.keys(migrations).length > 0 ? { stageIds, migrations } : { stageIds },
    })
  const [call] = calls
  if (!call || !first) return false
  const title = `Delete ${counted(stageIds.length, 'stage')} and ${counted(transitionIds.length, 'transition')}`
  const result = editor.run(calls.length === 1 ? call : { id: 'applyFix', payload: { title, calls } })
  if (!result.ok) {
    ui.announce(result.reason)
    return false
  }
  const heir = heirOf(first, before, editor.store.getState().document)
  editor.select([])
  if (heir) editor.reveal(heir, { focus: true })
  return true
}
