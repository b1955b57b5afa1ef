import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import { success } from '../../data/api/failure.ts'
import type { PayloadOf } from '../../domain/commands/registry.ts'
import { erasedName } from '../../domain/process/erased.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { EditorProvider } from '../../editor/react.ts'
import { showLanguage } from '../../text/language.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { ConflictDialog } from './ConflictDialog.tsx'

const base = standard().process({ revision: 7 }).document
const change = (document: ProcessDocument, changes: PayloadOf<'updateStage'>['changes']) =>
  having(document, 'updateStage', { stageId: 'Proposal', changes })
const mine = change(base, { stageName: 'Offer', defaultProbability: 60 })
const theirs = (document: ProcessDocument) => ({
  ...document,
  process: { ...document.process, revision: 8 },
})
const both = theirs(change(base, { stageName: 'Quote', defaultProbability: 55, maxDurationDays: 30 }))

function open(
  { by = 'Grace Hopper', ...sides }: { mine: ProcessDocument; theirs: ProcessDocument; by?: string } = {
    mine,
    theirs: both,
  },
) {
  const given = {
    onDecided: vi.fn<(document: ProcessDocument) => void>(),
    onSaveBoth: vi.fn(),
    onClose: vi.fn(),
  }
  const about = async () =>
    success({
      revision: 8,
      kind: 'publish' as const,
      reason: 'As customers call it',
      at: '2026-11-20T10:00:00.000Z',
      by: { id: 'grace', name: by },
      request: null,
      changes: { added: 0, updated: 1, removed: 0 },
    })
  render(
    <HouseTheme>
      <EditorProvider editor={anEditor(sides.mine, { base })}>
        <ConflictDialog base={base} {...sides} {...given} about={about} />
      </EditorProvider>
    </HouseTheme>,
  )
  return { ...given, user: userEvent.setup() }
}

const question = (name: string) => within(screen.getByRole('group', { name }))
const publish = () => screen.getByRole('button', { name: 'Publish the result' })

describe('a conflict', () => {
  it('says who published what and why', async () => {
    open()
    expect(await screen.findByText(/Grace Hopper published revision 8/)).toBeVisible()
    expect(screen.getByText('Their reason: As customers call it')).toBeVisible()
  })

  it('calls a person who was erased so in the reader’s language', async () => {
    onTestFinished(() => showLanguage('en'))
    await showLanguage('de')
    open({ mine, theirs: both, by: erasedName })
    expect(await screen.findByText(/Gelöschte Person/)).toBeVisible()
    expect(screen.queryByText(new RegExp(erasedName))).not.toBeInTheDocument()
  })

  it('shows what was, mine and theirs, chooses nothing, and wants every answer', async () => {
    const { user, onDecided } = open()
    const name = question('Proposal: name')
    expect(name.getByText('Proposal', { exact: false, selector: 'p' })).toBeVisible()
    expect(name.getByText('Offer')).toBeVisible()
    expect(name.getByText('Quote')).toBeVisible()
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
    await user.click(publish())
    expect(onDecided).not.toHaveBeenCalled()
    expect(screen.getAllByText('Choose one.')).toHaveLength(2)
    expect(screen.getAllByRole('radio')[0]).toHaveFocus()
  })

  it('publishes what was chosen, with what came in by itself', async () => {
    const { user, onDecided } = open()
    await user.click(question('Proposal: name').getByRole('radio', { name: /Theirs/ }))
    await user.click(question('Proposal: probability').getByRole('radio', { name: /Yours/ }))
    expect(screen.getByText('The result has no errors.')).toBeVisible()
    await user.click(publish())
    expect(onDecided.mock.calls[0]?.[0].stages.Proposal).toMatchObject({
      stageName: 'Quote',
      defaultProbability: 60,
      maxDurationDays: 30,
    })
  })

  it('lists what came in by itself', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: /Comes in by itself/ }))
    expect(screen.getByText('30 days')).toBeVisible()
  })

  it('asks about a stage that one side deleted', async () => {
    const { user, onDecided } = open({
      mine,
      theirs: theirs(having(base, 'removeStages', { stageIds: ['Proposal'] })),
    })
    const asked = question('Proposal: deleted on one side, changed on the other')
    await user.click(asked.getByRole('radio', { name: /deleted/ }))
    const more = screen.queryAllByRole('radio', { checked: false })
    expect(more.length).toBeGreaterThan(0)
    await user.click(publish())
    expect(onDecided.mock.calls[0]?.[0].stages.Proposal).toBeUndefined()
  })

  it('takes all of one side at one press, keeps both as files, decides later', async () => {
    const { user, onDecided, onSaveBoth, onClose } = open()
    await user.click(screen.getByRole('button', { name: 'Take all of theirs' }))
    await user.click(publish())
    expect(onDecided.mock.calls[0]?.[0].stages.Proposal).toEqual(both.stages.Proposal)
    await user.click(screen.getByRole('button', { name: 'Save both as files' }))
    expect(onSaveBoth).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Decide later' }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('has no accessibility fault', async () => {
    open()
    await screen.findByText(/Grace Hopper/)
    const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })
})
