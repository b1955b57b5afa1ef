import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi, type WrittenUi } from '../../../tests/kit/editorUi.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Transitions, type TransitionsView } from './Transitions.tsx'

function Room({ ui, first }: { readonly ui: WrittenUi; readonly first: TransitionsView }) {
  const [view, setView] = useState(first)
  return <Transitions ui={ui} settings={{ mac: false, singleKeys: true }} view={view} onView={setView} />
}

function open(view: TransitionsView, document = standard().document) {
  const editor = anEditor(document)
  const ui = anEditorUi()
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Room ui={ui} first={view} />
      </EditorProvider>
    </HouseTheme>,
  )
  const between = (from: string | null, to: string) =>
    Object.values(editor.store.getState().document.transitions).find(
      (way) => way.fromStageId === from && way.toStageId === to,
    )
  return { editor, ui, between, user: userEvent.setup() }
}

const cell = (name: string | RegExp) => screen.getByRole('gridcell', { name })

describe('the transitions as a table', () => {
  it('is edited in place', async () => {
    const { user, between } = open('table')
    await user.type(
      screen.getByRole('textbox', { name: 'Name, Qualification → Proposal' }),
      'Budget confirmed{Enter}',
    )
    await user.click(screen.getByRole('switch', { name: 'Qualification → Proposal moves by itself' }))
    await user.type(screen.getByRole('textbox', { name: 'Share, Qualification → Proposal' }), '3{Enter}')
    expect(between('Qualification', 'Proposal')).toMatchObject({
      transitionName: 'Budget confirmed',
      isAutomatic: true,
      weight: 3,
    })
  })

  it('keeps a share that is no number as typed and says why', async () => {
    const { user, between } = open('table')
    const share = screen.getByRole('textbox', { name: 'Share, Qualification → Proposal' })
    await user.type(share, 'many{Enter}')
    expect(share).toHaveValue('many')
    expect(share).toHaveAccessibleDescription(/number of 0 or more/)
    expect(between('Qualification', 'Proposal')?.weight).toBeNull()
  })

  it('reconnects an end, but never to a pair that is connected already', async () => {
    const { user, between } = open('table')
    const to = screen.getByRole('combobox', { name: 'To, Qualification → Proposal' })
    await user.selectOptions(to, 'Negotiation')
    expect(between('Qualification', 'Negotiation')).toBeDefined()
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'From, Proposal → Negotiation' }),
      'Qualification',
    )
    expect(between('Proposal', 'Negotiation')).toBeDefined()
  })

  it('deletes from the menu and goes on to the next row', async () => {
    const { user, between } = open('table')
    await user.click(screen.getByRole('button', { name: 'Actions for Qualification → Proposal' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    await waitFor(() => expect(between('Qualification', 'Proposal')).toBeUndefined())
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Name, Proposal → Negotiation' })).toHaveFocus(),
    )
  })

  it('is found by the name of a stage', async () => {
    const { user } = open('table')
    await user.type(screen.getByRole('searchbox', { name: 'Search transitions' }), 'lost')
    expect(screen.getByRole('table', { name: 'Transitions, 1 row of 4' })).toBeInTheDocument()
    const [, row] = screen.getAllByRole('row')
    expect(row && within(row).getByText('Any open stage')).toBeInTheDocument()
  })

  it('leads to the matrix where there is none yet', async () => {
    const { user } = open('table', aProcess().stage('A', 10).stage('B', 20).document)
    await user.click(screen.getByRole('button', { name: 'Open the matrix' }))
    expect(screen.getByRole('grid')).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: 'Matrix' })).toBeChecked()
  })
})

/** The transition from Qualification to Proposal as somebody sees it who may not see what it runs. */
function withHiddenActions(more: object = {}) {
  const { document } = standard()
  const way = document.transitions['Qualification → Proposal']
  if (!way) throw new Error('There is no such transition.')
  return {
    ...document,
    transitions: { ...document.transitions, [way.id]: { ...way, ...more, hidden: ['actions'] } },
  }
}

describe('what a transition runs, where some of it is hidden', () => {
  it.each([
    ['is counted in the table as far as it is seen', ['a', 'b'], '2 and hidden ones'],
    ['is no number in the table where none of it is seen', [], 'Hidden'],
  ])('%s', async (_, actionIds, words) => {
    const { user } = open('table', withHiddenActions({ actionIds }))
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Columns/ }))
    await user.click(dialog.getByRole('checkbox', { name: 'Then do' }))
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    expect(await screen.findByRole('cell', { name: words })).toBeVisible()
    localStorage.clear()
  })

  it('is said in the matrix, and asks before it is lost', async () => {
    const { user, between } = open('matrix', withHiddenActions({ actionIds: ['a'] }))
    const way = cell('Qualification to Proposal, transition, 1 action and hidden ones')
    expect(way).toHaveTextContent('1+')
    expect(screen.getByText('Actions hidden')).toBeVisible()
    await user.click(way)
    const question = await screen.findByRole('dialog', {
      name: 'Delete the transition from Qualification to Proposal?',
    })
    expect(question).toHaveTextContent('Some of what it runs may be hidden from you.')
    expect(between('Qualification', 'Proposal')).toBeDefined()
  })

  it('is said in the matrix where nothing of it is seen', () => {
    open('matrix', withHiddenActions())
    expect(cell('Qualification to Proposal, transition, actions hidden')).toHaveTextContent('+')
  })
})

