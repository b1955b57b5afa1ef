import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
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

let number = 0
function open(keep = aKeep()) {
  const onCreate = vi.fn<(document: ProcessDocument) => void>()
  const onDiscard = vi.fn()
  render(
    <HouseTheme>
      <Wizard
        keep={keep}
        newId={() => `w-${++number}`}
        now={() => '2026-11-21T09:00:00.000Z'}
        companyId="company"
        actorId="ada"
        reference={emptyReferenceData}
        taken={{ names: new Set(['Renewal']), codes: new Set(['RENEWAL']) }}
        preview={(document) => <p>{Object.keys(document.stages).length} in the preview</p>}
        importDialog={({ onImported }) => (
          <button type="button" onClick={() => onImported(standard().document)}>
            Import it
          </button>
        )}
        onCreate={onCreate}
        onDiscard={onDiscard}
      />
    </HouseTheme>,
  )
  return { keep, onCreate, onDiscard, user: userEvent.setup() }
}

type User = ReturnType<typeof userEvent.setup>
const next = (user: User) => user.click(screen.getByRole('button', { name: 'Continue' }))
const step = (name: string) => screen.getByRole('heading', { level: 2, name })
const name = () => screen.getByRole('textbox', { name: /^Name/ })
const created = (onCreate: ReturnType<typeof vi.fn<(document: ProcessDocument) => void>>) => {
  const document = onCreate.mock.calls[0]?.[0]
  if (!document) throw new Error('Nothing was created.')
  return document
}

describe('the wizard', () => {
  it('makes a process from nothing, step by step', async () => {
    const { user, onCreate } = open()
    await user.click(screen.getByRole('radio', { name: /A blank process/ }))
    await next(user)
    expect(step('Name and policies')).toHaveFocus()
    await user.type(name(), 'Inside sales')
    expect(screen.getByRole('textbox', { name: /^Code/ })).toHaveValue('INSIDE_SALES')
    await next(user)

    for (const kind of ['open', 'open', 'won', 'lost'])
      await user.click(screen.getByRole('button', { name: `Add ${kind} stage` }))
    const field = screen.getByRole('textbox', { name: 'Stage of New stage' })
    await user.clear(field)
    await user.type(field, 'Qualified{Enter}')
    await next(user)
    await user.type(screen.getByRole('textbox', { name: 'Usual days of Qualified' }), '10{Enter}')
    await user.click(screen.getByRole('button', { name: 'Set most days to twice the usual' }))
    await next(user)
    await user.click(screen.getByRole('button', { name: 'Connect in order' }))
    await next(user)
    expect(step('Check and create')).toHaveFocus()
    expect(screen.getByText('Inside sales has 4 stages and 3 transitions.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Create and open' }))

    const document = created(onCreate)
    expect(document.process).toMatchObject({ processName: 'Inside sales', processCode: 'INSIDE_SALES' })
    expect(stagesInOrder(document)[0]).toMatchObject({
      stageName: 'Qualified',
      averageDurationDays: 10,
      maxDurationDays: 20,
    })
  })

  it('says what is missing, all at once, and where', async () => {
    const { user } = open()
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('Choose what to start from.')
    await user.click(screen.getByRole('radio', { name: /A blank process/ }))
    await next(user)
    await user.type(name(), 'Renewal')
    await user.clear(screen.getByRole('textbox', { name: /^Code/ }))
    await next(user)
    expect(screen.getByRole('alert')).toHaveTextContent('There is a process called “Renewal” already.')
    await user.click(screen.getByRole('link', { name: /There is a process called/ }))
    expect(name()).toHaveFocus()
    expect(name()).toBeInvalid()
  })

  it('goes back without losing anything, and marks the way', async () => {
    const { user } = open()
    await user.click(screen.getByRole('radio', { name: /Standard six/ }))
    expect(screen.getByText('6 in the preview')).toBeInTheDocument()
    await next(user)
    await user.type(name(), 'Second try')
    await next(user)
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(name()).toHaveValue('Second try')
    const current = screen
      .getAllByRole('listitem')
      .find((item) => item.getAttribute('aria-current') === 'step')
    expect(current).toHaveTextContent('Name and policies')
    await user.click(screen.getByRole('button', { name: /^Start, completed/ }))
    expect(screen.getByRole('radio', { name: /Standard six/ })).toBeChecked()
  })

  it('waits where it was left', async () => {
    const { user, keep } = open()
    await user.click(screen.getByRole('radio', { name: /Standard six/ }))
    await next(user)
    await user.type(name(), 'Half done')
    cleanup()
    open(keep)
    expect(step('Name and policies')).toBeInTheDocument()
    expect(name()).toHaveValue('Half done')
    expect(screen.getByText('6 in the preview')).toBeInTheDocument()
  })

  it('begins anew where what was kept cannot be read', () => {
    const keep = aKeep()
    keep.content = '{"version":1,"step":"st'
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
    await next(user)
    expect(name()).toHaveValue('Enterprise sales')
  })

  it('shows what the checks say, with the answer at hand, and undoes by name', async () => {
    const { user, onCreate } = open()
    await user.click(screen.getByRole('radio', { name: /Standard six/ }))
    await next(user)
    await user.type(name(), 'Checked')
    await next(user)
    const probability = screen.getByRole('textbox', { name: 'Probability of Proposal' })
    await user.clear(probability)
    await user.type(probability, '5{Enter}')
    for (let more = 0; more < 3; more += 1) await next(user)
    expect(screen.getByText(/“?Proposal”?.*(falls|lower|decrease|below)/i)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^Undo: Change probability of “Proposal”/ }))
    expect(screen.getByText('Nothing is wrong. The process can be published.')).toBeInTheDocument()
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
