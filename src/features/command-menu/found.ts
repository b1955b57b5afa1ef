/** What the command menu offers for some typed letters: commands by their words, stages by their names. */
import { stageNameOf } from '../../domain/process/names.ts'
import { stagesInOrder } from '../../domain/process/process.ts'
import { allActions, type EditorAction, type EditorUi } from '../../editor/actions/index.ts'
import type { Editor } from '../../editor/editor.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { text } from '../../text/index.ts'
import { findByWords } from './findActions.ts'

export interface Found {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly icon: string
  readonly shortcut: string | undefined
  /** Why it cannot run now. */
  readonly reason: string | null
  readonly run: () => void
}

const most = 60

/** Every typed word has to occur; what can run stands before what cannot. */
export function findCommands(
  editor: Editor,
  ui: EditorUi,
  settings: ShortcutSettings,
  typed: string,
): Found[] {
  const commands = allActions
    .filter((action) => action.inCommandMenu !== false && action.id !== 'commandMenu')
    .map((action) => commandOf(editor, ui, settings, action))
  const { document } = editor.store.getState()
  const stages = typed.trim() === '' ? [] : stagesInOrder(document)
  const places = stages.map(
    ({ id }): Found => ({
      id: `stage ${id}`,
      label: text('commandMenu', 'goTo', { name: stageNameOf(document, id) }),
      group: text('commandMenu', 'stages'),
      icon: 'Search',
      shortcut: undefined,
      reason: null,
      run: () => editor.reveal({ kind: 'stage', id }, { focus: true }),
    }),
  )
  const found = findByWords([...commands, ...places], typed, ({ label, group }) => `${label} ${group}`)
  return [...found.filter((one) => one.reason === null), ...found.filter((one) => one.reason !== null)].slice(
    0,
    most,
  )
}

function commandOf(editor: Editor, ui: EditorUi, settings: ShortcutSettings, action: EditorAction): Found {
  const enabled = action.enabled(editor, ui)
  return {
    id: action.id,
    label: action.label(editor),
    group: text('commandMenu', `group_${action.group}`),
    icon: action.icon,
    shortcut: shortcutsOf(action, settings)[0],
    reason: enabled === true ? null : enabled,
    run: () => void action.run(editor, ui),
  }
}
