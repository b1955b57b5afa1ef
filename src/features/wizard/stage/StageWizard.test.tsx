import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../../tests/kit/builders.ts'
import { moves } from '../../../../tests/kit/given.ts'
import { emptyReferenceData, type ReferenceData } from '../../../domain/process/reference.ts'
import { EditorProvider } from '../../../editor/react.ts'
import { RuleBuilderContext, type RuleBuilderProps } from '../../../editor/ruleBuilder.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import type { WizardKeep } from '../keptWizard.ts'
import { StageWizard } from './StageWizard.tsx'

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
  actions: {
    call: {
      id: 'call',
      companyId: 'company',
      actionName: 'Call back',
      actionCode: 'CALL',
      description: null,
      actionType: 'create_task',
      executionOrder: 1,
      isActive: true,
      parameters: { title: 'Call' },
    },
  },
  categories: {
    closing: {
      id: 'closing',
      companyId: 'company',
      categoryName: 'Closing',
      categoryCode: 'CLOSING',
      description: null,
      categoryType: 'closing',
      isActive: true,
      sortOrder: 1,
    },
  },
  approvalWorkflows: {
    discount: { id: 'discount', companyId: 'company', workflowName: 'Discount', isActive: true, steps: [] },
  },
}

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

let number = 0
interface Given {
  readonly afterStageId?: string
  readonly transitionId?: string
  readonly keep?: ReturnType<typeof aKeep>
}
function open({ afterStageId, transitionId, keep = aKeep() }: Given = {}) {
  const editor = anEditor(standard().document, { reference })
  const onClose = vi.fn()
  render(
    <HouseTheme>
      <EditorProvider editor={editor}>
        <RuleBuilderContext value={PlainRule}>
          <StageWizard
            keep={keep}
            newId={() => `s-${++number}`}
            afterStageId={afterStageId ?? null}
            transitionId={transitionId ?? null}
            onClose={onClose}
          />
        </RuleBuilderContext>
      </EditorProvider>
    </HouseTheme>,
  )
  const document = () => editor.store.getState().document
  const made = () => Object.values(document().stages).find((stage) => stage.stageName === 'Legal review')
  return { editor, keep, onClose, document, made, user: userEvent.setup() }
}

type User = ReturnType<typeof userEvent.setup>
const next = (user: User) => user.click(screen.getByRole('button', { name: 'Continue' }))
const step = (name: string) => screen.getByRole('heading', { level: 3, name })
const nameIt = (user: User) =>
  user.type(screen.getByRole('textbox', { name: /^Name of the stage/ }), 'Legal review')

describe('a new stage, step by step', () => {
  it('keeps what was refused, and why, while one is at another step', async () => {
    const { user } = open()
    await nameIt(user)
    await next(user)
    const probability = () => screen.getByRole('textbox', { name: /^Probability in percent/ })
    await user.type(probability(), 'high')
    await next(user)
    expect(probability()).toBeInvalid()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.queryByRole('alert')).toBeNull()
    await next(user)
    expect(step('Step 2 of 7: Probability and durations')).toHaveFocus()
    expect(probability()).toHaveValue('high')
    expect(probability()).toBeInvalid()
  })

  it('is inserted with all that belongs to it as one step of undo', async () => {
    const { user, editor, document, made, onClose, keep } = open({
      transitionId: 'Qualification → Proposal',
    })
    const before = document()
    await nameIt(user)
    await user.click(screen.getByRole('checkbox', { name: 'Closing' }))
    await next(user)
    expect(step('Step 2 of 7: Probability and durations')).toHaveFocus()
    await user.type(screen.getByRole('textbox', { name: /^Probability in percent/ }), '35')
    await user.type(screen.getByRole('textbox', { name: /^Usual days/ }), '5')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Forecast category' }), 'Best case')
    await next(user)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Add a required field…' }), 'Amount')
    await next(user)
    await user.click(screen.getByRole('button', { name: 'Add a rule for leaving' }))
    await user.type(screen.getByRole('textbox', { name: /^Name of the rule/ }), 'Signed off')
    await user.click(screen.getByRole('button', { name: 'Must be done: amount above 0' }))
    await user.type(screen.getByRole('textbox', { name: /^What people are told/ }), 'Ask legal.')
    await user.type(
      screen.getByRole('textbox', { name: 'Buyer milestones' }),
      'Contract read{Enter}{Enter} Terms agreed ',
    )
    await next(user)
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Approval before a deal enters' }),
      'Discount',
    )
    await user.click(screen.getAllByRole('checkbox', { name: 'Call back' })[0] ?? window.document.body)
    await next(user)
    expect(screen.getByRole('radio', { name: /In between/ })).toBeChecked()
    expect(screen.getByText('It leads on to Proposal, where the transition led before.')).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: 'Lost' }))
    await next(user)
    expect(document()).toBe(before)
    await user.click(screen.getByRole('button', { name: 'Add the stage' }))

    expect(onClose).toHaveBeenCalledOnce()
    expect(keep.content).toBeNull()
    expect(made()).toMatchObject({
      defaultProbability: 35,
      averageDurationDays: 5,
      requiredFields: ['amount'],
      transitionRules: [{ kind: 'exit', name: 'Signed off', message: 'Ask legal.' }],
      approvalWorkflowId: 'discount',
      requiresApproval: true,
      entryActionIds: ['call'],
      categoryIds: ['closing'],
      forecastCategory: 'best_case',
      exitChecklist: ['Contract read', 'Terms agreed'],
    })
    expect(moves(document())).toEqual(
      expect.arrayContaining([
        'Qualification → Legal review',
        'Legal review → Proposal',
        'Legal review → Lost',
      ]),
    )
    editor.undo()
    expect(document()).toEqual(before)
  })

  it('says what is missing before it goes on', async () => {
    const { user } = open()
    await next(user)
    await user.click(screen.getByRole('link', { name: 'Enter a stage name.' }))
    expect(screen.getByRole('textbox', { name: /^Name of the stage/ })).toHaveFocus()
    await user.type(screen.getByRole('textbox', { name: /^Name of the stage/ }), 'proposal')
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('There is a stage called “proposal” already.')
  })

  it('waits where it was left, and can be begun anew', async () => {
    const keep = aKeep()
    const { user } = open({ keep, afterStageId: 'Proposal' })
    await nameIt(user)
    await next(user)
    await user.type(screen.getByRole('textbox', { name: /^Probability in percent/ }), '60')
    cleanup()
    open({ keep })
    expect(step('Step 2 of 7: Probability and durations')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: /^Probability in percent/ })).toHaveValue('60')
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(screen.getByRole('textbox', { name: /^Name of the stage/ })).toHaveValue('')
    expect(keep.content).toBeNull()
  })

  it('shows what the checks would say of the stage alone, and leads to the step', async () => {
    const { user } = open()
    await nameIt(user)
    for (let more = 0; more < 6; more += 1) await next(user)
    const problems = screen.getByRole('list', { name: 'What the checks say' })
    expect(problems).toHaveTextContent('Legal review')
    await user.click(
      screen.getAllByRole('button', { name: 'Go to How it is reached and left' })[0] ?? problems,
    )
    expect(step('Step 6 of 7: How it is reached and left')).toHaveFocus()
    await user.click(screen.getByRole('radio', { name: /After a stage/ }))
    expect(screen.getByRole('combobox', { name: 'Stage' })).toHaveDisplayValue('Negotiation')
  })
})
