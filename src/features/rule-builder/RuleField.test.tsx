import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { field, standardFields } from '../../../tests/kit/referenceData.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { activity, resetAnnouncer } from '../../ui/announcer/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { RuleField } from './RuleField.tsx'
import { clearSampleDeal } from './sampleDeal.ts'

const v = (key: string) => ({ var: key })
const large: Logic = { '>=': [v('amount'), 10] }
const european: Logic = { '==': [v('region'), 'EU'] }
const staffed: Logic = { '>': [v('seats'), 5] }

const fields = [...standardFields, field('list_price', 'currency'), field('start_date', 'date')]

interface Rule {
  now: Logic
  /** Steps of undo. */
  steps: number
  outside: (logic: Logic) => void
}
interface Options {
  readonly fields?: readonly OpportunityField[]
  readonly readOnly?: boolean
}

function Form({ rule, options }: { readonly rule: Rule; readonly options: Options }) {
  const [value, setValue] = useState<Logic>(rule.now)
  const keep = (next: Logic) => {
    rule.now = next
    setValue(next)
  }
  useEffect(() => {
    rule.outside = setValue
  }, [rule])
  return (
    <RuleField
      label="Must hold"
      value={value}
      fields={options.fields ?? fields}
      readOnly={options.readOnly}
      defaultOpen
      onChange={(next) => {
        rule.steps += 1
        keep(next)
      }}
      onType={keep}
    />
  )
}

function open(given: Logic, options: Options = {}) {
  const rule: Rule = { now: given, steps: 0, outside: () => {} }
  render(
    <HouseTheme>
      <Form rule={rule} options={options} />
    </HouseTheme>,
  )
  return { rule, user: userEvent.setup() }
}

