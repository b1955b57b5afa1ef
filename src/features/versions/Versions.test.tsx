import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import type { Impact } from '../../contract/processes.ts'
import type { WireVersionSummary } from '../../contract/versions.ts'
import type { Backend } from '../../data/api/backend.ts'
import { success } from '../../data/api/failure.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import type { Restoring } from './RestoreDialog.tsx'
import { Versions } from './Versions.tsx'

const at = (revision: number, document: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision },
})
const first = at(1, standard().document)
const second = at(2, having(first, 'updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } }))
const third = at(
  3,
  having(second, 'updateStage', { stageId: 'Proposal', changes: { defaultProbability: 60 } }),
)
const kept: Readonly<Record<number, ProcessDocument>> = { 1: first, 2: second, 3: third }

const summary = (revision: number): WireVersionSummary => ({
  revision,
  kind: revision === 1 ? 'create' : 'publish',
  reason: revision === 2 ? 'As customers call it' : null,
  at: '2026-11-20T10:00:00.000Z',
  by: { id: 'grace', name: 'Grace Hopper' },
  request: null,
  changes: { added: 0, updated: 1, removed: 0 },
})

type Part = Pick<Backend, 'versions' | 'version'>
const aBackend = (given: Partial<Part> = {}): Part => ({
  versions: async (_, page = 1) =>
    success({ count: 3, rows: page === 1 ? [summary(3), summary(2)] : [summary(1)] }),
  version: async (_, revision) => success({ ...summary(revision), document: kept[revision] ?? first }),
  ...given,
})

interface Given extends Partial<EditorOptions> {
  readonly backend?: Part
  readonly hasNetwork?: boolean
  readonly restoring?: Partial<Restoring>
}

function open(given: Given = {}) {
  const { backend = aBackend(), hasNetwork = true, document = third, ...options } = given
  const restoring = {
    needsReview: false,
    foresee: async () => null,
    restore: vi.fn<Restoring['restore']>(async () => ({ kind: 'done', revision: 4 })),
    request: vi.fn<Restoring['request']>(async () => null),
    ...given.restoring,
  }
  const editor = anEditor(document, { base: third, permissions: ['publish_process'], ...options })
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <EditorProvider editor={editor}>
          <Versions backend={backend} restoring={restoring} hasNetwork={hasNetwork} />
        </EditorProvider>
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { editor, restoring, user: userEvent.setup() }
}

const revision = (number: number) => screen.findByRole('button', { name: new RegExp(`^Revision ${number}`) })

describe('the history', () => {
  it('lists who changed what and why, and loads older ones', async () => {
    const { user } = open()
    const row = within(await revision(2))
    expect(row.getByText('As customers call it')).toBeVisible()
    expect(row.getByText(/Grace Hopper/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Revision 1/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Show older' }))
    expect(await revision(1)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Show older' })).not.toBeInTheDocument()
  })

  it('shows what a revision changed, in words and as JSON', async () => {
    const { user } = open()
    await user.click(await revision(2))
    expect(await screen.findByText('Offer', { selector: 'ins' })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'As JSON' }))
    expect(screen.getByText(/"stage_name": "Offer"/)).toBeVisible()
  })

  it('is led to where it stands below the list', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
      Object.assign(new EventTarget(), {
        media,
        matches: media.includes('max-width'),
        onchange: null,
        addListener() {},
        removeListener() {},
      }),
    )
    onTestFinished(() => {
      vi.restoreAllMocks()
    })
    const { user } = open()
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView')
    await user.click(await revision(2))
    expect(scrolled.mock.contexts).toEqual([
      screen.getByRole('region', { name: /^Revision 1 compared/ }).parentElement,
    ])
  })

  it('compares any two', async () => {
    const { user } = open()
    await revision(2)
    await user.click(screen.getByRole('button', { name: 'Show older' }))
    await revision(1)
    await user.selectOptions(screen.getByLabelText('From'), 'Revision 1')
    await user.selectOptions(screen.getByLabelText('To'), 'Revision 3')
    expect(await screen.findByText('60 %')).toBeVisible()
    expect(screen.getByText('Offer', { selector: 'ins' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Swap' }))
    expect(await screen.findByText('Proposal', { selector: 'ins' })).toBeVisible()
  })

  it('begins with the draft where it differs', async () => {
    open({ document: having(third, 'removeTransitions', { transitionIds: ['* → Lost'] }) })
    expect(await screen.findByText('any open stage → Lost')).toBeVisible()
    expect(await screen.findByText('1 change not published')).toBeVisible()
  })

  it('loads a revision into the draft as one step that undo takes back', async () => {
    const { user, editor } = open()
    await user.click(await revision(2))
    await screen.findByText('Offer', { selector: 'ins' })
    await user.click(screen.getByRole('button', { name: 'Load into my draft' }))
    const now = () => editor.store.getState().document.stages.Proposal?.defaultProbability
    expect(now()).toBe(50)
    expect(editor.undo()?.label).toBe('Load revision 2')
    expect(now()).toBe(60)
  })

  const asksToRestore = async (given: Given = {}) => {
    const { user, restoring } = open(given)
    await user.click(await revision(2))
    await user.click(screen.getByRole('button', { name: 'Restore and publish…' }))
    return { user, restoring, dialog: within(screen.getByRole('dialog', { name: 'Restore revision 2?' })) }
  }

  it('restores a revision by publishing it again', async () => {
    const { user, restoring, dialog } = await asksToRestore()
    await user.type(dialog.getByLabelText('Why?'), 'It sold better')
    await user.click(dialog.getByRole('button', { name: 'Restore and publish' }))
    expect(restoring.restore).toHaveBeenCalledWith(
      expect.objectContaining({ revision: 2, baseRevision: 3, reason: 'It sold better' }),
    )
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('says before which deals go back, or that it cannot tell', async () => {
    const impact: Impact = {
      base_revision: 3,
      changes: {
        stages: { added: 1, updated: 0, removed: 0 },
        transitions: { added: 0, updated: 0, removed: 0 },
      },
      stages: [],
      returns: [
        {
          stage_id: 'Qualified',
          stage_name: 'Qualified',
          returns_to: 'Proposal',
          open_deals: 2,
          open_amount: 9_000,
        },
      ],
      moved_deals: 2,
      stranded_deals: 0,
      weighted_amount: { before: 1_800, after: 4_500 },
      as_of: null,
      blocking: [],
    }
    const foresee = vi.fn<Restoring['foresee']>(async () => impact)
    const { dialog } = await asksToRestore({ restoring: { foresee } })
    const deals = within(await dialog.findByRole('region', { name: 'Open deals' }))
    expect(await deals.findByText('Back to “Offer”.')).toBeVisible()
    expect(deals.getByText('2 open deals, 9,000')).toBeVisible()
    expect(foresee).toHaveBeenCalledWith(2)
    cleanup()
    const silent = await asksToRestore()
    expect(await silent.dialog.findByText(/cannot be looked up now/)).toBeVisible()
  })

  it('keeps the wish for when the network is back', async () => {
    const restore = async () => ({ kind: 'waits' }) as const
    const { user, dialog } = await asksToRestore({ hasNetwork: false, restoring: { restore } })
    expect(dialog.getByText(/as soon as the server can be reached/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Restore when online' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('says why a restore was refused', async () => {
    const restore = async () =>
      ({ kind: 'refused', why: '3 open deals stand in “Trial”.', needsReview: false }) as const
    const { user, dialog } = await asksToRestore({ restoring: { restore } })
    await user.click(dialog.getByRole('button', { name: 'Restore and publish' }))
    expect(await dialog.findByText(/3 open deals stand in “Trial”/)).toBeVisible()
  })

  it('asks for a review where nobody may restore alone', async () => {
    const restore = async () =>
      ({ kind: 'refused', why: 'Every change needs a second person.', needsReview: true }) as const
    const { user, dialog, restoring } = await asksToRestore({ restoring: { restore } })
    await user.click(dialog.getByRole('button', { name: 'Restore and publish' }))
    await user.click(await dialog.findByRole('button', { name: 'Request a review' }))
    expect(restoring.request).toHaveBeenCalledWith(expect.objectContaining({ revision: 2, baseRevision: 3 }))
  })

  it('asks at once where every change needs a second person, also of who may not publish alone', async () => {
    const { user, dialog, restoring } = await asksToRestore({
      permissions: ['configure_process'],
      restoring: { needsReview: true },
    })
    expect(dialog.getByText(/^Here every change needs a second person/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Request a review' }))
    expect(restoring.request).toHaveBeenCalledOnce()
    expect(restoring.restore).not.toHaveBeenCalled()
  })

  it('offers no restore to somebody who may not publish', async () => {
    const { user } = open({ permissions: [] })
    await revision(3)
    expect(screen.queryByText(/may not restore/)).not.toBeInTheDocument()
    await user.click(await revision(2))
    await user.click(screen.getByRole('button', { name: 'Restore and publish…' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByText(/may not restore either/)).toBeVisible()
  })

  it('says that the history cannot be loaded, and tries again', async () => {
    const versions = vi.fn<Part['versions']>(async () => ({
      ok: false,
      failure: { kind: 'network', message: 'No answer.' },
    }))
    const { user } = open({ backend: aBackend({ versions }) })
    expect(await screen.findByText('The history could not be loaded.')).toBeVisible()
    versions.mockImplementation(async () => success({ count: 1, rows: [summary(3)] }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await revision(3)).toBeVisible()
  })

  it('is empty before the first publish', () => {
    open({ base: null, document: at(0, first) })
    expect(screen.getByRole('heading', { name: 'Not published yet' })).toBeVisible()
  })

  it('has no accessibility fault', async () => {
    open()
    await revision(2)
    const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })
})
