import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anEditor, aProcess, type ProcessBuilder, standard } from '../../../tests/kit/builders.ts'
import { anEditorUi } from '../../../tests/kit/editorUi.ts'
import { action, check, field, reference, workflow } from '../../../tests/kit/referenceData.ts'
import type { Logic } from '../../domain/process/rule.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import type { Editor, ElementRef } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Inspector } from './Inspector.tsx'
import { setSectionOpen } from './sections.ts'

const company = reference({
  actions: [
    action('mail', 'send_email', { parameters: { to: 'owner', subject: 'Moved' } }),
    action('task', 'create_task'),
  ],
  workflows: [workflow('discount')],
})

const stage = (id: string): ElementRef => ({ kind: 'stage', id })
const transition = (id: string): ElementRef => ({ kind: 'transition', id })

function open(
  process: ProcessBuilder,
  selection: readonly ElementRef[],
  options: Partial<EditorOptions> = {},
) {
  const editor = anEditor(process.document, {
    reference: company,
    permissions: ['override_probability'],
    ...options,
  })
  editor.select(selection)
  const { container } = render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <Inspector ui={anEditorUi()} headingId="heading" />
      </EditorProvider>
    </HouseTheme>,
  )
  return { editor, container, user: userEvent.setup() }
}

const documentOf = (editor: Editor) => editor.store.getState().document
const stageOf = (editor: Editor, id: string) => {
  const found = documentOf(editor).stages[id]
  if (!found) throw new Error(`There is no stage ${id}.`)
  return found
}
const steps = (editor: Editor) => editor.store.getState().undoStack.map(({ label }) => label)

/** Sections remember whether they are open, so a test opens what it needs. */
async function opened(user: ReturnType<typeof userEvent.setup>, name: RegExp | string) {
  const button = screen.getByRole('button', { name })
  if (button.getAttribute('aria-expanded') === 'false') await user.click(button)
}

async function retype(user: ReturnType<typeof userEvent.setup>, control: HTMLElement, text: string) {
  await user.clear(control)
  await user.type(control, text)
}

