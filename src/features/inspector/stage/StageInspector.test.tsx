import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aProcess, standard } from '../../../../tests/kit/builders.ts'
import {
  documentOf,
  opened,
  openInspector,
  retype,
  stage,
  stageOf,
  steps,
} from '../../../../tests/kit/openInspector.tsx'

describe('a stage', () => {
  it('takes a probability as it is typed, as one step of undo', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    const probability = screen.getByRole('textbox', { name: 'Probability' })
    await retype(user, probability, '45')
    expect(stageOf(editor, 'Proposal').defaultProbability).toBe(45)
    await user.tab()
    expect(steps(editor)).toEqual(['Change probability of “Proposal” to 45 %'])
    act(() => void editor.undo())
    expect(probability).toHaveValue('50')
  })

  it('merges typing in one field, and begins a new step after leaving it', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.type(name, ' sent')
    await user.tab()
    expect(steps(editor)).toHaveLength(1)
    await user.type(name, '!')
    expect(steps(editor)).toHaveLength(2)
    expect(stageOf(editor, 'Proposal').stageName).toBe('Proposal sent!')
  })

  it('says that a text is no number and changes nothing', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    const probability = screen.getByRole('textbox', { name: 'Probability' })
    await retype(user, probability, 'half')
    expect(probability).toBeInvalid()
    expect(probability).toHaveAccessibleDescription('Error: This is not a number.')
    expect(stageOf(editor, 'Proposal').defaultProbability).toBe(50)
    await user.tab()
    expect(probability).toHaveValue('50')
  })

  it('shows what the linter says of a field beside it, and repairs it by the quick fix', async () => {
    const { editor, user } = openInspector(
      aProcess()
        .stage('Lead', 30)
        .stage('Offer', 20)
        .stage('Won', { won: true })
        .stage('Lost', { lost: true })
        .connect('Lead', 'Offer')
        .connect('Offer', 'Won')
        .connect(null, 'Lost'),
      [stage('Offer')],
    )
    expect(screen.getByText(/less than “Lead” before it/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Raise to 30 %' }))
    expect(stageOf(editor, 'Offer').defaultProbability).toBe(30)
    expect(screen.queryByText(/less than “Lead” before it/)).toBeNull()
  })

  it('accepts a falling probability with a justification, where the person may', async () => {
    const falling = aProcess().stage('Lead', 30).stage('Offer', 20).stage('Won', { won: true })
    const { editor, user } = openInspector(falling, [stage('Offer')])
    const [justify] = screen.getAllByRole('button', { name: 'Justify…' })
    if (!justify) throw new Error('A falling probability can be justified.')
    await user.click(justify)
    await user.type(screen.getByRole('textbox', { name: /Why is this right/ }), 'Too short')
    await user.click(screen.getByRole('button', { name: 'Waive the problem' }))
    expect(await screen.findByText(/at least 10 characters\.$/)).toBeVisible()
    await user.type(
      screen.getByRole('textbox', { name: /Why is this right/ }),
      ', but agreed with the director',
    )
    await user.click(screen.getByRole('button', { name: 'Waive the problem' }))
    await waitFor(() => expect(Object.values(documentOf(editor).waivers)).toHaveLength(1))
    expect(screen.queryByText(/less than “Lead” before it/)).toBeNull()
  })

  it('does not offer to justify to those who may not', () => {
    const falling = aProcess().stage('Lead', 30).stage('Offer', 20).stage('Won', { won: true })
    openInspector(falling, [stage('Offer')], { permissions: [] })
    expect(screen.queryByRole('button', { name: 'Justify…' })).toBeNull()
  })

  it('moves to another place in the order', async () => {
    const { editor, user } = openInspector(standard(), [stage('Negotiation')])
    await retype(user, screen.getByRole('textbox', { name: 'Position' }), '1')
    expect(stageOf(editor, 'Negotiation').stageOrder).toBe(1)
    expect(stageOf(editor, 'Qualification').stageOrder).toBe(2)
  })

  it('takes color, kind and activity from one click each', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    await user.click(screen.getByRole('radio', { name: 'Purple' }))
    await user.click(screen.getByRole('switch', { name: 'Active' }))
    await user.click(screen.getByRole('radio', { name: 'Closed lost' }))
    expect(stageOf(editor, 'Proposal')).toMatchObject({ isActive: false, isClosedLost: true })
    expect(steps(editor)).toHaveLength(3)
    act(() => void editor.undo())
    expect(stageOf(editor, 'Proposal').color).toBe('purple')
  })

  it('finds required fields by search, and shows unknown ones so that they can be removed', async () => {
    const { editor, user } = openInspector(aProcess().stage('Lead', 10, { requiredFields: ['shoe_size'] }), [
      stage('Lead'),
    ])
    await opened(user, /^Required fields/)
    const list = screen.getByRole('list', { name: 'Filled in before a deal enters' })
    expect(within(list).getByText('unknown field')).toBeVisible()
    await user.type(screen.getByRole('combobox', { name: 'Add a required field' }), 'budg{Enter}')
    expect(stageOf(editor, 'Lead').requiredFields).toEqual(['shoe_size', 'budget_confirmed'])
    await user.click(screen.getByRole('button', { name: 'Remove shoe_size' }))
    expect(stageOf(editor, 'Lead').requiredFields).toEqual(['budget_confirmed'])
  })

  it('takes how stays vary, with its own numbers', async () => {
    const { editor, user } = openInspector(aProcess().stage('Lead', 10, { averageDurationDays: 8 }), [
      stage('Lead'),
    ])
    await opened(user, /Durations/)
    await user.selectOptions(screen.getByRole('combobox', { name: 'How stays vary' }), 'Triangular')
    await retype(user, screen.getByRole('textbox', { name: 'Longest' }), '20')
    expect(stageOf(editor, 'Lead').simulation.duration).toEqual({
      kind: 'triangular',
      minimum: 4,
      mode: 8,
      maximum: 20,
    })
    await user.selectOptions(screen.getByRole('combobox', { name: 'How stays vary' }), 'As observed')
    await retype(user, screen.getByRole('textbox', { name: 'Observed days' }), '3, 5, 12.5')
    expect(stageOf(editor, 'Lead').simulation.duration).toEqual({ kind: 'empirical', days: [3, 5, 12.5] })
  })

  it('takes an approval with its workflow', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    await opened(user, /^Approval/)
    await user.click(screen.getByRole('switch', { name: 'Needs approval' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Approval workflow' }), 'Discount')
    expect(stageOf(editor, 'Proposal')).toMatchObject({
      requiresApproval: true,
      approvalWorkflowId: 'discount',
    })
    expect(screen.getByRole('list', { name: 'Steps of the approval' })).toHaveTextContent('Sales director')
  })

  it('keeps a checklist in order', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    await opened(user, /^Guidance/)
    await user.click(screen.getByRole('button', { name: 'Add an item' }))
    await user.type(screen.getByRole('textbox', { name: 'Item 1' }), 'Price agreed')
    await user.click(screen.getByRole('button', { name: 'Add an item' }))
    await user.type(screen.getByRole('textbox', { name: 'Item 2' }), 'Date agreed')
    await user.click(screen.getByRole('button', { name: 'Move Date agreed up' }))
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Date agreed', 'Price agreed'])
  })

  it('cannot be changed while reading only, and says why', () => {
    openInspector(standard(), [stage('Proposal')], { readOnly: 'Another tab has this draft.' })
    expect(screen.getByText('Another tab has this draft.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly')
    expect(screen.getByRole('switch', { name: 'Active' })).toBeDisabled()
  })
})
