import { screen, waitFor, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openStageTable } from '../../../tests/kit/openStageTable.tsx'

const field = (name: string) => screen.getByRole('textbox', { name })
const rowNames = () =>
  screen.getAllByRole('textbox', { name: /^Stage of/ }).map((input) => (input as HTMLInputElement).value)
const choose = async (user: ReturnType<typeof userEvent.setup>, stage: string, action: string | RegExp) => {
  await user.click(screen.getByRole('button', { name: `Actions for ${stage}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

describe('editing in the table', () => {
  it('commits a cell by Enter as one step and goes to the same column of the next stage', async () => {
    const { user, stage, steps } = openStageTable()
    await user.click(field('Probability of Qualification'))
    await user.keyboard('{Control>}a{/Control}30{Enter}')
    expect(stage('Qualification')?.defaultProbability).toBe(30)
    expect(steps()).toEqual(['Change probability of “Qualification” to 30 %'])
    expect(field('Probability of Proposal')).toHaveFocus()
  })

  it('keeps what it refuses as typed, says why, and takes it back by Escape', async () => {
    const { user, stage, steps } = openStageTable()
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
    const { user, stage } = openStageTable()
    const input = field('Code of Proposal')
    await user.clear(input)
    await user.type(input, 'negotiation{Enter}')
    expect(input).toHaveAccessibleDescription(/Negotiation has this code already/)
    expect(stage('Proposal')?.stageCode).toBe('PROPOSAL')
  })

  it('reads days with a comma and clears them when emptied', async () => {
    const { user, stage } = openStageTable()
    await user.type(field('Usual days of Proposal'), '7,5{Enter}')
    expect(stage('Proposal')?.averageDurationDays).toBe(7.5)
    await user.clear(field('Usual days of Proposal'))
    await user.tab()
    expect(stage('Proposal')?.averageDurationDays).toBeNull()
  })

  it('switches a stage off, and changes color and type', async () => {
    const { user, stage } = openStageTable()
    await user.click(screen.getByRole('switch', { name: 'Proposal is active' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Color of Proposal' }), 'Purple')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type of Lost' }), 'Open')
    expect(stage('Proposal')).toMatchObject({ isActive: false, color: 'purple' })
    expect(stage('Lost')?.isClosedLost).toBe(false)
  })

  it('shows where stages come from and go to, and leads there', async () => {
    const { user } = openStageTable()
    const row = within(screen.getByRole('row', { name: /^Select Proposal/ }))
    expect(row.getByRole('link', { name: 'Qualification' })).toBeInTheDocument()
    await user.click(row.getByRole('link', { name: 'Negotiation' }))
    expect(field('Stage of Negotiation')).toHaveFocus()
  })
})

describe('the order of stages', () => {
  it('follows Alt with an arrow, as one step, and focus stays', async () => {
    const { user, order, steps, editor } = openStageTable()
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
    const { user, order } = openStageTable()
    await choose(user, 'Proposal', 'Move earlier')
    await waitFor(() => expect(order()[0]).toBe('Proposal'))
    await user.click(screen.getByRole('button', { name: 'Actions for Proposal' }))
    expect(await screen.findByRole('menuitem', { name: 'Move earlier (first already)' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it('can be looked at sorted otherwise without being changed', async () => {
    const { user, order } = openStageTable()
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
    const { user, stage, steps } = openStageTable()
    await user.click(screen.getByRole('checkbox', { name: 'Select Proposal' }))
    await user.click(screen.getByRole('checkbox', { name: 'Select Negotiation' }))
    expect(screen.getByText('2 selected')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Deactivate' }))
    expect(stage('Proposal')?.isActive).toBe(false)
    expect(stage('Negotiation')?.isActive).toBe(false)
    expect(steps()).toEqual(['Deactivate 2 stages'])
  })

  it('are edited together, with what changes and what is left out in sight, as one step', async () => {
    const { user, stage, steps, editor } = openStageTable()
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
    const { user } = openStageTable()
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
    const { user, stage } = openStageTable()
    await choose(user, 'Proposal', 'Delete')
    await waitFor(() => expect(stage('Proposal')).toBeUndefined())
    await waitFor(() => expect(field('Stage of Qualification')).toHaveFocus())
  })

  it('asks the same question as everywhere where deals are open', async () => {
    const { user, stage, ui } = openStageTable(undefined, inUse)
    await choose(user, 'Proposal', 'Delete…')
    const elements = [{ kind: 'stage', id: 'Proposal' }]
    await waitFor(() => expect(ui.opened).toEqual([{ name: 'deleteElements', elements }]))
    expect(stage('Proposal')).toBeDefined()
  })
})

describe('what else the table tells', () => {
  it('counts the problems of a stage and leads to the field', async () => {
    const { user, ui, editor } = openStageTable()
    editor.dispatch('updateStage', { stageId: 'Proposal', changes: { defaultProbability: 10 } })
    const problems = await screen.findByRole('button', { name: /problem.*: .*Proposal/ })
    await user.click(problems)
    expect(ui.details).toEqual([{ element: { kind: 'stage', id: 'Proposal' }, field: 'defaultProbability' }])
  })

  it('asks for a new stage after the last open one', async () => {
    const { user, ui } = openStageTable()
    await user.click(screen.getByRole('button', { name: 'Add stage' }))
    expect(ui.opened).toEqual([{ name: 'addStage', afterStageId: 'Negotiation', transitionId: null }])
  })

  it('changes nothing for a reader', () => {
    openStageTable(undefined, { readOnly: 'You may only look.' })
    expect(field('Stage of Proposal')).toHaveAttribute('readonly')
    expect(screen.getByRole('switch', { name: 'Proposal is active' })).toBeDisabled()
    expect(screen.queryByRole('button', { name: 'Add stage' })).not.toBeInTheDocument()
  })
})