describe('the transitions as a matrix', () => {
  it('are chosen by a switch that keeps the focus', async () => {
    const { user } = open('table')
    await user.click(screen.getByRole('radio', { name: 'Matrix' }))
    expect(screen.getByRole('radio', { name: 'Matrix' })).toHaveFocus()
    await user.tab()
    expect(cell('Qualification to Proposal, transition')).toHaveFocus()
  })

  it('switches a transition on and off by a click', async () => {
    const { user, between } = open('matrix')
    await user.click(cell('Qualification to Negotiation, no transition'))
    expect(between('Qualification', 'Negotiation')).toBeDefined()
    await user.click(cell('Qualification to Negotiation, transition'))
    expect(between('Qualification', 'Negotiation')).toBeUndefined()
  })

  it('is one tab stop, walked by arrows, Home and End; Space switches, Enter opens', async () => {
    const { user, between, ui } = open('matrix')
    screen.getByRole('radio', { name: 'Matrix' }).focus()
    await user.tab()
    expect(cell('Qualification to Proposal, transition')).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(ui.details.at(-1)?.element?.id).toBe('Qualification → Proposal')
    await user.keyboard('{ArrowRight}[Space]')
    expect(between('Qualification', 'Negotiation')).toBeDefined()
    expect(cell('Qualification to Negotiation, transition')).toHaveFocus()
    await user.keyboard('{End}')
    expect(cell(/^Qualification to Lost, through the transition from any open stage/)).toHaveFocus()
    await user.keyboard('{Control>}{Home}{/Control}{ArrowLeft}{ArrowUp}')
    expect(cell(/^Qualification to Qualification/)).toHaveFocus()
    await user.keyboard('{Control>}{End}{/Control}')
    expect(cell('Any open stage to Lost, transition')).toHaveFocus()
  })

  it('says why a cell cannot be, and changes nothing there', async () => {
    const { user, editor } = open('matrix')
    const refused = cell(
      'Won to Proposal, not possible: Won is a final stage and cannot have outgoing transitions.',
    )
    expect(refused).toHaveAttribute('aria-disabled', 'true')
    await user.click(refused)
    expect(editor.store.getState().undoStack).toEqual([])
    expect(cell(/^Proposal to Proposal, not possible: A stage cannot be connected to itself/)).toBeDefined()
  })

  it('connects any open stage at once in the last row', async () => {
    const { user, between } = open('matrix')
    await user.click(cell('Any open stage to Won, no transition'))
    expect(between(null, 'Won')?.isGlobal).toBe(true)
  })
})

describe('a transition somebody has worked on', () => {
  const worked = () =>
    aProcess()
      .stage('Demo', 20)
      .stage('Offer', 50)
      .stage('Won', { won: true })
      .connect('Demo', 'Offer', { transitionName: 'Agreed', actionIds: ['mail'] })
      .connect('Offer', 'Won').document

  it('is never deleted by a click alone: it can be opened, or deleted after a question', async () => {
    const { user, ui, between } = open('matrix', worked())
    await user.click(cell('Demo to Offer, transition, 1 action'))
    const question = within(
      await screen.findByRole('dialog', { name: 'Delete the transition from Demo to Offer?' }),
    )
    expect(between('Demo', 'Offer')).toBeDefined()
    expect(question.getByText(/It runs 1 action\. Undo brings it back\./)).toBeInTheDocument()
    await user.click(question.getByRole('button', { name: 'Open details' }))
    expect(ui.details.at(-1)?.element?.id).toBe('Demo → Offer')
    await user.click(cell(/^Demo to Offer/))
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    expect(between('Demo', 'Offer')).toBeUndefined()
  })

  it('and any other comes back by the undo that is offered', async () => {
    const { user, between } = open('matrix', worked())
    await user.click(cell('Offer to Won, transition'))
    expect(between('Offer', 'Won')).toBeUndefined()
    expect(screen.getByText('Transition from Offer to Won deleted.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(between('Offer', 'Won')).toBeDefined()
    expect(screen.queryByText('Transition from Offer to Won deleted.')).not.toBeInTheDocument()
    expect(cell('Offer to Won, transition')).toHaveFocus()
  })
})

describe('a large matrix', () => {
  it('shows a stage with its neighbors, or only what is connected, and counts ways', async () => {
    const { user } = open('matrix')
    expect(screen.getByRole('rowheader', { name: 'Qualification 1 way out' })).toBeInTheDocument()
    expect(screen.getByRole('columnheader', { name: 'Lost 1 way in' })).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: 'Only what is connected' }))
    const heads = () => screen.getAllByRole('rowheader').map((head) => head.querySelector('b')?.textContent)
    expect(heads()).toEqual(['Qualification', 'Proposal', 'Negotiation', 'Any open stage'])
    await user.type(screen.getByRole('searchbox', { name: 'Search stages' }), 'proposal')
    expect(heads()).toEqual(['Qualification', 'Proposal'])
  })
})

