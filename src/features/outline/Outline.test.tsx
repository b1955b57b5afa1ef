import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { stagesInOrder } from '../../domain/process/process.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Outline } from './Outline.tsx'

function open(document = standard().document, opensDetails = false) {
  const editor = anEditor(document)
  const ui = anEditorUi()
  const onMenu = vi.fn()
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Outline
          ui={ui}
          settings={{ mac: false, singleKeys: true }}
          onMenu={onMenu}
          opensDetails={opensDetails}
        />
      </EditorProvider>
    </HouseTheme>,
  )
  const order = () => stagesInOrder(editor.store.getState().document).map(({ id }) => id)
  return { editor, ui, onMenu, order, user: userEvent.setup() }
}

const stage = (name: RegExp) => screen.getByRole('button', { name })

describe('the outline', () => {
  it('lists stages in order, each with where it goes', () => {
    open()
    const [list] = screen.getAllByRole('list')
    const items = list ? [...list.children] : []
    expect(items.map((item) => item.querySelector('strong')?.textContent)).toEqual([
      'Qualification',
      'Proposal',
      'Negotiation',
      'Won',
      'Lost',
    ])
    const ways = within(screen.getByRole('list', { name: 'Proposal goes to' }))
    expect(ways.getByRole('link', { name: 'Negotiation' })).toBeInTheDocument()
    expect(
      within(screen.getByRole('list', { name: 'From any open stage' })).getByRole('link'),
    ).toHaveTextContent('Lost')
  })

  it('chooses a stage for all views and says which one is active', async () => {
    const { user, editor } = open()
    await user.click(stage(/^Proposal/))
    expect(editor.store.getState().session.selection).toEqual([{ kind: 'stage', id: 'Proposal' }])
    expect(stage(/^Proposal/)).toHaveAttribute('aria-current', 'true')
  })

  it('is walked by arrows; Enter opens details; a link goes to its stage', async () => {
    const { user, ui } = open()
    stage(/^Qualification/).focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(stage(/^Negotiation/)).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(ui.details.at(-1)?.element).toEqual({ kind: 'stage', id: 'Negotiation' })
    await user.click(screen.getByRole('link', { name: 'Proposal' }))
    expect(stage(/^Proposal/)).toHaveFocus()
  })

  it('reorders by Alt with an arrow and deletes by Delete, focus going on to the heir', async () => {
    const { user, order } = open()
    stage(/^Proposal/).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(order()[0]).toBe('Proposal')
    stage(/^Negotiation/).focus()
    await user.keyboard('{Delete}')
    expect(order()).not.toContain('Negotiation')
    await waitFor(() => expect(document.activeElement).toBe(stage(/^Proposal/)))
  })

  it('opens the commands of a stage, and details where they lie over the list', async () => {
    const { user, onMenu, ui } = open(undefined, true)
    await user.click(screen.getByRole('button', { name: 'Actions for Proposal' }))
    expect(onMenu).toHaveBeenCalledWith({ kind: 'stage', id: 'Proposal' }, expect.anything())
    await user.click(stage(/^Won/))
    expect(ui.details.at(-1)?.element).toEqual({ kind: 'stage', id: 'Won' })
  })

  it('offers the first step of an empty process', async () => {
    const { user, ui } = open(aProcess().document)
    await user.click(screen.getByRole('button', { name: 'Add stage' }))
    expect(ui.opened).toEqual([{ name: 'addStage', afterStageId: null, transitionId: null }])
  })
})
