import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anEditor, aProcess, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { stagesInOrder } from '../../domain/process/process.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { StageTable } from './StageTable.tsx'

function open(document = standard().document, options: Partial<EditorOptions> = {}) {
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

const field = (name: string) => screen.getByRole('textbox', { name })
const rowNames = () =>
  screen.getAllByRole('textbox', { name: /^Stage of/ }).map((input) => (input as HTMLInputElement).value)
const choose = async (user: ReturnType<typeof userEvent.setup>, stage: string, action: string | RegExp) => {
  await user.click(screen.getByRole('button', { name: `Actions for ${stage}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

describe('editing in the table', () => {
  it('commits a cell by Enter as one step and goes to the same column of the next stage', async () => {
    const { user, stage, steps } = open()
    await user.click(field('Probability of Qualification'))
    await user.keyboard('{Control>}a{/Control}30{Enter}')
    expect(stage('Qualification')?.defaultProbability).toBe(30)
    expect(steps()).toEqual(['Change probability of “Qualification” to 30 %'])
    expect(field('Probability of Proposal')).toHaveFocus()
  })

  it('keeps what it refuses as typed, says why, and takes it back by Escape', async () => {
    const { user, stage, steps } = open()
    const input = field('Probability of Proposal')
    await user.clear(input)
    await user.type(input, '140{Enter}')
    expect(input).toHaveValue('140')
    expect(input).toBeInvalid()
    expect(input).toHaveAccessibleDescription('Enter a whole number from 0 to 100.')
    expect(input).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(input).toHaveValue('50')
    expect(stage('Proposal')?.defaultProbability).toBe(50)
    expect(steps()).toEqual([])
  })

  it('refuses a code that another stage has', async () => {
    const { user, stage } = open()
    const input = field('Code of Proposal')
    await user.clear(input)
    await user.type(input, 'negotiation{Enter}')
    expect(input).toHaveAccessibleDescription(/Negotiation has this code already/)
    expect(stage('Proposal')?.stageCode).toBe('PROPOSAL')
  })

  it('reads days with a comma and clears them when emptied', async () => {
    const { user, stage } = open()
    await user.type(field('Usual days of Proposal'), '7,5{Enter}')
    expect(stage('Proposal')?.averageDurationDays).toBe(7.5)
    await user.clear(field('Usual days of Proposal'))
    await user.tab()
    expect(stage('Proposal')?.averageDurationDays).toBeNull()
  })

  it('switches a stage off, and changes color and type', async () => {
    const { user, stage } = open()
    await user.click(screen.getByRole('switch', { name: 'Proposal is active' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Color of Proposal' }), 'Purple')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type of Lost' }), 'Open')
    expect(stage('Proposal')).toMatchObject({ isActive: false, color: 'purple' })
    expect(stage('Lost')?.isClosedLost).toBe(false)
  })

  it('shows where stages come from and go to, and leads there', async () => {
    const { user } = open()
    const row = within(screen.getByRole('row', { name: /^Select Proposal/ }))
    expect(row.getByRole('link', { name: 'Qualification' })).toBeInTheDocument()
    await user.click(row.getByRole('link', { name: 'Negotiation' }))
    expect(field('Stage of Negotiation')).toHaveFocus()
  })
})

describe('the order of stages', () => {
  it('follows Alt with an arrow, as one step, and focus stays', async () => {
    const { user, order, steps, editor } = open()
    const input = field('Stage of Qualification')
    await user.click(input)
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(order().slice(0, 2)).toEqual(['Proposal', 'Qualification'])
    expect(steps()).toHaveLength(1)
    await waitFor(() => expect(input).toHaveFocus())
    editor.undo()
    expect(order()[0]).toBe('Qualification')
  })

  it('is changed from the menu, and the menu says what cannot be done', async () => {
    const { user, order } = open()
    await choose(user, 'Proposal', 'Move earlier')
    await waitFor(() => expect(order()[0]).toBe('Proposal'))
    await user.click(screen.getByRole('button', { name: 'Actions for Proposal' }))
    expect(await screen.findByRole('menuitem', { name: 'Move earlier (first already)' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it('can be looked at sorted otherwise without being changed', async () => {
    const { user, order } = open()
    await user.click(screen.getByRole('button', { name: 'Stage' }))
    expect(rowNames()).toEqual(['Lost', 'Negotiation', 'Proposal', 'Qualification', 'Won'])
    expect(screen.getByRole('columnheader', { name: 'Stage' })).toHaveAttribute('aria-sort', 'ascending')
    await user.click(field('Stage of Proposal'))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(order()[0]).toBe('Qualification')
  })
})

describe('several stages', () => {
  it('are switched off together as one step', async () => {
    const { user, stage, steps } = open()
    await user.click(screen.getByRole('checkbox', { name: 'Select Proposal' }))
    await user.click(screen.getByRole('checkbox', { name: 'Select Negotiation' }))
    expect(screen.getByText('2 selected')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Deactivate' }))
    expect(stage('Proposal')?.isActive).toBe(false)
    expect(stage('Negotiation')?.isActive).toBe(false)
    expect(steps()).toEqual(['Deactivate 2 stages'])
  })

  it('are edited together, with what changes and what is left out in sight, as one step', async () => {
    const { user, stage, steps, editor } = open()
    await user.click(screen.getByRole('checkbox', { name: 'Select all shown rows' }))
    await user.click(screen.getByRole('button', { name: 'Edit…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit 5 stages' }))
    await user.click(dialog.getByRole('button', { name: 'Apply' }))
    expect(dialog.getByRole('alert')).toHaveTextContent('Fill in at least one field.')
    await user.type(dialog.getByRole('textbox', { name: 'Probability' }), '+25')
    expect(dialog.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'WhereWhatWasBecomes',
      'WonProbability100+25 Left out: Won stages stay at 100 %, lost ones at 0 %.',
      'LostProbability0+25 Left out: Won stages stay at 100 %, lost ones at 0 %.',
      'QualificationProbability2045',
      'ProposalProbability5075',
      'NegotiationProbability75100',
    ])
    await user.click(dialog.getByRole('button', { name: 'Change 3 stages' }))
    await waitFor(() => expect(stage('Qualification')?.defaultProbability).toBe(45))
    expect(stage('Lost')?.defaultProbability).toBe(0)
    expect(steps()).toHaveLength(1)
    editor.undo()
    expect(stage('Proposal')?.defaultProbability).toBe(50)
  })

  it('are found by name and filtered; the caption says how many', async () => {
    const { user } = open()
    await user.type(screen.getByRole('searchbox', { name: 'Search stages' }), 'tion')
    expect(rowNames()).toEqual(['Qualification', 'Negotiation'])
    expect(screen.getByRole('table', { name: 'Stages, 2 rows of 5' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    const filters = within(await screen.findByRole('dialog', { name: 'Show only' }))
    await user.click(filters.getByRole('checkbox', { name: /^Won/ }))
    await user.click(filters.getByRole('button', { name: 'Done' }))
    expect(await screen.findByRole('heading', { name: 'No stage fits' })).toBeInTheDocument()
    await user.clear(screen.getByRole('searchbox', { name: 'Search stages' }))
    expect(rowNames()).toEqual(['Won'])
    await user.click(screen.getByRole('button', { name: 'Remove filter Type: Won' }))
    expect(rowNames()).toHaveLength(5)
  })
})

describe('deleting', () => {
  const inUse = { usage: { Proposal: { openDeals: 3, openAmount: 42_000 } } }

  it('needs no question where no deal is open, and focus goes to the stage before', async () => {
    const { user, stage } = open()
    await choose(user, 'Proposal', 'Delete')
    await waitFor(() => expect(stage('Proposal')).toBeUndefined())
    await waitFor(() => expect(field('Stage of Qualification')).toHaveFocus())
  })

  it('asks the same question as everywhere where deals are open', async () => {
    const { user, stage, ui } = open(undefined, inUse)
    await choose(user, 'Proposal', 'Delete…')
    const elements = [{ kind: 'stage', id: 'Proposal' }]
    await waitFor(() => expect(ui.opened).toEqual([{ name: 'deleteElements', elements }]))
    expect(stage('Proposal')).toBeDefined()
  })
})

describe('what else the table tells', () => {
  it('counts the problems of a stage and leads to the field', async () => {
    const { user, ui, editor } = open()
    editor.dispatch('updateStage', { stageId: 'Proposal', changes: { defaultProbability: 10 } })
    const problems = await screen.findByRole('button', { name: /problem.*: .*Proposal/ })
    await user.click(problems)
    expect(ui.details).toEqual([{ element: { kind: 'stage', id: 'Proposal' }, field: 'defaultProbability' }])
  })

  it('asks for a new stage after the last open one', async () => {
    const { user, ui } = open()
    await user.click(screen.getByRole('button', { name: 'Add stage' }))
    expect(ui.opened).toEqual([{ name: 'addStage', afterStageId: 'Negotiation', transitionId: null }])
  })

  it('changes nothing for a reader', () => {
    open(undefined, { readOnly: 'You may only look.' })
    expect(field('Stage of Proposal')).toHaveAttribute('readonly')
    expect(screen.getByRole('switch', { name: 'Proposal is active' })).toBeDisabled()
    expect(screen.queryByRole('button', { name: 'Add stage' })).not.toBeInTheDocument()
  })
})

describe('walking the cells', () => {
  it('goes by arrows in all directions, while a field that is edited keeps them', async () => {
    const { user, stage } = open()
    await user.click(field('Stage of Proposal'))
    await user.keyboard('{ArrowRight}')
    expect(field('Code of Proposal')).toHaveFocus()
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(field('Probability of Negotiation')).toHaveFocus()
    await user.keyboard('{Home}')
    expect(field('Stage of Negotiation')).toHaveFocus()
    await user.keyboard('{F2}{ArrowLeft}x')
    expect(field('Stage of Negotiation')).toHaveValue('Negotiatioxn')
    await user.keyboard('{Escape}')
    expect(field('Stage of Negotiation')).toHaveValue('Negotiation')
    await user.keyboard('{Control>}{End}{/Control}')
    expect(screen.getByRole('switch', { name: 'Lost is active' })).toHaveFocus()
    expect(stage('Negotiation')?.stageName).toBe('Negotiation')
  })

  it('never changes a choice by walking over it', async () => {
    const { user, stage } = open()
    await user.click(field('Code of Proposal'))
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}')
    expect(screen.getByRole('combobox', { name: 'Type of Proposal' })).toHaveFocus()
    expect(stage('Proposal')?.isClosedWon).toBe(false)
  })

  it('stops by Tab only at the box, the name, the problems and the menu of a row', async () => {
    const { user } = open()
    await user.click(screen.getByRole('checkbox', { name: 'Select Proposal' }))
    await user.tab()
    expect(field('Stage of Proposal')).toHaveFocus()
    await user.tab()
    expect(
      screen.getByRole('button', { name: /^2 problems: Describe when a deal is in “Proposal”/ }),
    ).toHaveFocus()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Actions for Proposal' })).toHaveFocus()
  })

  it('hears keys of one sign where the row itself has focus, never in a field', async () => {
    const { user, ui, stage } = open()
    screen.getByRole('checkbox', { name: 'Select Proposal' }).focus()
    await user.keyboard('c')
    expect(ui.opened).toEqual([{ name: 'connectTo', fromStageId: 'Proposal' }])
    await user.click(field('Code of Proposal'))
    await user.keyboard('{F2}c{Escape}')
    expect(ui.opened).toHaveLength(1)
    expect(stage('Proposal')?.stageCode).toBe('PROPOSAL')
  })

  it('goes to a stage that was added or found, even where a filter hid it', async () => {
    const { user, editor } = open()
    await user.type(screen.getByRole('searchbox', { name: 'Search stages' }), 'neg')
    act(() => editor.reveal({ kind: 'stage', id: 'Won' }, { focus: true }))
    await waitFor(() => expect(field('Stage of Won')).toHaveFocus())
  })

  it('selects the row with Shift and Space', async () => {
    const { user } = open()
    await user.click(field('Code of Proposal'))
    await user.keyboard('{Shift>}[Space]{/Shift}')
    expect(screen.getByRole('checkbox', { name: 'Select Proposal' })).toBeChecked()
  })
})

describe('columns', () => {
  it('are shown, hidden and moved by choice, which this device remembers', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Columns, \d+ of 14 shown/ }))
    await user.click(dialog.getByRole('checkbox', { name: 'Color' }))
    await user.click(dialog.getByRole('checkbox', { name: 'Forecast category' }))
    await user.click(dialog.getByRole('button', { name: 'Move Type before the column it follows' }))
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent)
    expect(heads).not.toContain('Color')
    expect(heads.slice(2, 5)).toEqual(['Stage', 'Type', 'Code'])
    expect(screen.getByRole('combobox', { name: 'Forecast category of Proposal' })).toBeInTheDocument()
    localStorage.clear()
  })
})

describe('spreadsheets', () => {
  const pasteInto = async (user: ReturnType<typeof userEvent.setup>, name: string, text: string) => {
    await user.click(field(name))
    await user.paste(text)
    return within(await screen.findByRole('dialog', { name: 'Stages from a spreadsheet' }))
  }

  it('fill the cells from the one with focus, as one step; what is wrong stays out and says why', async () => {
    const { user, stage, steps } = open()
    const dialog = await pasteInto(user, 'Probability of Qualification', '10\tGreen\n140\tmauve\n')
    const row = (name: RegExp) => dialog.getByRole('row', { name }).textContent
    expect(row(/^Qualification Probability/)).toBe('QualificationProbability2010')
    expect(row(/^Proposal Probability/)).toMatch(/140 Left out: Enter a whole number from 0 to 100\.$/)
    expect(row(/^Proposal Color/)).toMatch(/“mauve” is not known here\. Use one of these: Blue, /)
    await user.click(dialog.getByRole('button', { name: 'Change 1 stage' }))
    expect(stage('Qualification')).toMatchObject({ defaultProbability: 10, color: 'green' })
    expect(stage('Proposal')?.defaultProbability).toBe(50)
    expect(steps()).toHaveLength(1)
  })

  it('update stages of the same name and add the others, by the names of their columns', async () => {
    const { user, stage, order, steps, editor } = open()
    const dialog = await pasteInto(
      user,
      'Stage of Qualification',
      'Stage name\tWin %\tDays\tOwner\nproposal\t55\t7,5\tAnn\nDemo\t30\t\t\n\t12\t\t',
    )
    expect(dialog.getByRole('combobox', { name: 'Column 4: Owner' })).toHaveDisplayValue('Leave out')
    expect(dialog.getByRole('row', { name: /^Row 3/ })).toHaveTextContent('Left out: Enter a stage name.')
    await user.click(dialog.getByRole('button', { name: 'Change stages: 1, add: 1' }))
    expect(stage('Proposal')).toMatchObject({ defaultProbability: 55, averageDurationDays: 7.5 })
    expect(order()).toHaveLength(6)
    const added = Object.values(editor.store.getState().document.stages).find(
      ({ stageName }) => stageName === 'Demo',
    )
    expect(added).toMatchObject({ defaultProbability: 30, stageCode: 'DEMO' })
    expect(order().indexOf(added?.id ?? '')).toBe(3)
    expect(steps()).toHaveLength(1)
  })

  it('get the selected rows with the names of the columns', async () => {
    const { user } = open()
    await user.click(screen.getByRole('checkbox', { name: 'Select Proposal' }))
    await user.click(screen.getByRole('checkbox', { name: 'Select Won' }))
    await user.click(field('Code of Won'))
    const copied = await user.copy()
    const lines = copied?.getData('text/plain').split('\n') ?? []
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^Stage\tCode\tType\tProbability\t/)
    expect(lines[1]).toMatch(/^Proposal\tPROPOSAL\tOpen\t50\tBlue\t/)
  })
})

it('is quick at a thousand stages: only rows in view are in the page, and every row is reached', async () => {
  let process = aProcess()
  for (let number = 1; number <= 1000; number += 1) process = process.stage(`Stage ${number}`, 10)
  const { user } = open(process.document)
  expect(screen.getAllByRole('row').length).toBeLessThan(120)
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001')
  await user.click(field('Stage of Stage 2'))
  await user.keyboard('{Control>}{End}{/Control}')
  expect(screen.getByRole('switch', { name: 'Stage 1000 is active' })).toHaveFocus()
  expect(screen.getByRole('row', { name: /^Select Stage 1000 / })).toHaveAttribute('aria-rowindex', '1001')
})