describe('several transitions', () => {
  it('are changed together with every change in sight, as one step', async () => {
    const { user, between, editor } = open('table')
    await user.click(screen.getByRole('checkbox', { name: 'Select Qualification → Proposal' }))
    await user.click(screen.getByRole('checkbox', { name: 'Select Proposal → Negotiation' }))
    await user.click(screen.getByRole('button', { name: 'Edit…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit 2 transitions' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Automatic' }), 'Yes')
    expect(dialog.getByRole('row', { name: /^Qualification → Proposal/ })).toHaveTextContent(
      'Qualification → ProposalAutomaticNoYes',
    )
    await user.click(dialog.getByRole('button', { name: 'Change 2 transitions' }))
    expect(between('Proposal', 'Negotiation')?.isAutomatic).toBe(true)
    expect(editor.store.getState().undoStack).toHaveLength(1)
  })

  it('are given to those who may run them, and to refused deals', async () => {
    const { user, between } = open('table')
    await user.click(screen.getByRole('checkbox', { name: 'Select Qualification → Proposal' }))
    await user.click(screen.getByRole('button', { name: 'Edit…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit 1 transition' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Who may run it' }), 'Sales director')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'If refused' }), 'Yes')
    await user.click(dialog.getByRole('button', { name: 'Change 1 transition' }))
    expect(between('Qualification', 'Proposal')).toMatchObject({
      runBy: [{ kind: 'role', ref: 'sales_director' }],
      onRefusal: true,
    })
  })

  it('say of a spreadsheet whom nobody knows', async () => {
    const { user, between } = open('table')
    await user.click(screen.getByRole('textbox', { name: 'Name, Qualification → Proposal' }))
    await user.paste(
      'Source\tTarget\tRun by\nQualification\tProposal\tthe owner; ada@acme.example\nProposal\tNegotiation\tThe king',
    )
    const dialog = within(await screen.findByRole('dialog', { name: 'Transitions from a spreadsheet' }))
    expect(dialog.getByRole('row', { name: /^Proposal → Negotiation/ })).toHaveTextContent(
      '“The king” is no role',
    )
    await user.click(dialog.getByRole('button', { name: 'Change 1 transition' }))
    expect(between('Qualification', 'Proposal')?.runBy).toEqual([
      { kind: 'owner', ref: '' },
      { kind: 'user', ref: 'ada@acme.example' },
    ])
  })

  it('come from a spreadsheet: known ends are updated, others connected, impossible ones say why', async () => {
    const { user, between, editor } = open('table')
    await user.click(screen.getByRole('textbox', { name: 'Name, Qualification → Proposal' }))
    await user.paste(
      'Source\tTarget\tLabel\tAuto\nQUALIFICATION\tProposal\tFits\tyes\nProposal\tWon\tSigned at once\tperhaps\nWon\tProposal\t\t\nProposal\tMars\t\t',
    )
    const dialog = within(await screen.findByRole('dialog', { name: 'Transitions from a spreadsheet' }))
    expect(dialog.getByRole('row', { name: /^Won → Proposal/ })).toHaveTextContent(
      'Left out: Won is a final stage and cannot have outgoing transitions.',
    )
    expect(dialog.getByRole('row', { name: /^Row 4/ })).toHaveTextContent(
      'There is no stage with the name or code “Mars”.',
    )
    expect(dialog.getByRole('row', { name: /^Proposal → Won Automatic/ })).toHaveTextContent(
      'perhaps Left out',
    )
    await user.click(dialog.getByRole('button', { name: 'Change transitions: 1, add: 1' }))
    expect(between('Qualification', 'Proposal')).toMatchObject({ transitionName: 'Fits', isAutomatic: true })
    expect(between('Proposal', 'Won')?.transitionName).toBe('Signed at once')
    expect(editor.store.getState().undoStack).toHaveLength(1)
  })

  it('are filtered by what they are', async () => {
    const { user } = open('table')
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    const from = within(await screen.findByRole('group', { name: 'From' }))
    await user.click(from.getByRole('checkbox', { name: /^Any open stage/ }))
    expect(screen.getByRole('table', { name: 'Transitions, 1 row of 4', hidden: true })).toBeInTheDocument()
  })
})
