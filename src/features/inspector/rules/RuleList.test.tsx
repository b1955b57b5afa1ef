import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../../tests/kit/builders.ts'
import { opened, openInspector, retype, stage, stageOf } from '../../../../tests/kit/openInspector.tsx'
import { check } from '../../../../tests/kit/referenceData.ts'
import type { Logic } from '../../../domain/process/rule.ts'

describe('rules', () => {
  const withRule = (logic: Logic) =>
    aProcess().stage('Lead', 10, {
      validationRules: [{ ...check('Large deal', logic), severity: 'error' }],
    })

  it('are written as JsonLogic, compared by the type of the field', async () => {
    const { editor, user } = openInspector(aProcess().stage('Lead', 10), [stage('Lead')])
    await opened(user, /^Validation rules/)
    await user.click(screen.getByRole('button', { name: 'Add a rule' }))
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Ask for more.')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Condition 1, field' }), 'Amount')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Condition 1, comparison' }), 'is at least')
    await retype(user, screen.getByRole('textbox', { name: 'Condition 1, value' }), '10000')
    await user.click(screen.getByRole('button', { name: 'Add a condition' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Condition 2, field' }), 'Region')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Condition 2, value' }), 'US')
    await user.selectOptions(screen.getByRole('combobox', { name: 'How the conditions are joined' }), 'any')
    await user.click(screen.getByRole('radio', { name: 'Warn' }))
    expect(stageOf(editor, 'Lead').validationRules).toEqual([
      {
        id: expect.any(String),
        name: '',
        message: 'Ask for more.',
        severity: 'warning',
        check: { or: [{ '>=': [{ var: 'amount' }, 10_000] }, { '==': [{ var: 'region' }, 'US'] }] },
      },
    ])
    expect(screen.getByText('Amount is at least 10,000 or Region is “US”')).toBeVisible()
  })

  it('apply in some cases only, and in all again', async () => {
    const { editor, user } = openInspector(withRule({ '!!': [{ var: 'industry' }] }), [stage('Lead')])
    await opened(user, /Validation rules/)
    await opened(user, /^Large deal/)
    await user.click(screen.getByRole('button', { name: 'Only in some cases…' }))
    const when = screen.getByRole('group', { name: 'Only when' })
    await user.click(within(when).getByRole('button', { name: 'Add a condition' }))
    expect(stageOf(editor, 'Lead').validationRules[0]?.when).toEqual({ '>=': [{ var: 'amount' }, 0] })
    await user.click(screen.getByRole('button', { name: 'In all cases' }))
    expect(stageOf(editor, 'Lead').validationRules[0]).not.toHaveProperty('when')
  })

  it('that are too nested are shown as a sentence and JSON and kept byte for byte', async () => {
    const nested: Logic = {
      and: [
        { or: [{ '>': [{ var: 'amount' }, 5] }, { '!!': { var: 'industry' } }] },
        { '!!': [{ var: 'region' }] },
      ],
    }
    const written = JSON.stringify(nested)
    const { editor, user } = openInspector(withRule(nested), [stage('Lead')])
    await opened(user, /Validation rules/)
    await opened(user, /^Large deal/)
    expect(screen.getByText(/too nested for the fields/)).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Message' }), '!')
    const rule = () => stageOf(editor, 'Lead').validationRules[0]
    expect(rule()?.message).toBe('Talk to the customer.!')
    expect(JSON.stringify(rule()?.check)).toBe(written)

    const json = screen.getByRole('textbox', { name: 'Condition as JSON (JsonLogic)' })
    await user.clear(json)
    expect(json).toHaveAccessibleDescription(/This is not JSON yet/)
    expect(JSON.stringify(rule()?.check)).toBe(written)
    await user.click(json)
    await user.paste('{"==":[{"var":"amount"},7]}')
    expect(rule()?.check).toEqual({ '==': [{ var: 'amount' }, 7] })
  })

  it('that cannot be read say so and can be removed', async () => {
    const { editor, user } = openInspector(withRule({ launch: ['rockets'] }), [stage('Lead')])
    await opened(user, /Validation rules/)
    expect(screen.getByText(/Unknown operator “launch”/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove Large deal' }))
    expect(stageOf(editor, 'Lead').validationRules).toEqual([])
  })

  it('of dates count from today', async () => {
    const { editor, user } = openInspector(withRule({ '>=': [{ var: 'close_date' }, '2026-12-01'] }), [
      stage('Lead'),
    ])
    await opened(user, /Validation rules/)
    await opened(user, /^Large deal/)
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Condition 1, value, counted' }),
      'days ago',
    )
    await retype(user, screen.getByRole('textbox', { name: 'Condition 1, value' }), '14')
    expect(stageOf(editor, 'Lead').validationRules[0]?.check).toEqual({
      '>=': [{ var: 'close_date' }, { relative_date: -14 }],
    })
  })
})
