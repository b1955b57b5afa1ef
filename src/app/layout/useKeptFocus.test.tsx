import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import type { Editor } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { Outline } from '../../features/outline/index.ts'
import { StageTable } from '../../features/stage-table/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { useKeptFocus } from './useKeptFocus.ts'

const settings = { mac: false, singleKeys: true }

function Place({ editor, room }: { readonly editor: Editor; readonly room: 'table' | 'list' }) {
  const ui = anEditorUi()
  useKeptFocus(editor)
  return (
    <>
      <button type="button">Outside</button>
      <main id="main" tabIndex={-1}>
        {room === 'table' ? (
          <StageTable ui={ui} settings={settings} />
        ) : (
          <Outline ui={ui} settings={settings} onMenu={() => undefined} />
        )}
      </main>
    </>
  )
}

function open(room: 'table' | 'list', document = aProcess().stage('Only', 10).document) {
  const editor = anEditor(document)
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Place editor={editor} room={room} />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, user: userEvent.setup() }
}

describe('focus', () => {
  it('goes to the way to begin where the last stage of the table is deleted, and back to the stage by undo', async () => {
    const { user, editor } = open('table')
    screen.getByRole('checkbox', { name: 'Select Only' }).focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add stage' })).toHaveFocus())
    editor.undo()
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Stage of Only' })).toHaveFocus())
  })

  it('goes on where a row is deleted from its menu', async () => {
    const { user } = open('table')
    await user.click(screen.getByRole('button', { name: 'Actions for Only' }))
    await user.click(await screen.findByRole('menuitem', { name: /^Delete/ }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add stage' })).toHaveFocus())
  })

  it('goes to the way to begin where the last stage of the list is deleted', async () => {
    const { user } = open('list')
    screen.getByRole('button', { name: /^Only, / }).focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(screen.getByRole('button', { name: /^Add/ })).toHaveFocus())
  })

  it('follows undo where it takes away the row one is in', async () => {
    const { editor } = open('table', standard().document)
    editor.dispatch('addStage', { name: 'New', afterStageId: 'Proposal' })
    ;(await screen.findByRole('textbox', { name: 'Stage of New' })).focus()
    editor.undo()
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Stage of /))
  })

  it('stays where it is outside of the place', async () => {
    const { editor } = open('table')
    screen.getByRole('button', { name: 'Outside' }).focus()
    editor.dispatch('removeStages', { stageIds: ['Only'] })
    await screen.findByRole('button', { name: 'Add stage' })
    expect(screen.getByRole('button', { name: 'Outside' })).toHaveFocus()
  })
})
