import { act, screen, waitFor, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { openStageTable } from '../../../tests/kit/openStageTable.tsx'

const field = (name: string) => screen.getByRole('textbox', { name })

describe('walking the cells', () => {
  it('goes by arrows in all directions, while a field that is edited keeps them', async () => {
    const { user, stage } = openStageTable()
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
    const { user, stage } = openStageTable()
    await user.click(field('Code of Proposal'))
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}')
    expect(screen.getByRole('combobox', { name: 'Type of Proposal' })).toHaveFocus()
    expect(stage('Proposal')?.isClosedWon).toBe(false)
  })

  it('stops by Tab only at the box, the name, the problems and the menu of a row', async () => {
    const { user } = openStageTable()
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
    const { user, ui, stage } = openStageTable()
    screen.getByRole('checkbox', { name: 'Select Proposal' }).focus()
    await user.keyboard('c')
    expect(ui.opened).toEqual([{ name: 'connectTo', fromStageId: 'Proposal' }])
    await user.click(field('Code of Proposal'))
    await user.keyboard('{F2}c{Escape}')
    expect(ui.opened).toHaveLength(1)
    expect(stage('Proposal')?.stageCode).toBe('PROPOSAL')
  })

  it('goes to a stage that was added or found, even where a filter hid it', async () => {
    const { user, editor } = openStageTable()
    await user.type(screen.getByRole('searchbox', { name: 'Search stages' }), 'neg')
    act(() => editor.reveal({ kind: 'stage', id: 'Won' }, { focus: true }))
    await waitFor(() => expect(field('Stage of Won')).toHaveFocus())
  })

  it('selects the row with Shift and Space', async () => {
    const { user } = openStageTable()
    await user.click(field('Code of Proposal'))
    await user.keyboard('{Shift>}[Space]{/Shift}')
    expect(screen.getByRole('checkbox', { name: 'Select Proposal' })).toBeChecked()
  })
})

describe('columns', () => {
  it('are shown, hidden and moved by choice, which this device remembers', async () => {
    const { user } = openStageTable()
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
    const { user, stage, steps } = openStageTable()
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
    const { user, stage, order, steps, editor } = openStageTable()
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

  it('add a stage without the values that are wrong, and never one without a good name', async () => {
    const { user, order, editor } = openStageTable()
    const dialog = await pasteInto(
      user,
      'Stage of Qualification',
      `Stage name\tWin %\tDays\nDemo\tmuch\t4\n${'x'.repeat(101)}\t20\t\n`,
    )
    expect(dialog.getByRole('row', { name: /^Demo Probability/ })).toHaveTextContent('much Left out')
    expect(dialog.getByRole('row', { name: /^x+ Stage/ })).toHaveTextContent('Left out')
    await user.click(dialog.getByRole('button', { name: 'Add 1 stage' }))
    expect(order()).toHaveLength(6)
    const stages = Object.values(editor.store.getState().document.stages)
    expect(stages.find(({ stageName }) => stageName === 'Demo')?.averageDurationDays).toBe(4)
  })

  it('get the selected rows with the names of the columns', async () => {
    const { user } = openStageTable()
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
  const { user } = openStageTable(process.document)
  expect(screen.getAllByRole('row').length).toBeLessThan(120)
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001')
  await user.click(field('Stage of Stage 2'))
  await user.keyboard('{Control>}{End}{/Control}')
  expect(screen.getByRole('switch', { name: 'Stage 1000 is active' })).toHaveFocus()
  expect(screen.getByRole('row', { name: /^Select Stage 1000 / })).toHaveAttribute('aria-rowindex', '1001')
})