const select = (name: string) => screen.getByRole('combobox', { name })
async function choose(user: UserEvent, part: string, action: RegExp) {
  await user.click(screen.getByRole('button', { name: `${part}, more` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}
const said = () => activity().map(({ text }) => text)

beforeEach(() => {
  resetAnnouncer()
  clearSampleDeal()
})

describe('conditions', () => {
  it('ask for a pattern, show a text that matches and try another', async () => {
    const { rule, user } = open({ '!!': [v('industry')] })
    await user.selectOptions(select('Condition 1, comparison'), 'matches the pattern')
    const pattern = screen.getByRole('textbox', { name: 'Condition 1, value' })
    expect(pattern).toHaveAccessibleDescription(/Write a pattern, such as/)
    await user.type(pattern, '[[A-Z]{{2}-\\d+')
    expect(rule.now).toEqual({ matches: [v('industry'), '[A-Z]{2}-\\d+'] })
    expect(pattern).toHaveAccessibleDescription('The whole text, for example: AA-1')
    const tried = screen.getByRole('textbox', { name: 'Try a text' })
    await user.type(tried, 'EU-')
    expect(screen.getByText('Does not match.')).toBeVisible()
    await user.type(tried, '12')
    expect(screen.getByText('Matches.')).toBeVisible()
    await user.type(pattern, '(')
    expect(pattern).toHaveAccessibleDescription(/a bracket without its counterpart/)
  })

  it('are added to groups in groups, focus in the new one', async () => {
    const { rule, user } = open(large)
    await user.click(screen.getByRole('button', { name: 'Add a group' }))
    expect(select('Condition 2.1, field')).toHaveFocus()
    await user.selectOptions(select('Condition 2.1, field'), 'Region')
    await user.click(screen.getByRole('button', { name: 'Add a condition to Group 2' }))
    expect(select('Condition 2.2, field')).toHaveFocus()
    await user.selectOptions(select('Condition 2.2, field'), 'Budget confirmed')
    await user.selectOptions(select('Group 2, how its conditions are joined'), 'None of these holds')
    expect(rule.now).toEqual({
      and: [large, { '!': [{ or: [european, { '==': [v('budget_confirmed'), true] }] }] }],
    })
    expect(
      screen.getByText('Amount is at least 10 and not (Region is “EU” or Budget confirmed is yes).'),
    ).toBeVisible()
    await waitFor(() => expect(said()).toContain('Group added, with one condition.'))
  })

  it('move by Alt and arrows into the group below and out of it, focus with them', async () => {
    const { rule, user } = open({ and: [large, { or: [european, staffed] }] })
    await user.click(select('Condition 1, field'))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(rule.now).toEqual({ and: [{ or: [large, european, staffed] }] })
    expect(screen.getByRole('button', { name: 'Condition 1.1, more' })).toHaveFocus()
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}')
    expect(rule.now).toEqual({ and: [{ or: [european, staffed] }, large] })
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(rule.steps).toBe(4)
    await waitFor(() => expect(said().at(-1)).toBe('Moved to position 2 of 2 at the top level.'))
  })

  it('are doubled, grouped and moved from the menu', async () => {
    const { rule, user } = open({ and: [large, { or: [european, staffed] }] })
    await choose(user, 'Condition 1', /Duplicate/)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Condition 2, more' })).toHaveFocus())
    expect(rule.now).toEqual({ and: [large, large, { or: [european, staffed] }] })
    await choose(user, 'Condition 2', /Move to Group 3/)
    await waitFor(() => expect(rule.now).toEqual({ and: [large, { or: [european, staffed, large] }] }))
    await choose(user, 'Condition 2.2', /Move to the top level/)
    await waitFor(() => expect(rule.now).toEqual({ and: [large, { or: [european, large] }, staffed] }))
    await choose(user, 'Condition 3', /Put into a new group/)
    await waitFor(() =>
      expect(rule.now).toEqual({ and: [large, { or: [european, large] }, { or: [staffed] }] }),
    )
  })

  it('go, and focus goes on to the next, at last to what adds one', async () => {
    const { rule, user } = open({ and: [large, { or: [european] }] })
    await choose(user, 'Condition 1', /Remove/)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Group 1, more' })).toHaveFocus())
    await choose(user, 'Condition 1.1', /Remove/)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add a condition' })).toHaveFocus())
    expect(rule.now).toBe(true)
    expect(screen.getByText('No condition yet: it always holds.')).toBeVisible()
  })

  it('keep focus when the value changes elsewhere', async () => {
    const { rule, user } = open({ and: [large, european] })
    await user.click(select('Condition 2, value'))
    act(() => rule.outside({ and: [large, { '==': [v('region'), 'US'] }] }))
    await waitFor(() => expect(select('Condition 2, value')).toHaveDisplayValue('US'))
    expect(select('Condition 2, value')).toHaveFocus()
  })

  it('compare with another field', async () => {
    const { rule, user } = open(large)
    await choose(user, 'Condition 1', /another field/)
    await waitFor(() => expect(rule.now).toEqual({ '>=': [v('amount'), v('list_price')] }))
    await user.selectOptions(select('Condition 1, value'), 'Seats')
    expect(rule.now).toEqual({ '>=': [v('amount'), v('seats')] })
    expect(screen.getByText('Amount is at least Seats.')).toBeVisible()
  })

  it('count days from today', async () => {
    const { rule, user } = open({ '<': [v('close_date'), '2026-12-01'] })
    await user.selectOptions(select('Condition 1, comparison'), 'is in the next')
    const days = screen.getByRole('textbox', { name: 'Condition 1, days' })
    await user.clear(days)
    await user.type(days, '14')
    expect(rule.now).toEqual({ between: [v('close_date'), { relative_date: 0 }, { relative_date: 14 }] })
    expect(screen.getByText('Close date is in the next 14 days.')).toBeVisible()
    await user.selectOptions(select('Condition 1, comparison'), 'is before')
    await user.selectOptions(select('Condition 1, value, counted'), 'days ago')
    expect(rule.now).toEqual({ '<': [v('close_date'), { relative_date: -7 }] })
    await user.selectOptions(select('Condition 1, value, counted'), 'today')
    expect(rule.now).toEqual({ '<': [v('close_date'), { relative_date: 0 }] })
    expect(screen.getByText('Close date is before today.')).toBeVisible()
    await user.selectOptions(select('Condition 1, value, counted'), 'the day in a field')
    expect(rule.now).toEqual({ '<': [v('close_date'), v('start_date')] })
  })

  it('take numbers as people group them, and say what is none', async () => {
    const { rule, user } = open(large)
    const value = screen.getByRole('textbox', { name: 'Condition 1, value' })
    await user.clear(value)
    await user.type(value, '12,500.5')
    expect(rule.now).toEqual({ '>=': [v('amount'), 12_500.5] })
    await user.type(value, 'x')
    expect(screen.getByText('This is not a number.')).toBeVisible()
    expect(rule.now).toEqual({ '>=': [v('amount'), 12_500.5] })
  })

  it('tick several options', async () => {
    const { rule, user } = open(european)
    await user.selectOptions(select('Condition 1, comparison'), 'is none of')
    await user.click(screen.getByRole('checkbox', { name: 'US' }))
    expect(rule.now).toEqual({ '!': [{ in: [v('region'), ['EU', 'US']] }] })
  })

  it('of an unknown field are repaired with the field that was meant', async () => {
    const { rule, user } = open({ and: [{ '>=': [v('ammount'), 10] }, european] })
    expect(select('Condition 1, field')).toHaveDisplayValue('ammount (unknown)')
    expect(select('Condition 1, field')).toHaveAccessibleDescription(/There is no field “ammount”/)
    await user.click(screen.getByRole('button', { name: 'Use Amount' }))
    expect(rule.now).toEqual({ and: [large, european] })
  })

  it('with a value of the wrong type are shown and repaired', async () => {
    const { rule, user } = open({ '>=': [v('amount'), '10'] })
    expect(screen.getByText(/“10” is text, but only numbers and dates/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Use 10' }))
    expect(rule.now).toEqual(large)
  })

  it('are refused, in words, where the rule would become too deep', async () => {
    let deep: Logic = { or: [large, european] }
    for (let level = 0; level < 5; level += 1) deep = { and: [deep, staffed] }
    const { rule, user } = open(deep)
    await user.click(screen.getByRole('button', { name: 'Add a group to Group 1.1.1.1.1' }))
    expect(screen.getByText(/Not changed. The rule is nested more than 8 levels deep/)).toBeVisible()
    expect(rule.now).toBe(deep)
  })

  it('are only shown where nothing may be changed', () => {
    open({ and: [large, european] }, { readOnly: true })
    expect(screen.queryByRole('button', { name: /more|Add/ })).not.toBeInTheDocument()
    expect(select('Condition 1, field')).toBeDisabled()
  })
})

describe('JSON', () => {
  it('that no condition can say is kept beside those that can', async () => {
    const odd: Logic = { '>': [{ '*': [v('amount'), 2] }, 100] }
    const { rule, user } = open({ and: [odd, european] })
    expect(screen.getByText('Amount × 2 is more than 100')).toBeVisible()
    await user.selectOptions(select('Condition 2, value'), 'US')
    expect(rule.now).toEqual({ and: [odd, { '==': [v('region'), 'US'] }] })
  })

  it('is checked as it is typed: where it breaks, then what it says', async () => {
    const { rule, user } = open(large)
    await user.click(screen.getByRole('tab', { name: 'JSON' }))
    const box = screen.getByRole('textbox', { name: 'Condition as JSON (JsonLogic)' })
    await user.clear(box)
    await user.paste('{"and": [\n  {"!!": [{"var": "region"}]\n ]}')
    expect(box).toHaveAccessibleDescription(/Line 3, column 2: a comma or a closing brace is missing here/)
    expect(rule.now).toEqual(large)
    await user.click(screen.getByRole('button', { name: 'Go to line 3' }))
    expect(box).toHaveFocus()
    await user.keyboard('}')
    expect(rule.now).toEqual({ and: [{ '!!': [v('region')] }] })
    await user.clear(box)
    await user.paste('{"!!": [{"var": "regoin"}]}')
    expect(rule.now).toEqual({ '!!': [v('regoin')] })
    expect(box).toHaveAccessibleDescription(/There is no field “regoin”/)
    await user.clear(box)
    await user.paste('{"launch": ["rockets"]}')
    expect(box).toHaveAccessibleDescription(/Unknown operator “launch”/)
  })
})

describe('trying it', () => {
  it('asks for the fields of the rule and says part by part what holds', async () => {
    const { user } = open({
      and: [large, { or: [european, { '!': [{ and: [staffed, { '!!': [v('industry')] }] }] }] }],
    })
    await user.click(screen.getByRole('tab', { name: 'Try it' }))
    const sample = screen.getByRole('group', { name: 'A sample deal' })
    expect(within(sample).queryByLabelText('Close date')).not.toBeInTheDocument()
    const result = screen.getByRole('region', { name: 'What the rule says' })
    expect(within(result).getByText('The rule does not hold.')).toBeVisible()
    await user.type(within(sample).getByRole('textbox', { name: 'Amount' }), '12')
    await user.selectOptions(within(sample).getByRole('combobox', { name: 'Region' }), 'US')
    expect(within(result).getByText('The rule holds.')).toBeVisible()
    const lines = within(result)
      .getAllByRole('listitem')
      .map((item) => item.firstElementChild?.textContent)
    expect(lines).toEqual([
      'Holds: All of these hold',
      'Holds: Amount is at least 10 Now: Amount is 12',
      'Holds: Any of these holds',
      'Does not hold: Region is “EU” Now: Region is “US”',
      'Holds: Not all of these hold',
      'Does not hold: Seats is more than 5 Now: Seats is empty',
      'Does not hold: Industry is filled in Now: Industry is empty',
    ])
  })

  it('lets today be another day', async () => {
    const { user } = open({ between: [v('close_date'), { relative_date: 0 }, { relative_date: 30 }] })
    await user.click(screen.getByRole('tab', { name: 'Try it' }))
    await user.type(screen.getByLabelText('Close date'), '2030-01-20')
    expect(screen.getByText('The rule does not hold.')).toBeVisible()
    fireEvent.change(screen.getByLabelText('Today is'), { target: { value: '2030-01-01' } })
    expect(screen.getByText('The rule holds.')).toBeVisible()
  })
})

describe('the field', () => {
  it('opens in place and large, and closes again', async () => {
    const { user } = open(large)
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('tab')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Open large' }))
    const dialog = await screen.findByRole('dialog', { name: 'Must hold' })
    expect(within(dialog).getByRole('combobox', { name: 'Condition 1, field' })).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await user.click(screen.getByRole('button', { name: 'Edit rule' }))
    await user.click(screen.getByRole('tab', { name: 'Conditions' }))
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('tab', { name: 'JSON' })).toHaveFocus()
  })
})
