import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { AtAddress } from '../../../tests/kit/AtAddress.tsx'
import { standardFields, step, workflow } from '../../../tests/kit/referenceData.ts'
import { ruleSentence } from '../../domain/engine/ruleSentence.ts'
import { masked } from '../../domain/process/masking.ts'
import { RuleBuilderContext, type RuleBuilderProps } from '../../editor/ruleBuilder.ts'
import { activity, resetAnnouncer } from '../../ui/announcer/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ApprovalDesigner, type WorkflowDraft } from './index.ts'
import type { KnownPeople } from './people.ts'

/** Stands for the rule builder: it shows the sentence and can set one other condition. */
function PlainRule({ value, fields, label, onChange }: RuleBuilderProps) {
  const byKey = Object.fromEntries(fields.map((field) => [field.key, field]))
  return (
    <fieldset>
      <legend>{label}</legend>
      <p>{ruleSentence(value, byKey)}</p>
      <button type="button" onClick={() => onChange({ '>': [{ var: 'amount' }, 500] })}>
        More than 500
      </button>
    </fieldset>
  )
}

const manager = step({
  name: 'Manager',
  approver: { kind: 'manager_of_owner', ref: '' },
  sla_hours: 24,
  on_timeout: 'escalate',
  escalate_to: 'sales_director',
})
const director = step({
  name: 'Director',
  approver: { kind: 'role', ref: 'sales_director' },
  condition: { '>': [{ var: 'amount' }, 10_000] },
})
const discount = workflow('discount', { steps: [manager, director] })

interface Given {
  readonly workflow?: WorkflowDraft | null
  readonly isNew?: boolean
  readonly readOnly?: boolean
  readonly refusal?: string
  readonly people?: KnownPeople | null
  readonly whyNoCondition?: string | null
}

const ada = {
  id: 'u1',
  email: 'ada@demo.example',
  display_name: 'Ada Stone',
  role: 'sales_director',
} as const
const ben = { id: 'u2', email: 'ben@demo.example', display_name: 'Ben Hill', role: 'auditor' } as const

function open({
  workflow: given = discount,
  isNew = given === null,
  readOnly = false,
  refusal,
  people = { all: [ada, ben], kept: false },
  whyNoCondition = null,
}: Given = {}) {
  const saved: WorkflowDraft[] = []
  let closed = 0
  const designer = (
    <HouseTheme>
      <RuleBuilderContext value={PlainRule}>
        <ApprovalDesigner
          workflow={given}
          isNew={isNew}
          fields={standardFields}
          people={people}
          uses={{
            processes: [
              {
                processId: 'p',
                processName: 'Enterprise sales',
                draft: true,
                uses: [{ kind: 'stage', id: 's', name: 'Proposal' }],
              },
            ],
            actions: ['Ask the desk'],
            failure: null,
          }}
          addressOf={(processId, use) => `/processes/${processId}?select=${use.kind}:${use.id}`}
          readOnly={readOnly}
          whyNoCondition={whyNoCondition}
          onSave={async (draft) => {
            saved.push(draft)
            return refusal ?? null
          }}
          onClose={() => {
            closed += 1
          }}
          frame={(content, leave) => (
            <>
              <button type="button" onClick={leave}>
                Back
              </button>
              {content}
            </>
          )}
          guardsPage={false}
        />
      </RuleBuilderContext>
    </HouseTheme>
  )
  render(<AtAddress>{designer}</AtAddress>)
  return { user: userEvent.setup(), saved, closed: () => closed }
}

const steps = () =>
  within(screen.getByRole('list', { name: 'Steps' }))
    .getAllByRole('button', { expanded: false })
    .filter((button) => !button.hasAttribute('aria-haspopup'))
    .map((button) => button.textContent)

