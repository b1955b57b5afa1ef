import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../../domain/process/reference.ts'
import { type CompanyTemplate, contentForTemplate } from '../../domain/templates/companyTemplate.ts'
import { RuleBuilderContext, type RuleBuilderProps } from '../../editor/ruleBuilder.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import type { WizardKeep } from './keptWizard.ts'
import { Wizard } from './Wizard.tsx'

function aKeep(): WizardKeep & { content: string | null } {
  return {
    content: null,
    read() {
      return this.content
    },
    write(content) {
      this.content = content
    },
  }
}

/** Stands in for the rule builder, which is a room of its own. */
function PlainRule({ label, onChange }: RuleBuilderProps) {
  return (
    <button type="button" onClick={() => onChange({ '>': [{ var: 'amount' }, 0] })}>
      {label}: amount above 0
    </button>
  )
}

const reference: ReferenceData = {
  ...emptyReferenceData,
  fields: {
    amount: {
      id: 'f1',
      companyId: 'company',
      key: 'amount',
      label: 'Amount',
      type: 'currency',
      options: [],
      isRequired: false,
    },
  },
  approvalWorkflows: {
    discount: {
      id: 'discount',
      companyId: 'company',
      workflowName: 'Discount',
      isActive: true,
      steps: [
        {
          name: 'Sales manager',
          approver: { kind: 'role', ref: 'sales_manager' },
          mode: 'any',
          quorum: null,
          allow_delegation: false,
          sla_hours: 24,
          on_timeout: 'escalate',
        },
      ],
    },
  },
}

const ours: CompanyTemplate = {
  id: 't1',
  companyId: 'company',
  templateName: 'Field sales',
  description: 'For teams on the road',
  category: '',
  document: contentForTemplate(standard().document),
}

let number = 0
function open(keep = aKeep()) {
  const onCreate = vi.fn<Create>()
  const onHeading = vi.fn<(heading: string) => void>()
  const onDiscard = vi.fn()
  render(
    <HouseTheme>
      <RuleBuilderContext value={PlainRule}>
        <Wizard
          keep={keep}
          newId={() => `w-${++number}`}
          now={() => '2026-11-21T09:00:00.000Z'}
          companyId="company"
          actorId="ada"
          reference={reference}
          ownTemplates={[ours]}
          taken={{ names: new Set(['Renewal']), codes: new Set(['RENEWAL']) }}
          preview={(document) => <p>{Object.keys(document.stages).length} in the preview</p>}
          importDialog={({ onImported }) => (
            <button
              type="button"
              onClick={() => onImported(standard().document, { format: 'hubspot', files: 'deals.json' })}
            >
              Import it
            </button>
          )}
          onHeading={onHeading}
          onCreate={onCreate}
          onDiscard={onDiscard}
        />
      </RuleBuilderContext>
    </HouseTheme>,
  )
  return { keep, onCreate, onDiscard, onHeading, user: userEvent.setup() }
}

type User = ReturnType<typeof userEvent.setup>
const next = (user: User) => user.click(screen.getByRole('button', { name: 'Continue' }))
const titles = [
  'Start',
  'Stages',
  'Probabilities and durations',
  'Transitions',
  'Rules and required fields',
  'Approvals',
  'Check and publish',
]
const headingOf = (name: string) => `Step ${titles.indexOf(name) + 1} of 7: ${name}`
const step = (name: string) => screen.getByRole('heading', { level: 2, name: headingOf(name) })
const name = () => screen.getByRole('textbox', { name: /^Name/ })
type Create = (document: ProcessDocument, then: 'open' | 'publish') => void
const created = (onCreate: ReturnType<typeof vi.fn<Create>>) => {
  const document = onCreate.mock.calls[0]?.[0]
  if (!document) throw new Error('Nothing was created.')
  return document
}

const begin = async (user: User, called: string, start = /A blank process/) => {
  await user.click(await screen.findByRole('radio', { name: start }))
  await user.clear(name())
  await user.type(name(), called)
  await next(user)
}

