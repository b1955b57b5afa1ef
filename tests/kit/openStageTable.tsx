/** The table of stages over a process, as its place shows it. */
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { stagesInOrder } from '../../src/domain/process/process.ts'
import type { EditorOptions } from '../../src/editor/createEditor.ts'
import { EditorProvider } from '../../src/editor/react.ts'
import { StageTable } from '../../src/features/stage-table/index.ts'
import { HouseTheme } from '../../src/ui/theme/index.ts'
import { anEditor, standard } from './builders.ts'
import { anEditorUi } from './editorUi.ts'

export function openStageTable(document = standard().document, options: Partial<EditorOptions> = {}) {
  const editor = anEditor(document, options)
  const ui = anEditorUi()
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <StageTable ui={ui} settings={{ mac: false, singleKeys: true }} />
      </EditorProvider>
    </HouseTheme>,
  )
  const stage = (id: string) => editor.store.getState().document.stages[id]
  const order = () => stagesInOrder(editor.store.getState().document).map(({ id }) => id)
  const steps = () => editor.store.getState().undoStack.map(({ label }) => label)
  return { editor, ui, stage, order, steps, user: userEvent.setup() }
}
