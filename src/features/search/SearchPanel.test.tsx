import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { SearchPanel } from './SearchPanel.tsx'

function open(editor = anEditor(standard().document)) {
  editor.dispatch('updateStage', {
    stageId: 'Proposal',
    changes: { guidance: 'Send the offer within a day.' },
  })
  editor.dispatch('addComment', { targetId: 'Won', text: 'Which offer won?', by: 'ada', byName: 'Ada' })
  const ui = anEditorUi()
  const onComments = vi.fn()
  const onClose = vi.fn()
  const { container, unmount } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <SearchPanel
          ui={ui}
          wish={1}
          onComments={onComments}
          onGone={() => undefined}
          onClose={onClose}
          headingId="search"
        />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, ui, onComments, onClose, container, unmount, user: userEvent.setup() }
}

describe('the search', () => {
  it('finds while one types, and Enter goes to the field it is written in', async () => {
    const { ui, user, container } = open()
    const field = screen.getByRole('combobox', { name: 'Search in this process' })
    expect(field).toHaveFocus()
    await user.type(field, 'offer')
    expect(screen.getAllByRole('option')).toHaveLength(2)
    expect(screen.getByRole('group', { name: 'Texts' })).toBeVisible()
    expect(screen.getByText('Match 1 of 2')).toBeVisible()
    expect(field).toHaveAttribute('aria-activedescendant', screen.getAllByRole('option')[0]?.id)
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
    await user.keyboard('{Enter}')
    expect(ui.details).toEqual([{ element: { kind: 'stage', id: 'Proposal' }, field: 'guidance' }])
  })

  it('goes from match to match and opens a comment where it was said', async () => {
    const { editor, user, onComments } = open()
    await user.type(screen.getByRole('combobox'), 'offer')
    await user.click(screen.getByRole('button', { name: /^Next match/ }))
    expect(screen.getByText('Match 2 of 2')).toBeVisible()
    expect(editor.store.getState().session.selection).toEqual([{ kind: 'stage', id: 'Won' }])
    await user.type(screen.getByRole('combobox'), '{ArrowDown}{ArrowUp}{Enter}')
    expect(onComments).toHaveBeenCalledWith('Won')
  })

  it('still knows what was looked for when it is opened again', async () => {
    const { editor, user, unmount } = open()
    await user.type(screen.getByRole('combobox'), 'offer')
    unmount()
    open(editor)
    expect(screen.getByRole('combobox')).toHaveValue('offer')
    await user.keyboard('x')
    expect(screen.getByRole('combobox')).toHaveValue('x')
  })

  it('says that nothing was found, and goes by Escape', async () => {
    const { user, onClose } = open()
    await user.type(screen.getByRole('combobox'), 'zebra')
    expect(screen.getByText('Nothing found.')).toBeVisible()
    expect(screen.queryAllByRole('option')).toEqual([])
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalled()
  })
})
