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
    await user.click(screen.getByRole('radio', { name: 'After some days' }))
    await retype(user, screen.getByRole('textbox', { name: 'Days in the stage' }), '30')
    await retype(user, screen.getByRole('textbox', { name: 'Priority' }), '2')
    expect(documentOf(editor).transitions['Qualification → Proposal']).toMatchObject({
      isAutomatic: true,
      afterDays: 30,
      priority: 2,
    })
  })

  it('tells first what happens and when', async () => {
    const process = standard().connect('Qualification', 'Negotiation', {
      isAutomatic: true,
      afterDays: 10,
      isRework: true,
    })
    openInspector(process, [transition('Qualification → Negotiation')])
    expect(screen.getByRole('region', { name: 'What happens' })).toHaveTextContent(
      'A deal moves from “Qualification” to “Negotiation” by itself after 10 days there.It is a deliberate way back.',
    )
  })

  it('leaves any open stage, says which, and goes back to one', async () => {
    const { editor, user } = openInspector(standard(), [transition('Proposal → Negotiation')])
    const from = screen.getByRole('combobox', { name: 'From' })
    await user.selectOptions(from, 'Any open stage (global)')
    expect(screen.getByText(/^Leaves each of 2 open stages: Qualification and Proposal\./)).toBeVisible()
    await user.selectOptions(from, 'Proposal')
    expect(documentOf(editor).transitions['Proposal → Negotiation']).toMatchObject({
      isGlobal: false,
      fromStageId: 'Proposal',
    })
  })

  it('says when it is tried among the automatic transitions of its stage', async () => {
    const process = standard()
      .connect('Qualification', 'Negotiation', { isAutomatic: true, priority: 1 })
      .connect('Qualification', 'Won', { isAutomatic: true, priority: 5 })
    const { user } = openInspector(process, [transition('Qualification → Won')])
    expect(screen.getByText('Tried as number 2 of 2 automatic transitions of Qualification.')).toBeVisible()
    await retype(user, screen.getByRole('textbox', { name: 'Priority' }), '0')
    expect(screen.getByText('Tried as number 1 of 2 automatic transitions of Qualification.')).toBeVisible()
  })

  it('is kept for a role or the owner, and given back to everybody', async () => {
    const { editor, user } = openInspector(standard(), [transition('Qualification → Proposal')])
    const kept = () => documentOf(editor).transitions['Qualification → Proposal']?.runBy
    expect(screen.getByText('Everybody.')).toBeVisible()
    const picker = screen.getByRole('combobox', { name: 'Add a role or a person' })
    await user.type(picker, 'director{Enter}')
    await user.type(picker, 'owner{Enter}')
    expect(kept()).toEqual([
      { kind: 'role', ref: 'sales_director' },
      { kind: 'owner', ref: '' },
    ])
    expect(screen.getByRole('region', { name: 'What happens' })).toHaveTextContent(
      'Only sales director or the owner can run it.',
    )
    await user.click(screen.getByRole('button', { name: 'Remove Sales director' }))
    await user.click(screen.getByRole('button', { name: 'Remove The owner' }))
    expect(documentOf(editor).transitions['Qualification → Proposal']).not.toHaveProperty('runBy')
  })

  it('says where approve and refuse lead', async () => {
    const process = standard()
      .stage('Proposal', { requiresApproval: true, approvalWorkflowId: 'discount' })
      .connect('Qualification', 'Lost', { transitionName: 'Give up' })
    const { editor, user } = openInspector(process, [transition('Qualification → Proposal')])
    await opened(user, /^Approval/)
    expect(screen.getByText('If approved: on to Proposal.')).toBeVisible()
    const refused = screen.getByRole('combobox', { name: 'If refused' })
    expect(refused).toHaveDisplayValue('The deal stays in Qualification')
    await user.selectOptions(refused, 'Goes by Give up')
    expect(documentOf(editor).transitions['Qualification → Lost']?.onRefusal).toBe(true)
    await user.selectOptions(refused, 'The deal stays in Qualification')
    expect(documentOf(editor).transitions['Qualification → Lost']).not.toHaveProperty('onRefusal')
  })

  it('shows its share, implied and by weight', async () => {
    const { user } = openInspector(standard(), [transition('Qualification → Proposal')])
    await opened(user, /^Share of deals/)
    expect(screen.getByText(/as the probabilities imply\.$/)).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Weight' }), '3')
    expect(screen.getByText('100% of the deals go this way, by weight.')).toBeVisible()
  })
})
