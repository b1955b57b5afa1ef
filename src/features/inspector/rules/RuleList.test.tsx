import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../../tests/kit/builders.ts'
import { opened, openInspector, retype, stage, stageOf, steps } from '../../../../tests/kit/openInspector.tsx'
import { check } from '../../../../tests/kit/referenceData.ts'
import type { Logic } from '../../../domain/process/rule.ts'

const large: Logic = { '>=': [{ var: 'amount' }, 10] }
const european: Logic = { '==': [{ var: 'region' }, 'EU'] }

const withRules = (...rules: [name: string, logic: Logic][]) =>
  aProcess()
    .stage('Lead', 10, {
      validationRules: rules.map(([name, logic]) => ({ ...check(name, logic), severity: 'error' as const })),
    })
    .stage('Offer', 50)
    .connect('Lead', 'Offer')

async function openRules(...rules: [name: string, logic: Logic][]) {
  const place = openInspector(withRules(...rules), [stage('Lead')])
  await opened(place.user, /^Validation rules/)
  return place
}

async function choose(user: UserEvent, rule: string, action: RegExp) {
  await user.click(screen.getByRole('button', { name: `Actions for ${rule}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

const rulesOf = (place: Awaited<ReturnType<typeof openRules>>) =>
  stageOf(place.editor, 'Lead').validationRules
const namesOf = (place: Awaited<ReturnType<typeof openRules>>) => rulesOf(place).map(({ name }) => name)

describe('rules', () => {
  it('are made from nothing, compared by the type of the field', async () => {
    const place = await openRules()
    const { user } = place
    await user.click(screen.getByRole('button', { name: 'Add a rule' }))
    const rule = screen.getByRole('list', { name: 'Validation rules' })
    await waitFor(() => expect(within(rule).getByRole('textbox', { name: 'Name' })).toHaveFocus())
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Ask for more.')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Condition 1, field' }), 'Amount')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Condition 1, comparison' }), 'is at least')
    await retype(user, screen.getByRole('textbox', { name: 'Condition 1, value' }), '10000')
    await user.click(screen.getByRole('radio', { name: 'Warn' }))
    expect(rulesOf(place)).toEqual([
      {
        id: expect.any(String),
        name: '',
        message: 'Ask for more.',
        severity: 'warning',
        check: { '>=': [{ var: 'amount' }, 10_000] },
      },
    ])
    expect(screen.getByText('Amount is at least 10,000.')).toBeVisible()
  })

  it('say in one sentence what they ask, closed', async () => {
    await openRules(['Large deal', { and: [large, { '!': [european] }] }])
    expect(screen.getByText('Amount is at least 10 and Region is not “EU”')).toBeVisible()
  })

  it('apply in some cases only, and in all again', async () => {
    const place = await openRules(['Large deal', large])
    const { user } = place
    await opened(user, /^Large deal/)
    await user.click(screen.getByRole('button', { name: 'Only in some cases…' }))
    const when = screen.getByRole('group', { name: 'Only when' })
    const first = within(when).getByRole('tab', { name: 'Conditions' })
    await waitFor(() => expect(first).toHaveFocus())
    await user.click(within(when).getByRole('button', { name: 'Add a condition' }))
    expect(rulesOf(place)[0]?.when).toEqual({ '>=': [{ var: 'amount' }, 0] })
    await user.click(screen.getByRole('button', { name: 'In all cases' }))
    expect(rulesOf(place)[0]).not.toHaveProperty('when')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Only in some cases…' })).toHaveFocus())
  })

  it('that cannot be read say so where they stand, and can be removed', async () => {
    const place = await openRules(['Large deal', { launch: ['rockets'] }])
    expect(screen.getByText(/Unknown operator “launch”/)).toBeVisible()
    await choose(place.user, 'Large deal', /Remove/)
    await waitFor(() => expect(rulesOf(place)).toEqual([]))
  })

  it('are put in order and doubled', async () => {
    const place = await openRules(['Large deal', large], ['In Europe', european])
    await choose(place.user, 'In Europe', /Move up/)
    await waitFor(() => expect(namesOf(place)).toEqual(['In Europe', 'Large deal']))
    await choose(place.user, 'In Europe', /Duplicate/)
    await waitFor(() => expect(namesOf(place)).toEqual(['In Europe', 'In Europe', 'Large deal']))
    expect(new Set(rulesOf(place).map(({ id }) => id)).size).toBe(3)
  })

  it('are copied to other stages in one step', async () => {
    const place = await openRules(['Large deal', large])
    const { user, editor } = place
    await choose(user, 'Large deal', /Copy to/)
    const dialog = await screen.findByRole('dialog', { name: 'Copy the rule' })
    await user.click(within(dialog).getByRole('button', { name: 'Copy' }))
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Choose at least one place')
    await user.selectOptions(
      within(dialog).getByRole('combobox', { name: 'Copy it as' }),
      'Entry criterion of stages',
    )
    await user.type(within(dialog).getByRole('searchbox', { name: 'Find stages' }), 'off')
    await user.click(within(dialog).getByRole('checkbox', { name: 'Offer' }))
    await user.click(within(dialog).getByRole('button', { name: 'Copy to 1 place' }))
    expect(stageOf(editor, 'Offer').transitionRules).toEqual([
      {
        id: expect.any(String),
        kind: 'entry',
        name: 'Large deal',
        check: large,
        message: 'Talk to the customer.',
      },
    ])
    expect(steps(editor)).toEqual(['Copy the rule “Large deal” to “Offer”'])
  })
})