async function violations(container: HTMLElement) {
  // Colours need layout, which the tests of real pages have.
  const found = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

beforeEach(() => localStorage.clear())

describe('a stage', () => {
  it('takes a probability as it is typed, as one step of undo', async () => {
    const { editor, user } = open(standard(), [stage('Proposal')])
    const probability = screen.getByRole('textbox', { name: 'Probability' })
    await retype(user, probability, '45')
    expect(stageOf(editor, 'Proposal').defaultProbability).toBe(45)
    await user.tab()
    expect(steps(editor)).toEqual(['Change probability of “Proposal” to 45 %'])
    act(() => void editor.undo())
    expect(probability).toHaveValue('50')
  })

  it('merges typing in one field, and begins a new step after leaving it', async () => {
    const { editor, user } = open(standard(), [stage('Proposal')])
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.type(name, ' sent')
    await user.tab()
    expect(steps(editor)).toHaveLength(1)
    await user.type(name, '!')
    expect(steps(editor)).toHaveLength(2)
    expect(stageOf(editor, 'Proposal').stageName).toBe('Proposal sent!')
  })

  it('says that a text is no number and changes nothing', async () => {
    const { editor, user } = open(standard(), [stage('Proposal')])
    const probability = screen.getByRole('textbox', { name: 'Probability' })
    await retype(user, probability, 'half')
    expect(probability).toBeInvalid()
    expect(probability).toHaveAccessibleDescription('Error: This is not a number.')
    expect(stageOf(editor, 'Proposal').defaultProbability).toBe(50)
    await user.tab()
    expect(probability).toHaveValue('50')
  })

  it('shows what the linter says of a field beside it, and repairs it by the quick fix', async () => {
    const { editor, user } = open(
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
    const { editor, user } = open(falling, [stage('Offer')])
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
    open(falling, [stage('Offer')], { permissions: [] })
    expect(screen.queryByRole('button', { name: 'Justify…' })).toBeNull()
  })

  it('moves to another place in the order', async () => {
    const { editor, user } = open(standard(), [stage('Negotiation')])
    await retype(user, screen.getByRole('textbox', { name: 'Position' }), '1')
    expect(stageOf(editor, 'Negotiation').stageOrder).toBe(1)
    expect(stageOf(editor, 'Qualification').stageOrder).toBe(2)
  })

  it('takes color, kind and activity from one click each', async () => {
    const { editor, user } = open(standard(), [stage('Proposal')])
    await user.click(screen.getByRole('radio', { name: 'Purple' }))
    await user.click(screen.getByRole('switch', { name: 'Active' }))
    await user.click(screen.getByRole('radio', { name: 'Closed lost' }))
    expect(stageOf(editor, 'Proposal')).toMatchObject({ isActive: false, isClosedLost: true })
    expect(steps(editor)).toHaveLength(3)
    act(() => void editor.undo())
    expect(stageOf(editor, 'Proposal').color).toBe('purple')
  })

  it('finds required fields by search, and shows unknown ones so that they can be removed', async () => {
    const { editor, user } = open(aProcess().stage('Lead', 10, { requiredFields: ['shoe_size'] }), [
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
    const { editor, user } = open(aProcess().stage('Lead', 10, { averageDurationDays: 8 }), [stage('Lead')])
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
    const { editor, user } = open(standard(), [stage('Proposal')])
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
    const { editor, user } = open(standard(), [stage('Proposal')])
    await opened(user, /^Guidance/)
    await user.click(screen.getByRole('button', { name: 'Add an item' }))
    await user.type(screen.getByRole('textbox', { name: 'Item 1' }), 'Price agreed')
    await user.click(screen.getByRole('button', { name: 'Add an item' }))
    await user.type(screen.getByRole('textbox', { name: 'Item 2' }), 'Date agreed')
    await user.click(screen.getByRole('button', { name: 'Move Date agreed up' }))
    expect(stageOf(editor, 'Proposal').exitChecklist).toEqual(['Date agreed', 'Price agreed'])
  })

  it('cannot be changed while reading only, and says why', () => {
    open(standard(), [stage('Proposal')], { readOnly: 'Another tab has this draft.' })
    expect(screen.getByText('Another tab has this draft.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly')
    expect(screen.getByRole('switch', { name: 'Active' })).toBeDisabled()
  })
})

describe('rules', () => {
  const withRule = (logic: Logic) =>
    aProcess().stage('Lead', 10, {
      validationRules: [{ ...check('Large deal', logic), severity: 'error' }],
    })

  it('are written as JsonLogic, compared by the type of the field', async () => {
    const { editor, user } = open(aProcess().stage('Lead', 10), [stage('Lead')])
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
    const { editor, user } = open(withRule({ '!!': [{ var: 'industry' }] }), [stage('Lead')])
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
    const { editor, user } = open(withRule(nested), [stage('Lead')])
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
    const { editor, user } = open(withRule({ launch: ['rockets'] }), [stage('Lead')])
    await opened(user, /Validation rules/)
    expect(screen.getByText(/Unknown operator “launch”/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove Large deal' }))
    expect(stageOf(editor, 'Lead').validationRules).toEqual([])
  })

  it('of dates count from today', async () => {
    const { editor, user } = open(withRule({ '>=': [{ var: 'close_date' }, '2026-12-01'] }), [stage('Lead')])
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

describe('a transition', () => {
  it('says what the entered stage demands and leads there', async () => {
    const process = aProcess()
      .stage('Lead', 10)
      .stage('Offer', 40, {
        requiredFields: ['amount'],
        transitionRules: [{ ...check('Size', { '>': [{ var: 'seats' }, 5] }), kind: 'entry' }],
      })
      .connect('Lead', 'Offer')
    const { editor, user } = open(process, [transition('Lead → Offer')])
    expect(screen.getByText('Amount is filled in')).toBeVisible()
    expect(screen.getByText('Seats is more than 5')).toBeVisible()
    const [edit] = screen.getAllByRole('button', { name: 'Change at Offer' })
    if (!edit) throw new Error('The demands lead to their stage.')
    await user.click(edit)
    expect(editor.store.getState().session.selection).toEqual([stage('Offer')])
  })

  it('is reconnected, or tells why not and stays', async () => {
    const { editor, user } = open(standard(), [transition('Qualification → Proposal')])
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
    const { editor, user } = open(standard(), [transition('Qualification → Proposal')])
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
    const { editor, user } = open(standard(), [transition('Qualification → Proposal')])
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
    const { user } = open(standard(), [transition('Qualification → Proposal')])
    await opened(user, /^Share of deals/)
    expect(screen.getByText(/as the probabilities imply\.$/)).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Weight' }), '3')
    expect(screen.getByText('100% of the deals go this way, by weight.')).toBeVisible()
  })
})

describe('the process', () => {
  it('takes its details and policies', async () => {
    const { editor, user } = open(standard(), [])
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.clear(name)
    expect(name).toHaveAccessibleDescription('Error: A process needs a name.')
    await user.type(name, 'Partner sales')
    await user.click(screen.getByRole('switch', { name: 'Allow rework' }))
    await retype(user, screen.getByRole('textbox', { name: 'Close date of a new deal' }), '45')
    const { process } = documentOf(editor)
    expect(process.processName).toBe('Partner sales')
    expect(process.policies).toMatchObject({ allow_rework: true, default_close_offset_days: 45 })
    expect(steps(editor).at(-2)).toBe('Allow rework')
  })

  it('lists what was waived and takes it back', async () => {
    const { editor, user } = open(standard().waive('probability/decreases', 'Proposal'), [])
    await opened(user, /Waived problems/)
    expect(screen.getByText('Agreed with the sales director.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    expect(documentOf(editor).waivers).toEqual({})
  })
})

describe('several at once', () => {
  it('change together, as one step of undo', async () => {
    const { editor, user } = open(standard(), [
      stage('Qualification'),
      stage('Proposal'),
      stage('Negotiation'),
    ])
    expect(screen.getByRole('heading', { name: '3 selected' })).toBeVisible()
    const average = screen.getByRole('textbox', { name: 'Average' })
    await user.type(average, '14')
    await user.tab()
    expect(
      ['Qualification', 'Proposal', 'Negotiation'].map((id) => stageOf(editor, id).averageDurationDays),
    ).toEqual([14, 14, 14])
    expect(steps(editor)).toEqual(['Change average duration of 3 stages to 14 days'])
    act(() => void editor.undo())
    expect(stageOf(editor, 'Proposal').averageDurationDays).toBeNull()
  })

  it('say where they differ and change only when told to', async () => {
    const { editor, user } = open(standard(), [stage('Qualification'), stage('Proposal')])
    const probability = screen.getByRole('textbox', { name: 'Probability' })
    expect(probability).toHaveValue('')
    expect(probability).toHaveAttribute('placeholder', 'Mixed')
    await user.click(probability)
    await user.tab()
    expect(steps(editor)).toEqual([])
  })

  it('share required fields without losing their own', async () => {
    const process = aProcess()
      .stage('Lead', 10, { requiredFields: ['amount', 'region'] })
      .stage('Offer', 20, { requiredFields: ['amount'] })
    const { editor, user } = open(process, [stage('Lead'), stage('Offer')])
    await user.type(screen.getByRole('combobox', { name: 'Add a required field to all' }), 'seats{Enter}')
    await user.click(screen.getByRole('button', { name: 'Remove Amount' }))
    expect(stageOf(editor, 'Lead').requiredFields).toEqual(['region', 'seats'])
    expect(stageOf(editor, 'Offer').requiredFields).toEqual(['seats'])
  })

  it('works for transitions', async () => {
    const { editor, user } = open(standard(), [
      transition('Qualification → Proposal'),
      transition('Proposal → Negotiation'),
    ])
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trigger' }), 'Automatic')
    const { transitions } = documentOf(editor)
    expect(transitions['Proposal → Negotiation']?.isAutomatic).toBe(true)
    expect(transitions['Qualification → Proposal']?.isAutomatic).toBe(true)
    expect(steps(editor)).toEqual(['Change Trigger of 2 transitions'])
  })
})

describe('the way in and out', () => {
  it('opens the section of the field that was asked for and focuses it, once', async () => {
    const editor = anEditor(standard().document, { reference: company })
    editor.select([stage('Proposal')])
    setSectionOpen('stage.durations', false)
    const granted = vi.fn()
    const panel = (wish: { field: string | null; at: number } | null) => (
      <HouseTheme>
        <EditorProvider editor={editor}>
          <Inspector ui={anEditorUi()} wish={wish} onWishGranted={granted} />
        </EditorProvider>
      </HouseTheme>
    )
    const { rerender } = render(panel({ field: 'maxDurationDays', at: 1 }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Maximum' })).toHaveFocus())
    expect(granted).toHaveBeenCalledOnce()
    rerender(panel({ field: null, at: 2 }))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Proposal' })).toHaveFocus())
  })

  it('leaves by Escape to where one came from', async () => {
    const { editor, user } = open(standard(), [stage('Proposal')])
    await user.click(screen.getByRole('textbox', { name: 'Name' }))
    await user.keyboard('{Escape}')
    expect(editor.store.getState().session.reveal).toMatchObject({ element: stage('Proposal'), focus: true })
  })
})

describe('for everyone', () => {
  const rich = () =>
    aProcess()
      .stage('Lead', 10, {
        requiredFields: ['amount', 'shoe_size'],
        validationRules: [{ ...check('Large', { '>=': [{ var: 'amount' }, 5] }), severity: 'error' }],
        exitChecklist: ['Called'],
        requiresApproval: true,
        simulation: { duration: { kind: 'gamma', mean: 4, standard_deviation: 2 } },
      })
      .stage('Won', { won: true })
      .connect('Lead', 'Won', { actions: [{ action_code: 'MAIL', parameters: {} }] })

  it.each<[string, readonly ElementRef[]]>([
    ['a process', []],
    ['a stage', [stage('Lead')]],
    ['a transition', [transition('Lead → Won')]],
    ['several', [stage('Lead'), stage('Won'), transition('Lead → Won')]],
  ])('breaks no rule of accessibility with everything of %s open', async (_, selection) => {
    const { container, user } = open(rich(), selection)
    for (let round = 0; round < 2; round += 1)
      for (const button of screen.queryAllByRole('button', { expanded: false }))
        if (button.textContent !== '') await user.click(button)
    expect(await violations(container)).toEqual([])
  })

  it('reads fields of other companies without losing them', async () => {
    const { editor, user } = open(
      aProcess().stage('Lead', 10, {
        validationRules: [{ ...check('Odd', { '==': [{ var: 'moon_phase' }, 'full'] }), severity: 'error' }],
      }),
      [stage('Lead')],
      { reference: reference({ fields: [field('amount', 'currency')] }) },
    )
    await opened(user, /Validation rules/)
    await opened(user, /^Odd/)
    expect(screen.getByRole('combobox', { name: 'Condition 1, field' })).toHaveDisplayValue(
      'moon_phase (unknown)',
    )
    expect(stageOf(editor, 'Lead').validationRules[0]?.check).toEqual({
      '==': [{ var: 'moon_phase' }, 'full'],
    })
  })
})
