import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { standard } from '../../../../tests/kit/builders.ts'
import {
  documentOf,
  opened,
  openInspector,
  stage,
  stageOf,
  steps,
  transition,
} from '../../../../tests/kit/openInspector.tsx'
import { action, reference, workflow } from '../../../../tests/kit/referenceData.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'
import type { Editor } from '../../../editor/editor.ts'

const id = 'Qualification → Proposal'
const company = reference({
  actions: [
    action('mail', 'send_email', { parameters: { to: 'owner', subject: 'Moved' } }),
    action('task', 'create_task'),
    action('note', 'update_field'),
    action('hook', 'call_webhook'),
    action('ask', 'start_approval'),
    action('old', 'create_task', { isActive: false }),
  ],
  workflows: [workflow('discount')],
})
const codes = (...all: string[]): TransitionAction[] =>
  all.map((action_code) => ({ action_code, parameters: {} }))

function open(actions: TransitionAction[] = []) {
  const { document } = standard()
  const drawn = document.transitions[id]
  if (!drawn) throw new Error('The standard process has this transition.')
  const process = {
    ...standard(),
    document: { ...document, transitions: { ...document.transitions, [id]: { ...drawn, actions } } },
  }
  return openInspector(process, [transition(id)], { reference: company })
}
const actionsOf = (editor: Editor) => documentOf(editor).transitions[id]?.actions ?? []
const codesOf = (editor: Editor) => actionsOf(editor).map(({ action_code }) => action_code)

async function choose(user: UserEvent, item: string, what: RegExp) {
  const [menu] = screen.getAllByRole('button', { name: `Actions for ${item}` })
  if (!menu) throw new Error(`There is no menu for ${item}.`)
  await user.click(menu)
  await user.click(await screen.findByRole('menuitem', { name: what }))
}

