/** Copy, cut and paste through the system clipboard, also across processes. */
import { say, text } from '../../text/index.ts'
import { fragmentFromText, fragmentOf, fragmentToText } from '../clipboard.ts'
import type { Editor } from '../editor.ts'
import { defineAction, type EditorUi } from './action.ts'
import { removeElements } from './remove.ts'
import { editable, needsStages, targetStageIds, targets } from './target.ts'

/** Puts the stages on the clipboard; false where the browser does not allow it, which is said. */
async function write(editor: Editor, ui: EditorUi): Promise<boolean> {
  const fragment = fragmentOf(editor.store.getState().document, targetStageIds(editor))
  try {
    await ui.clipboard.write(fragmentToText(fragment))
    return true
  } catch {
    ui.announce(text('editor', 'clipboardNotWritten'))
    return false
  }
}

/** What a `copy` event takes away; null where no stage is selected. Says what was done. */
export function copiedText(editor: Editor, ui: EditorUi): string | null {
  const ids = targetStageIds(editor)
  if (ids.length === 0) {
    ui.announce(text('editor', 'selectStageFirst'))
    return null
  }
  ui.announce(text('speech', 'copied', { count: ids.length }))
  return fragmentToText(fragmentOf(editor.store.getState().document, ids))
}

/** What a `cut` event takes away; the stages are removed. Null where nothing was cut. */
export function cutText(editor: Editor, ui: EditorUi): string | null {
  const needed = needsStages(editor)
  if (needed !== true) {
    ui.announce(needed)
    return null
  }
  const words = fragmentToText(fragmentOf(editor.store.getState().document, targetStageIds(editor)))
  return removeElements(editor, ui, targets(editor)) ? words : null
}

export const copy = defineAction({
  id: 'copy',
  label: () => text('editor', 'copy'),
  icon: 'FileCopy',
  shortcuts: ['Mod+C'],
  scopes: ['canvas', 'list'],
  group: 'clipboard',
  places: ['stage', 'several'],
  enabled: (editor) => targetStageIds(editor).length > 0 || text('editor', 'selectStageFirst'),
  run: async (editor, ui) => {
    const count = targetStageIds(editor).length
    if (await write(editor, ui)) ui.announce(text('speech', 'copied', { count }))
  },
})

export const cut = defineAction({
  id: 'cut',
  label: () => text('editor', 'cut'),
  icon: 'ContentCut',
  shortcuts: ['Mod+X'],
  scopes: ['canvas', 'list'],
  group: 'clipboard',
  places: ['stage', 'several'],
  enabled: needsStages,
  run: async (editor, ui) => {
    if (await write(editor, ui)) removeElements(editor, ui, targets(editor))
  },
})

export const paste = defineAction({
  id: 'paste',
  label: () => text('editor', 'paste'),
  icon: 'ContentPaste',
  shortcuts: ['Mod+V'],
  scopes: ['canvas', 'list'],
  group: 'clipboard',
  places: ['stage', 'canvas'],
  enabled: editable,
  run: async (editor, ui) => {
    let copied: string
    try {
      copied = await ui.clipboard.read()
    } catch {
      ui.announce(text('editor', 'clipboardForbidden'))
      return
    }
    pasteText(editor, ui, copied)
  },
})

/** Pastes what a `paste` event brought; says so where it holds no stages. */
export function pasteText(editor: Editor, ui: EditorUi, copied: string): void {
  const fragment = fragmentFromText(copied)
  if (!fragment) {
    ui.announce(text('editor', 'clipboardEmpty'))
    return
  }
  const result = editor.dispatch('pasteFragment', { fragment })
  if (!result.ok) {
    ui.announce(say(result.reason))
    return
  }
  const stages = result.created.filter((element) => element.kind === 'stage')
  editor.select(stages)
  const [first] = stages
  if (first) editor.reveal(first, { focus: true })
}