async function choose(user: ReturnType<typeof userEvent.setup>, item: string, action: RegExp) {
  await user.click(screen.getByRole('button', { name: `Actions for ${item}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

beforeEach(resetAnnouncer)

describe('designing a workflow whose conditions are hidden', () => {
  const hidden = step({ ...director, condition: masked })
  const whyNoCondition = 'Your company hides this. So a new step is always asked.'

  it('sends back what is hidden, and asks a new or copied step always', async () => {
    const { user, saved } = open({ workflow: { ...discount, steps: [hidden] }, whyNoCondition })
    await choose(user, 'Director', /^Duplicate/)
    const when = screen.getByRole('textbox', { name: 'Asked' })
    expect(when).toHaveValue('Always')
    expect(when).toHaveAccessibleDescription(whyNoCondition)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(saved[0]?.steps.map(({ condition }) => condition)).toEqual([masked, undefined]),
    )
  })

  it('takes nothing hidden along into a copy of the workflow', async () => {
    const { user, saved } = open({ workflow: { ...discount, steps: [hidden] }, isNew: true, whyNoCondition })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saved[0]?.steps).toEqual([expect.not.objectContaining({ condition: masked })]))
  })
})

describe('designing a workflow', () => {
  it('begins with one step, says what is missing, and leads there', async () => {
    const { user, saved } = open({ workflow: null })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Give the workflow a name.')
    await user.click(within(summary).getByRole('link', { name: 'Give step 1 a name.' }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: /^Name of the step/ })).toHaveFocus())
    await user.keyboard('Legal')
    await user.type(screen.getByRole('textbox', { name: /^Name \(/ }), 'Contract review')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who decides' }), 'People in a role')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Sales operations')
    await user.selectOptions(screen.getByRole('combobox', { name: /How many/ }), 'A percentage of them')
    await user.type(screen.getByRole('spinbutton', { name: /^Percent/ }), '60')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]).toEqual({
      workflowName: 'Contract review',
      isActive: true,
      steps: [
        {
          name: 'Legal',
          approver: { kind: 'role', ref: 'sales_operations' },
          mode: 'percent',
          quorum: 60,
          allow_delegation: true,
          sla_hours: 48,
          on_timeout: 'reject',
        },
      ],
    })
  })

  it('reorders, duplicates and removes steps', async () => {
    const { user, saved } = open()
    await choose(user, 'Director', /Move up/)
    await waitFor(() => expect(steps()[0]).toContain('Director'))
    await choose(user, 'Manager', /Duplicate/)
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /^Name of the step/ })).toHaveValue('Manager (copy)'),
    )
    await choose(user, 'Manager', /Remove/)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]?.steps.map(({ name }) => name)).toEqual(['Director', 'Manager (copy)'])
  })

  it('asks a step for some deals only', async () => {
    const { user, saved } = open()
    await user.click(screen.getByRole('button', { name: /^Manager/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Asked' }), 'Only for some deals')
    await user.click(screen.getByRole('button', { name: 'More than 500' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saved[0]?.steps[0]?.condition).toEqual({ '>': [{ var: 'amount' }, 500] }))
  })

  it('keeps what was typed where the company says no', async () => {
    const { user } = open({ refusal: 'There is one with this name.' })
    await user.type(screen.getByRole('textbox', { name: /^Name \(/ }), '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Not saved. There is one with this name.')
    expect(screen.getByRole('textbox', { name: /^Name \(/ })).toHaveValue('Discount!')
  })

  it('asks before changes are lost, and not where there are none', async () => {
    const { user, closed } = open()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(closed()).toBe(1)
    await user.type(screen.getByRole('textbox', { name: /^Name \(/ }), '!')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await user.click(await screen.findByRole('button', { name: 'Leave' }))
    expect(closed()).toBe(2)
  })

  it('says how it runs in words', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'In words' }))
    expect(
      screen.getByText('Without an answer within 24 hours, Sales director is asked instead.'),
    ).toBeVisible()
    expect(screen.getByText('Approved: goes on to step 2, Director.')).toBeVisible()
    expect(
      screen.getByText('Asked only if Amount is more than 10,000; otherwise this step is skipped.'),
    ).toBeVisible()
  })

  it('says what uses it', () => {
    open()
    expect(screen.getByText('Enterprise sales (this draft)')).toBeVisible()
    expect(screen.getByRole('link', { name: 'before Proposal' })).toHaveAttribute(
      'href',
      '/processes/p?select=stage:s',
    )
    expect(screen.getByText('Ask the desk')).toBeVisible()
  })

  it('only shows to those who may not change it', async () => {
    const { user } = open({ readOnly: true })
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Add a step' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^Director/ }))
    expect(screen.getByRole('combobox', { name: 'Role' })).toBeDisabled()
  })
})

describe('trying a workflow', () => {
  it('calls a step that has no name yet what the drawing calls it', async () => {
    const { user } = open({ workflow: null })
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    expect(screen.getByText(/^“Unnamed step” asks the owner’s manager/)).toBeVisible()
  })

  it('goes from decision to decision, for this deal', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    await user.type(screen.getByRole('textbox', { name: 'Amount' }), '20000')
    expect(screen.getByText('Step 1: Manager')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(screen.getByText('Step 2: Director')).toBeVisible()
    await waitFor(() =>
      expect(activity().at(-1)?.text).toBe(
        'The owner’s manager approves “Manager”. “Director” asks anyone who is sales director.',
      ),
    )
    await user.clear(screen.getByRole('textbox', { name: 'Amount' }))
    await user.type(screen.getByRole('textbox', { name: 'Amount' }), '500')
    expect(screen.getByText('Approved')).toBeVisible()
    expect(
      screen.getByText('“Director” is not asked, because this does not hold: Amount is more than 10,000.'),
    ).toBeVisible()
  })

  it('names people of the company by name and role, and takes any other address', async () => {
    const named = step({ name: 'Board', approver: { kind: 'user', ref: '' } })
    const { user, saved } = open({ workflow: workflow('discount', { steps: [named] }) })
    await user.click(screen.getByRole('button', { name: /^Board/ }))
    const field = screen.getByRole('combobox', { name: /^Person or e-mail address/ })
    await user.type(field, 'director')
    await user.click(screen.getByRole('option', { name: /Ada Stone/ }))
    expect(field).toHaveValue('ada@demo.example')
    expect(field).toHaveAccessibleDescription('Ada Stone, Sales director')
    await user.clear(field)
    await user.type(field, 'board@partner.example')
    expect(field).toHaveAccessibleDescription(/^Nobody in the company has this address/)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(saved[0]?.steps[0]?.approver).toEqual({ kind: 'user', ref: 'board@partner.example' })
  })

  it.each([
    [{ all: [ada], kept: true }, 'combobox', /^People as this device last knew them/],
    [null, 'textbox', /^Who belongs to the company cannot be looked up now/],
  ] as const)(
    'says so where people cannot be looked up, and takes an address: %j',
    async (people, role, said) => {
      const named = step({ name: 'Board', approver: { kind: 'user', ref: '' } })
      const { user, saved } = open({ workflow: workflow('discount', { steps: [named] }), people })
      await user.click(screen.getByRole('button', { name: /^Board/ }))
      const field = screen.getByRole(role, { name: /^Person or e-mail address/ })
      expect(field).toHaveAccessibleDescription(said)
      await user.type(field, 'eve@demo.example')
      await user.click(screen.getByRole('button', { name: 'Save' }))
      expect(saved[0]?.steps[0]?.approver.ref).toBe('eve@demo.example')
    },
  )

  it('plays a delegate, who decides once, and asks the manager of the owner instead', async () => {
    const delegable = { ...manager, allow_delegation: true, escalate_to: 'manager_of_owner' }
    const { user } = open({ workflow: workflow('discount', { steps: [delegable, director] }) })
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    await user.click(screen.getByRole('button', { name: 'Hand to a delegate' }))
    expect(screen.getByText('A delegate decides now.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Let the time run out' }))
    expect(screen.queryByText('A delegate decides now.')).toBeNull()
    expect(screen.getByText(/: the owner’s manager is asked instead\.$/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Hand to a delegate' }))
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(screen.getByText('A delegate, for the owner’s manager, approves “Manager”.')).toBeVisible()
  })

  it('lets silence escalate and a refusal end it, focus staying', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    await user.click(screen.getByRole('button', { name: 'Let the time run out' }))
    expect(
      screen.getByText('Nobody answers “Manager” within 24 hours: sales director is asked instead.'),
    ).toBeVisible()
    const refuse = screen.getByRole('button', { name: 'Refuse' })
    await user.click(refuse)
    expect(screen.getByText('Refused: the deal stays where it is. Change it and ask again.')).toBeVisible()
    expect(refuse).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Start again' }))
    expect(screen.getByText('Step 1: Manager')).toBeVisible()
  })

  it('counts as many people as there are', async () => {
    const { user } = open({
      workflow: { ...discount, steps: [{ ...director, mode: 'percent', quorum: 50 }] },
    })
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    await user.type(screen.getByRole('textbox', { name: 'Amount' }), '20000')
    const people = screen.getByRole('spinbutton', { name: 'How many people may decide' })
    await user.clear(people)
    await user.type(people, '4')
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(screen.getByText('“Director” has 1 of the 2 approvals it needs.')).toBeVisible()
  })
})
