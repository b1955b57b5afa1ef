/** The command menu with what a search of the whole process finds; loaded when it is first asked for. */
import { useCallback } from 'react'
import { useEditor } from '../../editor/react.ts'
import { searchProcess } from '../../editor/search.ts'
import { CommandMenu, type Destination } from '../../features/command-menu/index.ts'
import { text } from '../../text/index.ts'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'

/** The menu is for going somewhere quickly; all matches are in the search itself. */
const most = 12

export function CommandMenuPart() {
  const { ui } = useProcessPlace()
  const editor = useEditor()
  const search = useCallback(
    (typed: string): readonly Destination[] => {
      const { document, reference } = editor.store.getState()
      return searchProcess(document, reference, typed)
        .filter(({ group }) => group !== 'stages' && group !== 'transitions')
        .slice(0, most)
        .map(({ id, group, element, field, name, words, threadId }) => ({
          id: `found ${id}`,
          label: text('search', 'said', { name, words }),
          group: text('search', `group_${group}`),
          icon: 'Search',
          run: () =>
            threadId === null
              ? ui.showDetails(element, field)
              : ui.open({ name: 'comments', targetId: element?.id ?? null }),
        }))
    },
    [editor, ui],
  )
  return <CommandMenu ui={ui} settings={useShortcutSettings()} search={search} onClose={ui.closeDialog} />
}