describe('what a transition does', () => {
  it('is put in order from the keyboard and the menu, each change one step of undo', async () => {
    const { editor, user } = open(codes('MAIL', 'TASK', 'NOTE'))
    await user.click(screen.getByRole('button', { name: /^Note/ }))
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    expect(codesOf(editor)).toEqual(['NOTE', 'MAIL', 'TASK'])
    await choose(user, 'Mail', /Duplicate/)
    await waitFor(() => expect(codesOf(editor)).toEqual(['NOTE', 'MAIL', 'MAIL', 'TASK']))
    await choose(user, 'Note', /Remove/)
    await waitFor(() => expect(codesOf(editor)).toEqual(['MAIL', 'MAIL', 'TASK']))
    expect(steps(editor)).toHaveLength(4)
  })

  it('has the parameters of its kind: as the company set them, or its own', async () => {
    const { editor, user } = open()
    const add = screen.getByRole('combobox', { name: 'Add an action' })
    await user.type(add, 'mail{Enter}')
    const subject = screen.getByRole('textbox', { name: /^Subject/ })
    expect(subject).toHaveAttribute('placeholder', 'Moved')
    await user.type(subject, 'Hello')
    await user.type(add, 'task{Enter}')
    await user.type(screen.getByRole('textbox', { name: /^Title/ }), 'Call back')
    await user.type(screen.getByRole('textbox', { name: 'Due in days' }), '3')
    expect(actionsOf(editor)).toEqual([
      { action_code: 'MAIL', parameters: { subject: 'Hello' } },
      { action_code: 'TASK', parameters: { title: 'Call back', due_in_days: 3 } },
    ])
    await user.click(screen.getByRole('button', { name: /^Mail/ }))
    expect(screen.getByRole('button', { name: /^Mail/ })).toHaveTextContent('To: owner')
  })

  it('says what is missing, with the linter and at the field', async () => {
    const { user } = open([
      { action_code: 'TASK', parameters: { title: 'Call' } },
      { action_code: 'TASK', parameters: {} },
    ])
    const items = within(screen.getByRole('list', { name: 'Then do' })).getAllByRole('listitem')
    const message =
      'The action “Task” of “Qualification” → “Proposal” lacks the parameter “title”. Correct it or remove the action.'
    expect(items[0]).not.toHaveTextContent(message)
    expect(screen.getByText(message)).toBeVisible()
    const [, second] = screen.getAllByRole('button', { name: /^Task/ })
    if (!second) throw new Error('There are two tasks.')
    await user.click(second)
    const title = screen.getByRole('textbox', { name: /^Title/ })
    expect(title).toHaveAccessibleDescription('Error: Fill this in.')
    await user.type(title, 'Plan')
    expect(screen.queryByText(message)).not.toBeInTheDocument()
  })

  it('sets a field by a value of its own type', async () => {
    const { editor, user } = open(codes('NOTE'))
    await user.click(screen.getByRole('button', { name: /^Note/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: /^Field/ }), 'Region')
    await user.selectOptions(screen.getByRole('combobox', { name: /^Value/ }), 'EU')
    expect(actionsOf(editor)[0]?.parameters).toEqual({ field: 'region', value: 'EU' })
    await user.selectOptions(screen.getByRole('combobox', { name: /^Field/ }), 'Amount')
    await user.clear(screen.getByRole('textbox', { name: /^Value/ }))
    await user.type(screen.getByRole('textbox', { name: /^Value/ }), '12.5')
    expect(actionsOf(editor)[0]?.parameters).toEqual({ field: 'amount', value: 12.5 })
  })

  it('starts an approval, and calls an address that is one', async () => {
    const { editor, user } = open(codes('ASK', 'HOOK'))
    await user.click(screen.getByRole('button', { name: /^Ask/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: /^Approval workflow/ }), 'Discount')
    await user.click(screen.getByRole('button', { name: /^Hook/ }))
    const url = screen.getByRole('textbox', { name: /^Address/ })
    await user.type(url, 'example')
    expect(url).toHaveAccessibleDescription(/begins with http/)
    await user.clear(url)
    await user.type(url, 'https://example.test/x')
    expect(actionsOf(editor).map(({ parameters }) => parameters)).toEqual([
      { workflow_id: 'discount' },
      { url: 'https://example.test/x' },
    ])
  })

  it('keeps what it does not know until somebody removes it', async () => {
    const { editor, user } = open([
      { action_code: 'GONE', parameters: {} },
      { action_code: 'TASK', parameters: { title: 'Call', color: 'red' } },
    ])
    expect(screen.getByText('GONE (unknown)')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Task/ }))
    await user.click(screen.getByRole('button', { name: 'Remove the parameter “color”' }))
    expect(actionsOf(editor)[1]?.parameters).toEqual({ title: 'Call' })
    await choose(user, 'GONE (unknown)', /Remove/)
    await waitFor(() => expect(codesOf(editor)).toEqual(['TASK']))
  })

  it('offers no action that is switched off', async () => {
    const { user } = open()
    await user.type(screen.getByRole('combobox', { name: 'Add an action' }), 'old')
    expect(screen.getByText('Nothing found')).toBeVisible()
  })

  it('runs company actions as they are set up, at a stage and on the way', async () => {
    const { editor, user } = open()
    await user.type(screen.getByRole('combobox', { name: 'Add a company action' }), 'mail{Enter}')
    expect(documentOf(editor).transitions[id]?.actionIds).toEqual(['mail'])
    expect(screen.getByText('To: owner, Subject: Moved')).toBeVisible()
    act(() => editor.select([stage('Proposal')]))
    await opened(user, /^Actions/)
    const [enter] = await screen.findAllByRole('combobox', { name: 'Add a company action' })
    if (!enter) throw new Error('A stage has actions on entry.')
    await user.type(enter, 'task{Enter}')
    expect(stageOf(editor, 'Proposal').entryActionIds).toEqual(['task'])
  })
})
