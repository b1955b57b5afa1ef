import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, type ProcessBuilder, standard } from '../../../tests/kit/builders.ts'
import { check, reference, step, workflow } from '../../../tests/kit/referenceData.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Simulate } from './Simulate.tsx'

const company = reference({ workflows: [workflow('discount', { steps: [step()] })] })

const gated = standard().stage('Proposal', 50, {
  stageOrder: 2,
  requiredFields: ['budget_confirmed'],
  validationRules: [
    { ...check('Large enough', { '>=': [{ var: 'amount' }, 1_000] }, 'Too small.'), severity: 'error' },
  ],
})

function show(process: ProcessBuilder) {
  const editor = anEditor(process.document, { reference: company })
  const onDesign = vi.fn()
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Simulate onDesign={onDesign} />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, onDesign, user: userEvent.setup() }
}

const exit = (name: string) => within(screen.getByRole('listitem', { name: new RegExp(`${name}$`) }))
const now = () => screen.getByRole('heading', { name: /^Now in/ })

async function begin(process: ProcessBuilder) {
  const room = show(process)
  await room.user.click(screen.getByRole('button', { name: 'Start the walk' }))
  return room
}

describe('walking a deal', () => {
  it('to the end by its exits, with every step in the list', async () => {
    const { user } = await begin(standard())
    expect(now()).toHaveTextContent('Now in Qualification')
    await user.click(exit('Proposal').getByRole('button', { name: /Move to Proposal/ }))
    expect(now()).toHaveFocus()
    await user.click(exit('Negotiation').getByRole('button', { name: /Move to Negotiation/ }))
    await user.click(exit('Won').getByRole('button', { name: /Move to Won/ }))
    expect(screen.getByRole('heading', { name: 'The deal is won' })).toBeVisible()
    expect(screen.getByText('From Negotiation to Won.')).toBeVisible()
  })

  it('by digits as well, never while typing', async () => {
    const { user } = await begin(standard())
    await user.keyboard('1')
    expect(now()).toHaveTextContent('Now in Proposal')
    await user.click(screen.getByLabelText('Amount'))
    await user.keyboard('1')
    expect(now()).toHaveTextContent('Now in Proposal')
  })

  it('says why an exit is blocked, with the part that fails and its value, and opens it when that is put right', async () => {
    const { user } = await begin(gated)
    expect(exit('Proposal').getByText('Blocked')).toBeVisible()
    expect(exit('Proposal').getByText('Fill in Budget confirmed: “Proposal” requires it.')).toBeVisible()
    expect(exit('Proposal').getByText('Too small.')).toBeVisible()
    expect(exit('Proposal').getByText(/Amount is at least 1,000/)).toBeVisible()
    expect(exit('Proposal').getByText(/Amount is empty/)).toBeVisible()

    await user.selectOptions(exit('Proposal').getByLabelText(/Budget confirmed/), 'Yes')
    const amount = exit('Proposal').getByLabelText(/Amount/)
    await user.type(amount, '5000{Enter}')
    expect(amount).toHaveFocus()
    expect(exit('Proposal').getByText('Open')).toBeVisible()
    await user.click(exit('Proposal').getByRole('button', { name: /Move to Proposal/ }))
    expect(now()).toHaveTextContent('Now in Proposal')
  })

  it('tries a blocked move anyway and writes it down', async () => {
    const { user } = await begin(gated)
    await user.click(exit('Proposal').getByRole('button', { name: /Try it anyway/ }))
    expect(now()).toHaveTextContent('Now in Qualification')
    expect(screen.getByText(/The move to Proposal is blocked/)).toBeVisible()
  })

  it('asks for an approval and decides it as any role', async () => {
    const process = standard().stage('Proposal', 50, {
      stageOrder: 2,
      requiresApproval: true,
      approvalWorkflowId: 'discount',
    })
    const { user } = await begin(process)
    await user.click(exit('Proposal').getByRole('button', { name: /Ask for approval/ }))
    await user.selectOptions(exit('Proposal').getByLabelText('Decide as'), 'Auditor')
    await user.click(exit('Proposal').getByRole('button', { name: 'Approve' }))
    expect(screen.getByText('“Sales director” waits for director, not for auditor.')).toBeVisible()
    await user.selectOptions(exit('Proposal').getByLabelText('Decide as'), 'Director')
    await user.click(exit('Proposal').getByRole('button', { name: 'Approve' }))
    expect(now()).toHaveTextContent('Now in Proposal')
  })

  it('plays as somebody where a move is kept for some', async () => {
    const { user } = await begin(
      standard().connect('Qualification', 'Won', {
        id: 'drop',
        runBy: [{ kind: 'role', ref: 'sales_director' }],
      }),
    )
    await user.selectOptions(screen.getByRole('combobox', { name: 'Play as' }), 'Auditor')
    expect(
      exit('Won').getByText('Only sales director can run “Qualification → Won”. Ask one of them.'),
    ).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Play as' }), 'Sales director')
    await user.click(exit('Won').getByRole('button', { name: /Move to Won/ }))
    expect(screen.getByText('Sales director: From Qualification to Won.')).toBeVisible()
  })

  it('is locked while it waits, recalled, and escalated when it stays', async () => {
    const { user } = await begin(
      standard()
        .stage('Qualification', 20, {
          stageOrder: 1,
          lockedFields: ['seats'],
          escalation: { after_days: 5, tell: [{ kind: 'owner', ref: '' }] },
        })
        .stage('Proposal', 50, {
          stageOrder: 2,
          requiresApproval: true,
          approvalWorkflowId: 'discount',
          lockWhilePending: true,
        }),
    )
    expect(screen.getByRole('textbox', { name: 'Amount' })).not.toHaveAttribute('readonly')
    await user.click(exit('Proposal').getByRole('button', { name: /Ask for approval/ }))
    expect(screen.getByRole('textbox', { name: 'Amount' })).toHaveAttribute('readonly')
    expect(
      screen.getByText(
        'The deal is locked while it waits for approval to enter “Proposal”. Recall the approval to change it.',
      ),
    ).toBeVisible()
    await user.click(exit('Proposal').getByRole('button', { name: 'Recall' }))
    await user.click(screen.getByRole('button', { name: /^Other fields/ }))
    expect(screen.getByRole('textbox', { name: 'Seats' })).toHaveAccessibleDescription(
      '“Qualification” locks Seats: it can be changed before and after, not here.',
    )
    expect(screen.getByText('The approval is recalled.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Amount' })).not.toHaveAttribute('readonly')
    await user.click(screen.getByRole('button', { name: 'Let pass' }))
    expect(screen.getByText('After 5 days in “Qualification” this is escalated to the owner.')).toBeVisible()
    expect(screen.getByText('escalated')).toBeVisible()
  })

  it('goes back a step, to the start, and on from an earlier step beside the old walk', async () => {
    const { user } = await begin(standard())
    await user.keyboard('11')
    expect(now()).toHaveTextContent('Now in Negotiation')
    await user.click(screen.getByRole('button', { name: 'Undo step' }))
    expect(now()).toHaveTextContent('Now in Proposal')
    await user.click(screen.getByRole('button', { name: /Go on from here.*step 0/ }))
    expect(now()).toHaveTextContent('Now in Qualification')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Walk' }), 'Walk 1')
    expect(now()).toHaveTextContent('Now in Proposal')
    await user.click(screen.getByRole('button', { name: 'Restart' }))
    expect(now()).toHaveTextContent('Now in Qualification')
  })

  it('lets days pass until something happens by itself', async () => {
    const process = standard().connect('Qualification', 'Lost', {
      id: 'stale',
      isAutomatic: true,
      afterDays: 5,
    })
    const { user } = await begin(process)
    await user.click(screen.getByRole('button', { name: 'Let pass' }))
    expect(screen.getByText('Moves by itself from Qualification to Lost.')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'The deal is lost' })).toBeVisible()
  })

  it('needs a stage to start in, and leads to where stages are made', async () => {
    const { user, onDesign } = show(
      standard()
        .stage('Qualification', { isActive: false })
        .stage('Proposal', { isActive: false })
        .stage('Negotiation', { isActive: false }),
    )
    expect(screen.getByRole('heading', { name: 'There is no open stage to start in' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Go to the design' }))
    expect(onDesign).toHaveBeenCalledOnce()
  })
})

it('has no accessibility fault, blocked or closed', async () => {
  const { user } = await begin(gated)
  const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
  expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  await user.keyboard('2')
  expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
})

describe('scenarios', () => {
  it('are saved from a walk, run after every edit and removed again', async () => {
    const { user, editor } = await begin(standard())
    await user.keyboard('1')
    await user.click(screen.getByRole('button', { name: 'Save as scenario…' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Save this walk as a scenario' }))
    expect(dialog.getByText('It passes now.')).toBeVisible()
    await user.clear(dialog.getByRole('textbox', { name: /Name/ }))
    await user.click(dialog.getByRole('button', { name: 'Save scenario' }))
    expect(
      screen.getByRole('link', { name: 'Give the scenario a name.' }).closest('[tabindex]'),
    ).toHaveFocus()
    await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'To proposal')
    await user.click(dialog.getByRole('button', { name: 'Save scenario' }))
    expect(await screen.findByText('1 of 1 pass')).toBeVisible()

    act(
      () =>
        void editor.dispatch('updateStage', { stageId: 'Proposal', changes: { requiredFields: ['amount'] } }),
    )
    expect(screen.getByText('0 of 1 pass')).toBeVisible()
    expect(screen.getByText(/The deal ends in “Qualification”, expected was “Proposal”/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Expect this instead: To proposal' }))
    expect(screen.getByText('1 of 1 pass')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove: To proposal' }))
    expect(screen.getByText('No scenario yet')).toBeVisible()
  })
})