describe('the wizard', () => {
  it('makes a process from nothing, step by step', async () => {
    const { user, onCreate, onHeading } = open()
    await user.click(screen.getByRole('radio', { name: /A blank process/ }))
    await user.type(name(), 'Inside sales')
    expect(screen.getByRole('textbox', { name: /^Code/ })).toHaveValue('INSIDE_SALES')
    await next(user)
    expect(step('Stages')).toHaveFocus()
    expect(onHeading).toHaveBeenLastCalledWith('Step 2 of 7: Stages')

    for (const kind of ['open', 'open', 'won', 'lost'])
      await user.click(screen.getByRole('button', { name: `Add ${kind} stage` }))
    const field = screen.getByRole('textbox', { name: 'Stage of New stage' })
    await user.clear(field)
    await user.type(field, 'Qualified{Enter}')
    await next(user)
    await user.type(screen.getByRole('textbox', { name: 'Usual days of Qualified' }), '10{Enter}')
    await user.click(screen.getByRole('button', { name: 'Set most days to twice the usual' }))
    await user.click(screen.getByRole('button', { name: 'Let probabilities rise evenly' }))
    await next(user)
    await user.click(screen.getByRole('button', { name: 'Connect in order' }))
    await next(user)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Add a required field…' }), 'Amount')
    await user.click(screen.getByRole('button', { name: 'Add a rule for entering' }))
    await user.type(screen.getByRole('textbox', { name: /^Name of the rule/ }), 'Has an amount')
    await user.click(screen.getByRole('button', { name: 'Must hold: amount above 0' }))
    await user.type(screen.getByRole('textbox', { name: /^What people are told/ }), 'Enter an amount.')
    await next(user)
    await user.selectOptions(screen.getByRole('combobox', { name: 'New stage 2' }), 'Discount')
    expect(screen.getByRole('list', { name: 'Steps of Discount' })).toHaveTextContent(
      'Sales manager, within 24 hours',
    )
    await next(user)
    expect(step('Check and publish')).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Create and open' }))

    const document = created(onCreate)
    expect(onCreate.mock.calls[0]?.slice(1)).toEqual(['open', null])
    expect(document.process).toMatchObject({ processName: 'Inside sales', processCode: 'INSIDE_SALES' })
    expect(Object.keys(document.transitions)).toHaveLength(3)
    const [first, second] = stagesInOrder(document)
    expect(first).toMatchObject({
      stageName: 'Qualified',
      defaultProbability: 35,
      averageDurationDays: 10,
      maxDurationDays: 20,
      requiredFields: ['amount'],
      validationRules: [
        { name: 'Has an amount', check: { '>': [{ var: 'amount' }, 0] }, message: 'Enter an amount.' },
      ],
    })
    expect(second).toMatchObject({ requiresApproval: true, approvalWorkflowId: 'discount' })
  })

  it('begins from a template of the company, under ids of its own', async () => {
    const { user, onCreate } = open()
    await begin(user, 'North', /Field sales/)
    for (let more = 0; more < 5; more += 1) await next(user)
    await user.click(screen.getByRole('button', { name: 'Create and open' }))
    const document = created(onCreate)
    expect(document.process.processName).toBe('North')
    expect(stagesInOrder(document)[0]?.stageName).toBe('Qualification')
    expect(Object.keys(document.stages)).not.toContain('stage-1')
  })

  it('says what is missing, all at once, and where', async () => {
    const { user } = open()
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('Choose what to start from.')
    expect(screen.getByRole('alert')).toHaveTextContent('Give the process a name.')
    await user.click(screen.getByRole('radio', { name: /A blank process/ }))
    await user.type(name(), 'Renewal')
    await user.clear(screen.getByRole('textbox', { name: /^Code/ }))
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('There is a process called “Renewal” already.')
    await user.click(screen.getByRole('link', { name: /There is a process called/ }))
    expect(name()).toHaveFocus()
    expect(name()).toBeInvalid()
  })

  it('keeps a name that was cleared in its cell from being left behind', async () => {
    const { user } = open()
    await begin(user, 'Cleared', /Standard six/)
    await user.clear(screen.getByRole('textbox', { name: 'Stage of Proposal' }))
    await next(user)
    expect(step('Stages')).toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: 'Stage of Proposal: Enter a stage name.' }))
    const field = screen.getByRole('textbox', { name: 'Stage of Proposal' })
    expect(field).toHaveFocus()
    await user.type(field, 'Offer')
    await next(user)
    expect(step('Probabilities and durations')).toHaveFocus()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('suggests the name of the template, until one is given', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('radio', { name: /Standard six/ }))
    expect(name()).toHaveValue('Standard six')
    await user.click(screen.getByRole('radio', { name: /Field sales/ }))
    expect(name()).toHaveValue('Field sales')
    expect(screen.getByRole('textbox', { name: /^Code/ })).toHaveValue('FIELD_SALES')
    await user.click(screen.getByRole('radio', { name: /A blank process/ }))
    expect(name()).toHaveValue('')
    await user.type(name(), 'North')
    await user.click(screen.getByRole('radio', { name: /Field sales/ }))
    expect(name()).toHaveValue('North')
    await next(user)
    expect(screen.getByRole('button', { name: /^Undo:/ })).toHaveAccessibleName(/North/)
  })

  it('keeps a rule that says nothing from being left behind', async () => {
    const { user } = open()
    await begin(user, 'Ruled', /Standard six/)
    for (let more = 0; more < 3; more += 1) await next(user)
    await user.click(screen.getByRole('button', { name: 'Add a rule for leaving' }))
    await next(user)
    expect(step('Rules and required fields')).toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: 'Name the new rule of Prospecting.' }))
    expect(screen.getByRole('textbox', { name: /^Name of the rule/ })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove Unnamed rule' }))
    await next(user)
    expect(step('Approvals')).toHaveFocus()
  })

  it('goes back without losing anything, and marks the way', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('radio', { name: /Standard six/ }))
    expect(screen.getByText('6 in the preview')).toBeInTheDocument()
    await user.clear(name())
    await user.type(name(), 'Second try')
    await next(user)
    await next(user)
    await user.click(screen.getByRole('button', { name: 'Back' }))
    const current = screen
      .getAllByRole('listitem')
      .find((item) => item.getAttribute('aria-current') === 'step')
    expect(current).toHaveTextContent('Stages')
    await user.click(screen.getByRole('button', { name: /^Start, completed/ }))
    expect(await screen.findByRole('radio', { name: /Standard six/ })).toBeChecked()
    expect(name()).toHaveValue('Second try')
  })

  it('keeps what a cell refused, and why, while one is at another step', async () => {
    const { user, onCreate } = open()
    await begin(user, 'Second try', /Standard six/)
    await next(user)
    const days = () => screen.getByRole('textbox', { name: 'Usual days of Prospecting' })
    const back = () => user.click(screen.getByRole('button', { name: 'Back' }))
    await user.clear(days())
    await user.type(days(), 'two weeks')
    await back()
    await next(user)
    expect(days()).toHaveValue('two weeks')
    expect(days()).toHaveAccessibleDescription(/Enter a number of days/)
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('Usual days of Prospecting')
    await back()
    expect(screen.queryByRole('alert')).toBeNull()
    await next(user)
    expect(step('Probabilities and durations')).toHaveFocus()
    expect(screen.getByRole('alert')).toHaveTextContent('Usual days of Prospecting')

    await user.clear(days())
    await user.type(days(), '14')
    for (let more = 0; more < 4; more += 1) await next(user)
    await user.click(screen.getByRole('button', { name: /^Probabilities and durations/ }))
    await user.clear(days())
    await user.type(days(), 'two weeks')
    await user.click(screen.getByRole('button', { name: /^Check and publish/ }))
    await user.click(screen.getByRole('button', { name: 'Create and open' }))
    expect(onCreate).not.toHaveBeenCalled()
    expect(step('Probabilities and durations')).toHaveFocus()
    expect(screen.getByRole('alert')).toHaveTextContent('Usual days of Prospecting')
  })

  it('keeps what a cell refused, and why, while it is closed', async () => {
    const { user, keep } = open()
    await begin(user, 'Second try', /Standard six/)
    await next(user)
    const days = () => screen.getByRole('textbox', { name: 'Usual days of Prospecting' })
    await user.clear(days())
    await user.type(days(), 'two weeks{Enter}')
    cleanup()
    open(keep)
    expect(days()).toHaveValue('two weeks')
    expect(days()).toHaveAccessibleDescription(/Enter a number of days/)
    expect(screen.queryByRole('alert')).toBeNull()
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('Usual days of Prospecting')
    await user.clear(days())
    await user.type(days(), '14{Enter}')
    cleanup()
    open(keep)
    expect(days()).toHaveValue('14')
  })

  it('waits where it was left', async () => {
    const { user, keep } = open()
    await begin(user, 'Half done', /Standard six/)
    cleanup()
    open(keep)
    expect(step('Stages')).toBeInTheDocument()
    expect(screen.getByText('6 in the preview')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(name()).toHaveValue('Half done')
  })

  it('begins anew where what was kept cannot be read', () => {
    const keep = aKeep()
    keep.content = '{"version":2,"step":"st'
    open(keep)
    expect(step('Start')).toBeInTheDocument()
  })

  it('takes a file, and its name where none was given', async () => {
    const { user } = open()
    await user.click(screen.getByRole('radio', { name: /A file from your CRM/ }))
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a file to import')
    await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
    await user.click(await screen.findByRole('button', { name: 'Import it' }))
    expect(screen.getByText('Imported: 5 stages')).toBeInTheDocument()
    expect(name()).toHaveValue('Enterprise sales')
  })

  it('shows what the checks say, with the answer at hand, leads to the step, and undoes by name', async () => {
    const { user, onCreate } = open()
    await begin(user, 'Checked', /Standard six/)
    await next(user)
    const probability = screen.getByRole('textbox', { name: 'Probability of Proposal' })
    await user.clear(probability)
    await user.type(probability, '5{Enter}')
    for (let more = 0; more < 4; more += 1) await next(user)
    expect(screen.getByText(/“?Proposal”?.*(falls|lower|decrease|below)/i)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^Probabilities and durations, completed/ }))
    expect(step('Probabilities and durations')).toHaveFocus()
    await user.click(screen.getByRole('button', { name: /^Undo: Change probability of “Proposal”/ }))
    await user.click(screen.getByRole('button', { name: /^Check and publish/ }))
    const left = screen.queryAllByText('Error:')
    expect(left.length === 0).toBe(screen.queryByRole('button', { name: 'Create and publish…' }) !== null)
    await user.click(screen.getByRole('button', { name: 'Create and open' }))
    await waitFor(() => expect(created(onCreate).process.processName).toBe('Checked'))
  })

  it('is discarded only after a question', async () => {
    const { user, onDiscard } = open()
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(onDiscard).not.toHaveBeenCalled()
    const question = await screen.findByRole('alertdialog', { name: 'Discard this new process?' })
    await user.click(question.querySelector('button:last-of-type') ?? question)
    expect(onDiscard).toHaveBeenCalled()
  })
})
