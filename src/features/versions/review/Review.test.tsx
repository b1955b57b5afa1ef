import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { AtAddress } from '../../../../tests/kit/AtAddress.tsx'
import { anEditor, standard } from '../../../../tests/kit/builders.ts'
import { having } from '../../../../tests/kit/given.ts'
import { publishRequest } from '../../../../tests/kit/publishRequest.ts'
import type { PublishRequestSummary } from '../../../contract/publishRequests.ts'
import { type Failure, success } from '../../../data/api/failure.ts'
import type { PublishRequests, ReadRequest } from '../../../data/api/publishRequests.ts'
import { EditorProvider } from '../../../editor/react.ts'
import { HouseTheme } from '../../../ui/theme/index.ts'
import { RequestList } from './RequestList.tsx'
import { Review } from './Review.tsx'

const base = standard().process({ revision: 7 }).document
const asked = having(base, 'updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })

const aRequest = (given: Partial<ReadRequest> = {}): ReadRequest => ({
  ...publishRequest({ process_id: base.process.id, number: 3 }),
  document: asked,
  comments: [],
  impact: {
    base_revision: 7,
    changes: {
      stages: { added: 0, updated: 1, removed: 0 },
      transitions: { added: 0, updated: 0, removed: 0 },
    },
    stages: [
      {
        stage_id: 'Negotiation',
        stage_name: 'Negotiation',
        becomes: 'removed',
        open_deals: 3,
        open_amount: 117_000,
        probability: { from: 75, to: null },
        migrates_to: 'Proposal',
      },
    ],
    returns: [],
    moved_deals: 3,
    stranded_deals: 0,
    weighted_amount: { before: 58_500, after: 23_400 },
    as_of: null,
    blocking: [],
  },
  problems: [],
  ...given,
})

const refused = (code: string, message: string): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { kind: 'problem', status: 409, code, message, details: {}, retryAfterSeconds: null },
})

function someRequests(request: ReadRequest, given: Partial<PublishRequests> = {}): PublishRequests {
  const answer = (change: Partial<PublishRequestSummary>) =>
    vi.fn(async () => success({ ...request, ...change }))
  return {
    policy: async () => success({ four_eyes: false, time_zone: 'Europe/Berlin' }),
    savePolicy: vi.fn(),
    list: async () => success({ count: 1, rows: [request] }),
    all: async () => success({ count: 1, rows: [request] }),
    read: async () => success(request),
    ask: vi.fn(),
    renew: answer({ round: 2 }),
    comment: answer({ comment_count: 1 }),
    approve: answer({ state: 'published', revision: 8 }),
    decline: answer({ state: 'declined' }),
    withdraw: answer({ state: 'withdrawn' }),
    ...given,
  }
}

function open(
  given: {
    request?: ReadRequest
    requests?: Partial<PublishRequests>
    userId?: string
    permissions?: readonly ('approve_publish' | 'configure_process')[]
    hasNetwork?: boolean
    /** Words that were written and not sent, by what they are for. */
    kept?: Map<string, string>
  } = {},
) {
  const {
    request = aRequest(),
    userId = 'elena',
    permissions = ['approve_publish'],
    hasNetwork = true,
    kept = new Map(),
  } = given
  const requests = someRequests(request, given.requests)
  const editor = anEditor(asked, { base, permissions })
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <EditorProvider editor={editor}>
          <AtAddress>
            <Review
              {...{ requests, userId, hasNetwork }}
              kept={(what) => ({
                read: () => kept.get(what) ?? null,
                write: (words) => void (words === null ? kept.delete(what) : kept.set(what, words)),
              })}
              backend={{ version: vi.fn() }}
              number={3}
              back={{ to: '/versions', children: 'All versions' }}
            />
          </AtAddress>
        </EditorProvider>
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { requests, user: userEvent.setup() }
}

