import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { moves, namesInOrder } from '../../../tests/kit/given.ts'
import type { EditorDialog } from '../../editor/actions/index.ts'
import { EditorProvider } from '../../editor/react.ts'
import { StageDialogs } from './index.ts'

function open(dialog: EditorDialog, document = standard().document) {
  const editor = anEditor(document)
  const onClose = vi.fn<() => void>()
  const { container } = render(
    <EditorProvider editor={editor}>
      <StageDialogs dialog={dialog} onClose={onClose} />
    </EditorProvider>,
  )
  const state = () => editor.store.getState()
  return { editor, onClose, container, state, user: userEvent.setup() }
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent)

describe('adding a stage', () => {
  const after = { name: 'addStage', afterStageId: 'Proposal', transitionId: null } as const

  it('adds it after the stage it was asked on, connected, and goes there', async () => {
    const { user, state, onClose } = open(after)
    expect(screen.getByRole('combobox', { name: 'Connect after' })).toHaveValue('Proposal')
    await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Trial{Enter}')
    expect(namesInOrder(state().document)).toEqual([
      'Qualification',
      'Proposal',
      'Trial',
      'Negotiation',
      'Won',
      'Lost',
    ])
    expect(moves(state().document)).toContain('Proposal → Trial')
    expect(state().session.reveal).toMatchObject({ element: { kind: 'stage' }, focus: true })
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('makes any kind, connected or not', async () => {
    const { user, state } = open(after)
    await user.click(screen.getByRole('radio', { name: /Closed lost/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Connect after' }), 'Not connected')
    await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Gone{Enter}')
    const gone = Object.values(state().document.stages).find((stage) => stage.stageName === 'Gone')
    expect(gone?.isClosedLost).toBe(true)
    expect(moves(state().document)).toHaveLength(4)
  })

  it('asks for a name, says it in the summary, and changes nothing without one', async () => {
    const { user, state, onClose } = open(after)
    await user.click(screen.getByRole('button', { name: 'Add stage' }))
    expect(await screen.findByRole('link', { name: 'Enter a stage name.' })).toBeInTheDocument()
    expect(state().undoStack).toEqual([])
    expect(onClose).not.toHaveBeenCalled()
  })

  it('inserts it on a transition', async () => {
    const { user, state } = open({
      name: 'addStage',
      afterStageId: null,
      transitionId: 'Qualification → Proposal',
    })
    expect(screen.getByRole('dialog', { name: 'Insert stage' })).toHaveAccessibleDescription(
      /Between Qualification and Proposal/,
    )
    await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Demo{Enter}')
    expect(moves(state().document)).toEqual(
      expect.arrayContaining(['Qualification → Demo', 'Demo → Proposal']),
    )
  })
})

describe('connecting', () => {
  it('offers stages in order, says what loops and what is connected already', async () => {
    open({ name: 'connectTo', fromStageId: 'Proposal' })
    expect(options()).toEqual([
      'Qualification creates a loop back to Proposal',
      'Won stage 4',
      'Lost stage 5',
      'Negotiation already connected',
    ])
    expect(screen.getByText('Already connected')).toBeInTheDocument()
    expect(screen.getByRole('option', { name: /^Negotiation/ })).toHaveAttribute('aria-disabled', 'true')
    // What closes the list is not called as what closes the dialog.
    expect(screen.getByRole('button', { name: 'Hide the list' })).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: 'Close' })).toHaveLength(1)
  })

  it('makes the transition by typing, with name and share, and goes to it', async () => {
    const { user, state, onClose } = open({ name: 'connectTo', fromStageId: 'Qualification' })
    await user.type(screen.getByRole('combobox', { name: /^To/ }), 'Nego{Enter}')
    await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Fast lane')
    await user.type(screen.getByRole('textbox', { name: /^Share of deals/ }), '3{Enter}')
    const made = Object.values(state().document.transitions).find((way) => way.transitionName === 'Fast lane')
    expect(made).toMatchObject({ fromStageId: 'Qualification', toStageId: 'Negotiation', weight: 3 })
    expect(state().session.reveal).toMatchObject({
      element: { kind: 'transition', id: made?.id },
      focus: true,
    })
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('finds where a transition may come from, and why final stages may not', async () => {
    const { user, state } = open({ name: 'connectFrom', toStageId: 'Negotiation' })
    expect(screen.getByRole('option', { name: /^Won/ })).toHaveTextContent(
      'Won is a final stage and cannot have outgoing transitions.',
    )
    await user.type(screen.getByRole('combobox', { name: /^From/ }), 'Quali{Enter}')
    await user.click(screen.getByRole('button', { name: 'Connect' }))
    expect(moves(state().document)).toContain('Qualification → Negotiation')
  })

  it('asks for a stage, and refuses a share that is no number', async () => {
    const { user, state } = open({ name: 'connectTo', fromStageId: 'Qualification' })
    await user.type(screen.getByRole('textbox', { name: /^Share of deals/ }), 'half')
    await user.click(screen.getByRole('button', { name: 'Connect' }))
    expect(await screen.findByRole('link', { name: 'Choose a stage from the list.' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Enter a number of 0 or more.' })).toBeInTheDocument()
    expect(state().undoStack).toEqual([])
  })
})

it('goes to the stage that was typed', async () => {
  const { user, state, onClose } = open({ name: 'goToStage' })
  await user.type(screen.getByRole('combobox', { name: /^Stage/ }), 'los{Enter}')
  expect(state().session.reveal).toMatchObject({ element: { kind: 'stage', id: 'Lost' }, focus: true })
  expect(onClose).toHaveBeenCalledOnce()
})

it('moves a stage to another position as one step', async () => {
  const { user, state } = open({ name: 'moveToPosition', stageId: 'Negotiation' })
  const position = screen.getByRole('combobox', { name: 'Position' })
  expect(position).toHaveDisplayValue('3, after Proposal (as now)')
  await user.selectOptions(position, '2, after Qualification')
  await user.click(screen.getByRole('button', { name: 'Move' }))
  expect(namesInOrder(state().document)).toEqual(['Qualification', 'Negotiation', 'Proposal', 'Won', 'Lost'])
  expect(state().undoStack).toHaveLength(1)
})

it('leaves dialogs of other rooms alone', () => {
  const { container } = open({ name: 'commandMenu' })
  expect(container).toBeEmptyDOMElement()
  expect(screen.queryByRole('dialog')).toBeNull()
})
