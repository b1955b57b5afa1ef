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
import { emptyReferenceData } from '../../../domain/process/reference.ts'

describe('a stage', () => {
  it('says of a field that its reader may not see that it is hidden, and why, and lets it be', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')], {
      reference: {
        ...emptyReferenceData,
        hidden: ['stage.description', 'stage.escalation'],
        shownTo: ['administrator', 'sales_director'],
      },
    })
    const description = screen.getByRole('textbox', { name: 'Description' })
    expect(description).toHaveValue('Hidden')
    expect(description).toHaveAccessibleDescription(
      'Your company shows this to these roles only: Administrator and Sales director.',
    )
    expect(description).toHaveAttribute('readonly')
    await user.type(description, 'Mine')
    expect(stageOf(editor, 'Proposal').description).toBeNull()
    expect(steps(editor)).toEqual([])
    await opened(user, 'Durations')
    expect(screen.getByRole('textbox', { name: 'Escalate after' })).toHaveValue('Hidden')
  })

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

  it('asks at once why a probability may fall, and takes the reason from those who may accept it', async () => {
    const falling = aProcess().stage('Lead', 30).stage('Offer', 20).stage('Won', { won: true })
    const { editor, user } = openInspector(falling, [stage('Offer')])
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
    expect(screen.getByText('Too short, but agreed with the director')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    expect(screen.getByText(/less than “Lead” before it/)).toBeVisible()
  })

  it('does not offer to justify to those who may not', () => {
    const falling = aProcess().stage('Lead', 30).stage('Offer', 20).stage('Won', { won: true })
    openInspector(falling, [stage('Offer')], { permissions: [] })
    expect(screen.queryByRole('textbox', { name: /Why is this right/ })).toBeNull()
    expect(screen.getByText(/Someone who may override probabilities/)).toBeVisible()
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
    await user.click(screen.getByRole('button', { name: 'Add a milestone' }))
    await user.type(await screen.findByRole('textbox', { name: 'Milestone 1' }), 'Price agreed{Enter}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Milestone 2' })).toHaveFocus())
    await user.keyboard('Date agreed')
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Price agreed', 'Date agreed'])
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Date agreed', 'Price agreed'])
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Milestone 1' })).toHaveFocus())
    act(() => void editor.undo())
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Price agreed', 'Date agreed'])
  })

  it('takes several milestones pasted at once, and lets an empty one go by Backspace', async () => {
    const { editor, user } = openInspector(standard(), [stage('Proposal')])
    await opened(user, /^Guidance/)
    await user.click(screen.getByRole('button', { name: 'Add a milestone' }))
    await user.click(await screen.findByRole('textbox', { name: 'Milestone 1' }))
    await user.paste('- Budget named\n- Sponsor met\n')
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Budget named', 'Sponsor met'])
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Milestone 2' })).toHaveFocus())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Milestone 3' })).toHaveFocus())
    await user.keyboard('{Backspace}')
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Budget named', 'Sponsor met'])
  })

  it('says in words how stays vary and how many deals rot', async () => {
    const { user } = openInspector(
      aProcess().stage('Lead', 10, {
        maxDurationDays: 10,
        simulation: { duration: { kind: 'exponential', mean: 10 } },
      }),
      [stage('Lead')],
    )
    await opened(user, /Durations/)
    expect(
      screen.getByText(
        'Half of the deals leave within 6.9 days, nine of ten within 23 days. 37% stay longer than 10 days and rot.',
      ),
    ).toBeVisible()
  })

  it('shows how the probability that the exits imply came about', async () => {
    const { editor, user } = openInspector(standard(), [stage('Negotiation')])
    act(() => {
      editor.dispatch('updateTransition', { transitionId: '* → Lost', changes: { weight: 3 } })
      editor.dispatch('updateTransition', { transitionId: 'Negotiation → Won', changes: { weight: 1 } })
    })
    await user.click(screen.getByRole('button', { name: 'How this came about' }))
    expect(screen.getByText('25 %')).toBeVisible()
    expect(screen.getByText('At first')).toBeVisible()
  })

  it('says which stages it grew out of, by name', async () => {
    const process = standard()
      .stage('Offer', 30, { lineage: ['Proposal', 'demo-7'] })
      .process({ revision: 1 })
    const { editor, user } = openInspector(process, [stage('Offer')])
    await opened(user, /^Notes/)
    const list = screen.getByRole('list', { name: 'Grew out of' })
    expect(list).toHaveTextContent('Proposal')
    expect(list).toHaveTextContent('demo-7not known here')
    await user.click(screen.getByRole('button', { name: 'Remove demo-7' }))
    expect(stageOf(editor, 'Offer').lineage).toEqual(['Proposal'])
    act(() => editor.select([stage('Proposal')]))
    expect(screen.getByText('Grown out of this stage: Offer.')).toBeVisible()
  })

  it('lists everything that names it, each place the way there', async () => {
    const { ui, user } = openInspector(standard(), [stage('Proposal')])
    await opened(user, /^Used in/)
    const list = within(screen.getByRole('list', { name: 'Used in 2 places' }))
    await user.click(list.getByRole('button', { name: 'Qualification → Proposal' }))
    expect(ui.details.at(-1)).toEqual({
      element: { kind: 'transition', id: 'Qualification → Proposal' },
      field: 'toStageId',
    })
  })

  it('says where else a required field is used', async () => {
    const process = aProcess()
      .stage('Lead', 10, { requiredFields: ['amount'] })
      .stage('Offer', 20, { requiredFields: ['amount'] })
    const { ui, user } = openInspector(process, [stage('Lead')])
    await opened(user, /^Required fields/)
    await user.click(screen.getByRole('button', { name: 'Amount: Also used in 1 place' }))
    await user.click(screen.getByRole('button', { name: 'Offer' }))
    expect(ui.details.at(-1)).toEqual({ element: stage('Offer'), field: 'requiredFields' })
  })

  it('cannot be changed while reading only, and says why', () => {
    openInspector(standard(), [stage('Proposal')], { readOnly: 'Another tab has this draft.' })
    expect(screen.getByText('Another tab has this draft.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly')
    expect(screen.getByRole('switch', { name: 'Active' })).toBeDisabled()
  })

  it('escalates deals that stay too long, to whom it says', async () => {
    const { editor, user } = openInspector(standard(), [stage('Qualification')])
    await opened(user, /^Durations/)
    const days = screen.getByRole('textbox', { name: /^Escalate after/ })
    await retype(user, days, '21')
    await user.type(
      within(screen.getByRole('list', { name: 'Escalate to' }).parentElement as HTMLElement).getByRole(
        'combobox',
      ),
      'director{Enter}',
    )
    expect(stageOf(editor, 'Qualification').escalation).toEqual({
      after_days: 21,
      tell: [
        { kind: 'manager_of_owner', ref: '' },
        { kind: 'role', ref: 'sales_director' },
      ],
    })
    await user.clear(days)
    expect(stageOf(editor, 'Qualification')).not.toHaveProperty('escalation')
  })

  it('locks fields while a deal is there, and the deal while it waits', async () => {
    const { editor, user } = openInspector(
      standard().stage('Qualification', { requiresApproval: true, approvalWorkflowId: 'discount' }),
      [stage('Qualification')],
    )
    await opened(user, /^Required fields/)
    await user.type(screen.getByRole('combobox', { name: 'Lock a field' }), 'amount{Enter}')
    await opened(user, /^Approval/)
    await user.click(screen.getByRole('switch', { name: /^Lock the deal while it waits/ }))
    expect(stageOf(editor, 'Qualification')).toMatchObject({
      lockedFields: ['amount'],
      lockWhilePending: true,
    })
    await user.click(screen.getByRole('button', { name: 'Remove Amount' }))
    expect(stageOf(editor, 'Qualification')).not.toHaveProperty('lockedFields')
  })
})