describe('a request to publish', () => {
  it('shows who asks for what and why, and the deals and the money it moves', async () => {
    open()
    expect(await screen.findByText(/Daniel Okafor asks to publish what is built on revision 7/)).toBeVisible()
    expect(screen.getByText('As customers call it')).toBeVisible()
    expect(screen.getByRole('group', { name: /0 added, 1 changed, 0 removed/ })).toBeVisible()
    expect(screen.getByText('Offer', { selector: 'ins' })).toBeVisible()
    expect(screen.getByText('3 open deals, 117,000')).toBeVisible()
    expect(screen.getByText('Its deals move to “Offer”.')).toBeVisible()
    expect(screen.getByText(/58,500 → 23,400/)).toBeVisible()
  })

  it('is approved as it was read', async () => {
    const { requests, user } = open({ request: aRequest({ round: 4 }) })
    await user.click(await screen.findByRole('button', { name: 'Approve and publish…' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Approve request 3?' }))
    await user.type(dialog.getByLabelText('A word to it'), 'Good')
    await user.click(dialog.getByRole('button', { name: 'Approve and publish' }))
    expect(requests.approve).toHaveBeenCalledWith(expect.objectContaining({ number: 3, round: 4 }), 'Good')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('heading', { name: /^Request 3:/ })).toHaveFocus())
  })

  it('is declined only with a reason', async () => {
    const { requests, user } = open()
    await user.click(await screen.findByRole('button', { name: 'Decline…' }))
    await user.click(screen.getByRole('button', { name: 'Decline' }))
    expect(screen.getByText('Say why, so that it can be put right.')).toBeVisible()
    expect(screen.getByLabelText(/Why not\?/)).toHaveFocus()
    expect(requests.decline).not.toHaveBeenCalled()
    await user.type(screen.getByLabelText(/Why not\?/), 'Not now')
    await user.click(screen.getByRole('button', { name: 'Decline' }))
    expect(requests.decline).toHaveBeenCalledWith(expect.objectContaining({ round: 1 }), 'Not now')
  })

  it('says why the server refused, and asks the same again under the same key', async () => {
    const approve = vi.fn<PublishRequests['approve']>(async () =>
      refused('STAGE_IN_USE', '3 deals stand in it.'),
    )
    const { user } = open({ requests: { approve } })
    await user.click(await screen.findByRole('button', { name: 'Approve and publish…' }))
    await user.click(screen.getByRole('button', { name: 'Approve and publish' }))
    expect(await screen.findByText('3 deals stand in it.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Approve and publish' }))
    const keys = approve.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('is answered', async () => {
    const { requests, user } = open()
    await user.click(await screen.findByRole('button', { name: 'Send' }))
    expect(screen.getByText('Write something first.')).toBeVisible()
    expect(screen.getByLabelText('Comment')).toHaveFocus()
    await user.type(screen.getByLabelText('Comment'), ' Why now? ')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(requests.comment).toHaveBeenCalledWith(base.process.id, 3, 'Why now?', expect.any(String))
    expect(screen.getByLabelText('Comment')).toHaveValue('')
  })

  it('cannot be approved while it is out of date: its author renews it with the draft', async () => {
    const { requests, user } = open({
      request: aRequest({ out_of_date: true }),
      userId: 'daniel',
      permissions: ['approve_publish', 'configure_process'],
    })
    expect(await screen.findByText('Revision 7 was published since.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Renew with my draft…' }))
    await user.click(screen.getByRole('button', { name: 'Renew' }))
    expect(requests.renew).toHaveBeenCalledWith(
      3,
      expect.objectContaining({ baseRevision: 7, reason: 'As customers call it', publishAt: null }),
    )
  })

  it('that brings a revision back says so, which deals go back, and is renewed as that', async () => {
    const { impact } = aRequest()
    const deals = { open_deals: 2, open_amount: 9_000 }
    const returns = [{ stage_id: 'Qualified', stage_name: 'Qualified', returns_to: 'Proposal', ...deals }]
    const { requests, user } = open({
      request: aRequest({
        restores: 4,
        out_of_date: true,
        impact: impact && { ...impact, stages: [], returns },
      }),
      userId: 'daniel',
      permissions: ['configure_process'],
    })
    expect(await screen.findByText(/Daniel Okafor asks to bring back revision 4 in place of/)).toBeVisible()
    expect(screen.getByText('Moved to “Qualified” by a later publish')).toBeVisible()
    expect(screen.getByText('2 open deals, 9,000')).toBeVisible()
    expect(screen.getByText('Back to “Offer”.')).toBeVisible()
    expect(screen.getByText(/so that it is asked for in place of that revision/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Renew…' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Renew request 3?' }))
    expect(dialog.getByText(/^Revision 4 is asked for in place of revision 7/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Renew' }))
    const [, order] = vi.mocked(requests.renew).mock.calls[0] ?? []
    expect(order).toMatchObject({ restores: 4, baseRevision: 7, processId: base.process.id })
    expect(order).not.toHaveProperty('document')
  })

  it('is for somebody else to decide where the company asks for four eyes', async () => {
    open({
      userId: 'daniel',
      permissions: ['approve_publish', 'configure_process'],
      requests: { policy: async () => success({ four_eyes: true, time_zone: 'UTC' }) },
    })
    expect(await screen.findByText('Somebody else decides about your request.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Approve/ })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Take back…' })).toBeVisible()
  })

  it.each<[ReadRequest['state'], Partial<ReadRequest>, RegExp]>([
    ['scheduled', { publish_at: '2026-12-01T08:00:00.000Z' }, /published on .*9:00.* GMT\+1/],
    ['failed', { refusal: 'The process was deleted meanwhile.' }, /not published at its time/],
    ['declined', { decision: 'Later' }, /Elena Rossi declined it/],
    ['withdrawn', {}, /Elena Rossi took it back/],
    ['published', { revision: 8, impact: null }, /published as revision 8/],
  ])('says what became of it when it is %s', async (state, change, sentence) => {
    const decided = {
      decided_by: { id: 'elena', name: 'Elena Rossi' },
      decided_at: '2026-11-21T10:00:00.000Z',
    }
    open({ request: aRequest({ ...decided, ...change, state }) })
    expect(await screen.findByText(sentence)).toBeVisible()
  })

  it('can be looked at by everybody and decided by few', async () => {
    open({ permissions: [] })
    expect(await screen.findByText('Deciding takes a role that may approve.')).toBeVisible()
  })

  it('decides nothing while there is no network', async () => {
    const { user } = open({ hasNetwork: false })
    await user.click(await screen.findByRole('button', { name: 'Approve and publish…' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByText('You are offline.')).toBeVisible()
  })

  it('says that it is not there, and that it could not be loaded', async () => {
    const gone = {
      ...refused('NOT_FOUND', 'No.'),
      failure: { ...refused('NOT_FOUND', 'No.').failure, status: 404 },
    }
    open({ requests: { read: async () => gone } })
    expect(await screen.findByText('There is no such request.')).toBeVisible()
  })

  it('has the words again that were written and not sent', async () => {
    const kept = new Map<string, string>()
    const { user } = open({ kept })
    await user.type(await screen.findByLabelText('Comment'), 'Sales ag')
    expect(kept.get('comment')).toBe('Sales ag')
    cleanup()
    const again = open({ kept })
    const field = await screen.findByLabelText('Comment')
    expect(field).toHaveValue('Sales ag')
    await again.user.type(field, 'rees')
    await again.user.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(again.requests.comment).toHaveBeenCalled())
    await waitFor(() => expect(kept.size).toBe(0))
  })

  it('tries again where the server did not answer', async () => {
    const read = vi.fn<PublishRequests['read']>(async () => ({
      ok: false,
      failure: { kind: 'network', message: 'No answer.' },
    }))
    const { user } = open({ requests: { read } })
    expect(await screen.findByText('The request could not be loaded.')).toBeVisible()
    read.mockImplementation(async () => success(aRequest()))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: /^Request 3/ })).toBeVisible()
  })

  it('has no accessibility fault', async () => {
    open({
      request: aRequest({
        comments: [
          { id: 'c', text: 'Yes', by: { id: 'x', name: 'Xu' }, at: '2026-11-20T11:00:00.000Z', round: 1 },
        ],
      }),
    })
    await screen.findByRole('button', { name: 'Decline…' })
    const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })
})

