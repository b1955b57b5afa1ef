import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { actions } from '../../editor/actions/index.ts'
import type { EditorState } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { StageDialogs } from './StageDialogs.tsx'

const walked = standard().scenario({
  id: 'walk',
  scenarioName: 'A large deal',
  start: { stage: null, fields: {} },
  steps: [{ do: 'move_to', stage: 'Proposal' }],
  expectation: { stage: 'Won', last_move: 'allowed' },
})

async function deleting(usage: EditorState['usage'] = { Proposal: { openDeals: 3, openAmount: 12_000 } }) {
  const editor = anEditor(walked.document, { base: walked.document, usage })
  const ui = anEditorUi()
  editor.select([{ kind: 'stage', id: 'Proposal' }])
  await actions.deleteSelection.run(editor, ui)
  const [dialog] = ui.opened
  const closed = vi.fn()
  const { container } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <StageDialogs dialog={dialog ?? null} onClose={closed} />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, ui, closed, container, user: userEvent.setup() }
}

describe('a stage that is used', () => {
  it('is deleted only after all was listed, and its deals and scenarios go on where one says', async () => {
    const { editor, closed, user } = await deleting()
    const dialog = screen.getByRole('alertdialog', { name: 'Delete Proposal?' })
    expect(dialog).toHaveAccessibleDescription(/Proposal holds 3 open deals worth 12,000\./)
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    const along = within(screen.getByRole('list', { name: 'Goes with it' }))
    expect(along.getByText('Qualification → Proposal')).toBeVisible()
    expect(within(screen.getByRole('list', { name: 'Changes' })).getByText('A large deal')).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: /go on in$/ }), 'Negotiation')
    expect(screen.getByText('Scenario, goes on in the chosen stage')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    const { document, undoStack } = editor.store.getState()
    expect(document.stages.Proposal).toBeUndefined()
    expect(document.process.stageMigrations).toEqual({ Proposal: 'Negotiation' })
    expect(document.scenarios.walk?.steps).toEqual([{ do: 'move_to', stage: 'Negotiation' }])
    expect(undoStack).toHaveLength(1)
    expect(closed).toHaveBeenCalledOnce()
    expect(editor.store.getState().session.reveal).toMatchObject({
      element: { kind: 'stage', id: 'Qualification' },
      focus: true,
    })
    act(() => void editor.undo())
    expect(editor.store.getState().document.scenarios.walk?.steps).toEqual([
      { do: 'move_to', stage: 'Proposal' },
    ])
  })

  it('may be deactivated instead', async () => {
    const { editor, closed, user } = await deleting()
    await user.click(screen.getByRole('button', { name: 'Deactivate instead' }))
    expect(editor.store.getState().document.stages.Proposal?.isActive).toBe(false)
    expect(closed).toHaveBeenCalledOnce()
  })

  it('says that open deals are not known while the server is silent', async () => {
    await deleting(null)
    expect(screen.getByRole('alertdialog')).toHaveAccessibleDescription(/is not known now/)
  })

  it('breaks no rule of accessibility', async () => {
    await deleting()
    const found = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(found.violations.map(({ id }) => id)).toEqual([])
  })
})

it('asks nothing for a stage that nothing else names', async () => {
  const editor = anEditor(standard().document)
  const ui = anEditorUi()
  editor.select([{ kind: 'stage', id: 'Proposal' }])
  await actions.deleteSelection.run(editor, ui)
  expect(ui.opened).toEqual([])
  expect(editor.store.getState().document.stages.Proposal).toBeUndefined()
})
