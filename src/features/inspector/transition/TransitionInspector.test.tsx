import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../../tests/kit/builders.ts'
import {
  documentOf,
  opened,
  openInspector,
  retype,
  stage,
  transition,
} from '../../../../tests/kit/openInspector.tsx'
import { check } from '../../../../tests/kit/referenceData.ts'

describe('a transition', () => {
  it('says what the entered stage demands and leads there', async () => {
    const process = aProcess()
      .stage('Lead', 10)
      .stage('Offer', 40, {
        requiredFields: ['amount'],
        transitionRules: [{ ...check('Size', { '>': [{ var: 'seats' }, 5] }), kind: 'entry' }],
      })
      .connect('Lead', 'Offer')
    const { editor, user } = openInspector(process, [transition('Lead → Offer')])
    expect(screen.getByText('Amount is filled in')).toBeVisible()
    expect(screen.getByText('Seats is more than 5')).toBeVisible()
    const [edit] = screen.getAllByRole('button', { name: 'Change at Offer' })
    if (!edit) throw new Error('The demands lead to their stage.')
    await user.click(edit)
    expect(editor.store.getState().session.selection).toEqual([stage('Offer')])
  })

  it('is reconnected, or tells why not and stays', async () => {
    const { editor, user } = openInspector(standard(), [transition('Qualification → Proposal')])
    const to = screen.getByRole('combobox', { name: 'To' })
    await user.selectOptions(to, 'Qualification')
    expect(to).toHaveAccessibleDescription('Error: A stage cannot be connected to itself.')
    expect(to).toHaveValue('Proposal')
    await user.selectOptions(to, 'Negotiation')
    expect(documentOf(editor).transitions['Qualification → Proposal']?.toStageId).toBe('Negotiation')
    await user.selectOptions(screen.getByRole('combobox', { name: 'From' }), 'Any open stage (global)')
    expect(documentOf(editor).transitions['Qualification → Proposal']).toMatchObject({
      isGlobal: true,
      fromStageId: null,
    })
  })

  it('happens by itself after some days, with a priority', async () => {
    const { editor, user } = openInspector(standard(), [transition('Qualification → Proposal')])
    await user.click(screen.getByRole('radio', { name: 'Automatic' }))
    await user.type(screen.getByRole('textbox', { name: 'After' }), '30')
    await retype(user, screen.getByRole('textbox', { name: 'Priority' }), '2')
    expect(documentOf(editor).transitions['Qualification → Proposal']).toMatchObject({
      isAutomatic: true,
      afterDays: 30,
      priority: 2,
    })
  })

  it('does actions in order, each with the parameters of its kind', async () => {
    const { editor, user } = openInspector(standard(), [transition('Qualification → Proposal')])
    const add = screen.getByRole('combobox', { name: 'Add an action' })
    await user.type(add, 'mail{Enter}')
    await user.type(add, 'task{Enter}')
    expect(screen.getByRole('textbox', { name: /^Subject/ })).toHaveAttribute('placeholder', 'Moved')
    await user.type(screen.getByRole('textbox', { name: /^Title/ }), 'Call back')
    await user.type(screen.getByRole('textbox', { name: 'Due in days' }), '3')
    await user.click(screen.getByRole('button', { name: 'Move Task up' }))
    expect(documentOf(editor).transitions['Qualification → Proposal']?.actions).toEqual([
      { action_code: 'TASK', parameters: { title: 'Call back', due_in_days: 3 } },
      { action_code: 'MAIL', parameters: {} },
    ])
  })

  it('shows its share, implied and by weight', async () => {
    const { user } = openInspector(standard(), [transition('Qualification → Proposal')])
    await opened(user, /^Share of deals/)
    expect(screen.getByText(/as the probabilities imply\.$/)).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Weight' }), '3')
    expect(screen.getByText('100% of the deals go this way, by weight.')).toBeVisible()
  })
})
