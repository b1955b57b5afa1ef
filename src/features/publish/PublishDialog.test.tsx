import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import { publishRequest } from '../../../tests/kit/publishRequest.ts'
import type { Impact } from '../../contract/processes.ts'
import type { PublishRequestSummary } from '../../contract/publishRequests.ts'
import { type Result, success } from '../../data/api/failure.ts'
import type { OutboxRow } from '../../data/drafts/database.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { PublishDialog, type PublishDialogProps } from './PublishDialog.tsx'
import type { ReviewPort, ReviewSituation } from './review.ts'

const published = standard().process({ revision: 7 }).document
const renamed = having(published, 'updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })

/** A backend with three deals in Proposal. */
async function impactOf(document: ProcessDocument): Promise<Result<Impact>> {
  const gone = !document.stages.Proposal?.isActive
  return success({
    base_revision: 7,
    changes: {
      stages: { added: 0, updated: 1, removed: 0 },
      transitions: { added: 0, updated: 0, removed: 0 },
    },
    stages: gone
      ? [
          {
            stage_id: 'Proposal',
            stage_name: 'Proposal',
            becomes: 'deactivated' as const,
            open_deals: 3,
            open_amount: 117_000,
            probability: { from: 50, to: 50 },
            migrates_to: document.process.stageMigrations.Proposal ?? null,
          },
        ]
      : [],
    returns: [],
    moved_deals: gone ? 3 : 0,
    stranded_deals: 0,
    weighted_amount: { before: 58_500, after: gone ? 23_400 : 58_500 },
    as_of: null,
    blocking: [],
  })
}

function open(
  document: ProcessDocument = renamed,
  { editor: options = {}, ...given }: Partial<PublishDialogProps> & { editor?: Partial<EditorOptions> } = {},
) {
  const editor = anEditor(document, { base: published, permissions: ['publish_process'], ...options })
  const props: PublishDialogProps = {
    hasNetwork: true,
    pending: [],
    behind: null,
    impact: impactOf,
    onPublish: vi.fn(async () => {}),
    onGoTo: vi.fn(),
    onResolve: vi.fn(),
    onHistory: vi.fn(),
    onClose: vi.fn(),
    ...given,
  }
  const view = (more: Partial<PublishDialogProps> = {}) => (
    <HouseTheme>
      <EditorProvider editor={editor}>
        <PublishDialog {...props} {...more} />
      </EditorProvider>
    </HouseTheme>
  )
  const { rerender } = render(view())
  return {
    editor,
    props,
    user: userEvent.setup(),
    show: (more: Partial<PublishDialogProps>) => rerender(view(more)),
  }
}

const mayAll = ['publish_process', 'configure_process'] as const
const aRequest = (given: Partial<PublishRequestSummary> = {}): PublishRequestSummary =>
  publishRequest({
    process_id: published.process.id,
    reason: 'Shorter name',
    requested_by: { id: 'dana', name: 'Dana' },
    ...given,
  })
/** A backend that keeps requests. */
const aReview = (given: Partial<ReviewSituation> = {}) => ({
  situation: async () => ({ fourEyes: false, timeZone: 'UTC', mine: null, ...given }),
  ask: vi.fn<ReviewPort['ask']>(async ({ renews }) => success(aRequest({ number: renews ?? 1 }))),
  onOpen: vi.fn(),
})

const submit = (name = 'Publish') => screen.getByRole('button', { name })
const row = (state: OutboxRow['state'], why: string | null = null): OutboxRow => ({
  key: 'k',
  processId: 'process',
  document: renamed,
  sent: renamed,
  base: published,
  merged: false,
  reason: '',
  queuedAt: '',
  attempts: 0,
  held: false,
  nextTryAt: '',
  state,
  why,
})

describe('publishing', () => {
  it('shows what changes, touches no deal, and sends the reason', async () => {
    const { user, props } = open()
    expect(
      screen.getByText('Revision 7 becomes revision 8, for everyone in the company at once.'),
    ).toBeVisible()
    expect(screen.getByText('Proposal', { selector: 'del' })).toBeVisible()
    expect(screen.getByText('Offer', { selector: 'ins' })).toBeVisible()
    expect(await screen.findByText('No open deal is touched.')).toBeVisible()
    await user.type(screen.getByLabelText('Why this change?'), 'Shorter name')
    await user.click(submit())
    expect(props.onPublish).toHaveBeenCalledWith('Shorter name')
    expect(screen.getByRole('heading', { name: 'Publishing…' })).toHaveFocus()
  })

  it('is blocked by errors, leads to them and fixes them', async () => {
    const broken = having(renamed, 'removeTransitions', { transitionIds: ['Negotiation → Won'] })
    const { user, props } = open(broken)
    await screen.findByText('No open deal is touched.')
    expect(screen.getByText(/has to be fixed before|have to be fixed before/)).toBeVisible()
    await user.click(submit())
    expect(props.onPublish).not.toHaveBeenCalled()
    const [first] = screen.getAllByRole('button', { name: /Show where/ })
    await user.click(first ?? document.body)
    expect(props.onGoTo).toHaveBeenCalledOnce()
  })

  it('asks where the deals of a stage that goes are to go', async () => {
    const without = having(
      having(published, 'updateStage', { stageId: 'Proposal', changes: { isActive: false } }),
      'connectStages',
      { connections: [{ fromStageId: 'Qualification', toStageId: 'Negotiation' }] },
    )
    const { user, props, editor } = open(without, {
      editor: { usage: { Proposal: { openDeals: 3, openAmount: 117_000 } } },
    })
    expect(await screen.findByText('“Proposal” is deactivated.')).toBeVisible()
    expect(screen.getByText('3 open deals, 117,000')).toBeVisible()
    await user.click(submit())
    expect(props.onPublish).not.toHaveBeenCalled()
    await user.selectOptions(screen.getByLabelText(/Move the deals of “Proposal” to/), 'Negotiation')
    expect(editor.store.getState().document.process.stageMigrations).toEqual({ Proposal: 'Negotiation' })
    await waitFor(() => expect(submit()).toHaveAttribute('aria-disabled', 'false'))
    await user.click(submit())
    expect(props.onPublish).toHaveBeenCalledOnce()
  })

  it('waits for the network where there is none', async () => {
    const failed: PublishDialogProps['impact'] = async () => ({
      ok: false,
      failure: { kind: 'network', message: 'No connection.' },
    })
    const { user, show } = open(renamed, { hasNetwork: false, impact: failed })
    expect(await screen.findByText(/cannot be looked up now/)).toBeVisible()
    await user.click(submit('Publish when online'))
    show({ pending: [row('waiting')] })
    expect(screen.getByRole('heading', { name: 'It will be published when you are online' })).toHaveFocus()
  })

  it('says as which revision it was published', async () => {
    const { user, editor, show, props } = open()
    await user.click(submit())
    show({ pending: [row('waiting')] })
    const next = { ...renamed, process: { ...renamed.process, revision: 8 } }
    act(() => editor.rebase(next, next))
    show({ pending: [] })
    expect(screen.getByRole('heading', { name: 'Published as revision 8' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'See the history' }))
    expect(props.onHistory).toHaveBeenCalledOnce()
  })

  it('says why the server refused, and goes back', async () => {
    const { user, show } = open()
    await user.click(submit())
    show({ pending: [row('parked', 'The code is taken.')] })
    expect(screen.getByText(/The code is taken\./)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(submit()).toBeVisible()
  })

  it('leads to the choice where somebody else changed the same', async () => {
    const { user, show, props } = open()
    await user.click(submit())
    show({ pending: [row('conflict')] })
    await user.click(screen.getByRole('button', { name: 'Choose what holds…' }))
    expect(props.onResolve).toHaveBeenCalledOnce()
  })

  it.each([
    ['nothing differs', published, {}, 'Nothing differs from revision 7.'],
    ['the role may not', renamed, { permissions: [] }, 'Your role may not publish.'],
    ['another tab writes', renamed, { readOnly: 'Another tab edits.' }, 'This tab cannot publish.'],
  ])('does nothing where %s', async (_, document, options, sentence) => {
    const { user, props } = open(document, { editor: options })
    expect(screen.getByText(sentence)).toBeVisible()
    await user.click(submit())
    expect(props.onPublish).not.toHaveBeenCalled()
  })

  it('asks for a review with a reason, and renews what was asked for before', async () => {
    const review = aReview({ mine: aRequest({ number: 4, round: 2 }) })
    const { user, props } = open(renamed, { review, editor: { permissions: mayAll } })
    await user.click(await screen.findByLabelText('Request a review'))
    expect(screen.getByText(/what request 4 asked for, as its round 3/)).toBeVisible()
    await user.click(submit('Request review'))
    expect(screen.getByText('Say why: whoever decides reads it first.')).toBeVisible()
    await user.type(screen.getByLabelText(/Why this change\?/), 'Shorter name')
    await user.click(submit('Request review'))
    expect(review.ask).toHaveBeenCalledWith({
      document: renamed,
      baseRevision: 7,
      reason: 'Shorter name',
      publishAt: null,
      review: true,
      renews: 4,
    })
    expect(await screen.findByRole('heading', { name: 'Review requested' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'See the request' }))
    expect(review.onOpen).toHaveBeenCalledWith(4)
    expect(props.onPublish).not.toHaveBeenCalled()
  })

  it('schedules by the clock of the company, for a moment to come', async () => {
    const review = aReview({ timeZone: 'Europe/Berlin' })
    const { user } = open(renamed, { review, editor: { permissions: mayAll } })
    await user.click(await screen.findByLabelText('Publish at a time'))
    await user.click(submit('Schedule'))
    expect(screen.getByLabelText(/^When/)).toHaveFocus()
    expect(screen.getByText('Say why: it stands in the history.')).toBeVisible()
    await user.type(screen.getByLabelText(/Why this change\?/), 'For the new year')
    fireEvent.change(screen.getByLabelText(/^When/), { target: { value: '2020-01-01T09:00' } })
    await user.click(submit('Schedule'))
    expect(screen.getByText('Choose a moment to come.')).toBeVisible()
    fireEvent.change(screen.getByLabelText(/^When/), { target: { value: '2126-01-01T09:00' } })
    await user.click(submit('Schedule'))
    expect(review.ask).toHaveBeenCalledWith(
      expect.objectContaining({ publishAt: '2126-01-01T08:00:00.000Z', review: false, renews: null }),
    )
  })

  it('offers no way past the second person where the company asks for one', async () => {
    open(renamed, { review: aReview({ fourEyes: true }), editor: { permissions: mayAll } })
    expect(await screen.findByLabelText('Request a review')).toBeChecked()
    expect(screen.queryByLabelText('Publish now')).not.toBeInTheDocument()
    expect(screen.queryByLabelText('Publish at a time')).not.toBeInTheDocument()
    expect(screen.getByText('In this company every change needs a second person.')).toBeVisible()
  })

  it('lets somebody ask who may not publish', async () => {
    open(renamed, { review: aReview(), editor: { permissions: ['configure_process'] } })
    expect(await screen.findByRole('button', { name: 'Request review' })).toBeVisible()
    expect(screen.queryByText('Your role may not publish.')).not.toBeInTheDocument()
  })

  it('says why the review was not asked for, and keeps the words', async () => {
    const review = aReview()
    review.ask.mockResolvedValueOnce({
      ok: false,
      failure: { kind: 'network', message: 'The server cannot be reached.' },
    })
    const { user } = open(renamed, { review, editor: { permissions: mayAll } })
    await user.click(await screen.findByLabelText('Request a review'))
    await user.type(screen.getByLabelText(/Why this change\?/), 'Shorter name')
    await user.click(submit('Request review'))
    expect(await screen.findByText('The server cannot be reached.')).toBeVisible()
    expect(screen.getByLabelText(/Why this change\?/)).toHaveValue('Shorter name')
  })

  it('has no accessibility fault', async () => {
    open()
    await screen.findByText('No open deal is touched.')
    const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })
})
