/** What the command menu offers for some typed letters: commands by their words, and places to go to by their names. */

import { stagesInOrder } from '../../domain/process/process.ts'
import { allActions, type EditorAction, type EditorUi } from '../../editor/actions/index.ts'
import type { Editor } from '../../editor/editor.ts'
import { stageNameOf, transitionNameOf } from '../../editor/rowNames.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { text } from '../../text/index.ts'
import { ranked } from './ranked.ts'

/** Somewhere to go, or something to do, that is not an action of the editor. */
export interface Destination {
  readonly id: string
  readonly label: string
  /** Heads it in the list. */
  readonly group: string
  /** As an action's. */
  readonly icon: string
  readonly run: () => void
}

export interface Found extends Destination {
  readonly shortcut: string | undefined
  /** Why it cannot run now. */
  readonly reason: string | null
}

interface Given {
  readonly editor: Editor
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly recent: readonly string[]
  /** More for what was typed, the best first: what a search of the whole process finds. */
  readonly search?: ((typed: string) => readonly Destination[]) | undefined
}

const most = 60

/**
 * Nothing typed: commands used lately, then all by group. Else what fits, the best first; what can run stands before
 * what cannot, and what the search finds stands last.
 */
export function findCommands({ editor, ui, settings, recent, search }: Given, typed: string): Found[] {
  const commands = allActions
    .filter((action) => action.inCommandMenu !== false && action.id !== 'commandMenu')
    .map((action) => commandOf(editor, ui, settings, action))
  if (typed.trim() === '') {
    const lately = recent.flatMap((id) => commands.find((one) => one.id === id && one.reason === null) ?? [])
    const others = commands.filter((one) => !lately.includes(one))
    return [
      ...lately.map((one) => ({ ...one, group: text('commandMenu', 'recent') })),
      ...runnableFirst(others),
    ]
  }
  const known = [...commands, ...places(editor)]
  // What was used lately wins over what stands alike.
  const order = [
    ...known.filter(({ id }) => recent.includes(id)),
    ...known.filter(({ id }) => !recent.includes(id)),
  ]
  const found = runnableFirst(ranked(order, typed, ({ label, group }) => `${label} ${group}`))
  const more = (search?.(typed) ?? [])
    .filter(({ id }) => !found.some((one) => one.id === id))
    .map((one): Found => ({ ...one, shortcut: undefined, reason: null }))
  return [...found.slice(0, most), ...more.slice(0, most)]
}

const runnableFirst = (found: readonly Found[]): Found[] => [
  ...found.filter(({ reason }) => reason === null),
  ...found.filter(({ reason }) => reason !== null),
]

function places(editor: Editor): Found[] {
  const { document } = editor.store.getState()
  const place = (kind: 'stage' | 'transition', id: string, name: string): Found => ({
    id: `${kind} ${id}`,
    label: text('commandMenu', 'goTo', { name }),
    group: text('commandMenu', `${kind}s`),
    icon: kind === 'stage' ? 'Search' : 'CallSplit',
    shortcut: undefined,
    reason: null,
    run: () => editor.reveal({ kind, id }, { focus: true }),
  })
  return [
    ...stagesInOrder(document).map(({ id }) => place('stage', id, stageNameOf(document, id))),
    ...Object.keys(document.transitions).map((id) => place('transition', id, transitionNameOf(document, id))),
  ]
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