describe('the requests of a process', () => {
  it('say that they could not be loaded, and are asked for again', async () => {
    const list = vi.fn<PublishRequests['list']>(async () => ({
      ok: false,
      failure: { kind: 'network', message: 'No answer.' },
    }))
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    render(
      <HouseTheme>
        <QueryClientProvider client={client}>
          <RequestList requests={{ list }} processId="p" addressOf={(number) => `/r/${number}`} />
        </QueryClientProvider>
      </HouseTheme>,
    )
    expect(await screen.findByText('The publish requests could not be loaded.')).toBeVisible()
    list.mockImplementation(async () => success({ count: 0, rows: [] }))
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^No request yet/)).toBeVisible()
  })

  it('lead to each, with its state', async () => {
    render(
      <HouseTheme>
        <QueryClientProvider client={new QueryClient()}>
          <AtAddress>
            <RequestList
              requests={someRequests(aRequest({ restores: 4, out_of_date: true, comment_count: 2 }))}
              processId="p"
              addressOf={(number) => `/r/${number}`}
            />
          </AtAddress>
        </QueryClientProvider>
      </HouseTheme>,
    )
    const link = await screen.findByRole('link', {
      name: /Request 3.*Waits for review.*Brings back revision 4.*Out of date.*2 comments/,
    })
    expect(link).toHaveAttribute('href', '/r/3')
  })
})
