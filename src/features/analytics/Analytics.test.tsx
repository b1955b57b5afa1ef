import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { type Failure, success } from '../../data/api/failure.ts'
import type { EditorOptions } from '../../editor/createEditor.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Analytics } from './Analytics.tsx'
import type { MeasuredStage, StageAnalytics } from './measured.ts'

const published = standard().document

const measuredAt = (stageId: string, given: Partial<MeasuredStage> = {}): MeasuredStage => ({
  stage_id: stageId,
  stage_code: stageId.toUpperCase(),
  stage_name: stageId,
  kind: 'open',
  entered: 81,
  advanced: 33,
  returned: 5,
  lost: 15,
  still_in: 7,
  still_in_amount: 120_000,
  overdue: 2,
  conversion: { value: 0.62, low: 0.48, high: 0.74, n: 53 },
  configured_probability: 50,
  observed_win: { value: 0.27, low: 0.19, high: 0.37, n: 81 },
  probability_differs: true,
  days: {
    mean: 14.2,
    mean_low: 11.6,
    mean_high: 16.8,
    median: 11,
    median_low: 8,
    median_high: 15,
    p90: 31,
    n: 53,
  },
  configured_days: 10,
  maximum_days: null,
  days_spent: 800,
  ...given,
})

const analytics = (given: Partial<StageAnalytics> = {}): StageAnalytics => ({
  process_id: published.process.id,
  revision: 1,
  as_of: '2026-11-20T10:00:00.000Z',
  fed_at: '2026-11-20T09:00:00.000Z',
  is_cut: false,
  deals: 81,
  won: 22,
  lost: 40,
  open: 19,
  won_amount: 900_000,
  win_rate: { value: 0.35, low: 0.25, high: 0.48, n: 62 },
  days_to_close: {
    mean: 60,
    mean_low: 52,
    mean_high: 68,
    median: 52,
    median_low: 41,
    median_high: 63,
    p90: 110,
    n: 62,
  },
  stages: [
    measuredAt('Proposal'),
    measuredAt('Negotiation', {
      observed_win: { value: 0.5, low: 0.1, high: 0.9, n: 4 },
      days: {
        mean: 3,
        mean_low: 3,
        mean_high: 3,
        median: 3,
        median_low: null,
        median_high: null,
        p90: 3,
        n: 4,
      },
    }),
  ],
  moves: [],
  bottlenecks: [],
  ...given,
})

function open(given: { answer?: StageAnalytics | Failure } & Partial<EditorOptions> = {}) {
  const { answer = analytics(), ...options } = given
  const load = vi.fn(async (_: string | null) =>
    'deals' in answer ? success(answer) : { ok: false as const, failure: answer },
  )
  const onDownload = vi.fn()
  const editor = anEditor(published, {
    base: published,
    permissions: ['view_analytics', 'update_stage'],
    ...options,
  })
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <EditorProvider editor={editor}>
          <Analytics load={load} now={() => new Date('2026-11-20T00:00:00Z')} onDownload={onDownload} />
        </EditorProvider>
      </QueryClientProvider>
    </HouseTheme>,
  )
  return { editor, load, onDownload, user: userEvent.setup() }
}

const row = async (name: string) => within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }))

describe('analytics of a process', () => {
  it('show what was measured with how sure it is, beside what is assumed', async () => {
    open()
    const proposal = await row('Proposal')
    expect(proposal.getByText('62%')).toBeVisible()
    expect(proposal.getByText('48% to 74%, from 53')).toBeVisible()
    expect(proposal.getByText('8 to 15, from 53')).toBeVisible()
    expect(proposal.getByText('nine of ten within 31 days')).toBeVisible()
    expect(proposal.getByText('12 to 17, from 53')).toBeVisible()
    expect(proposal.getByText('Assumed: 50%')).toBeVisible()
    expect(proposal.getByText('measured: 27%')).toBeVisible()
    expect(proposal.getByText('2 too long')).toBeVisible()
    expect(screen.getByText('41 to 63, from 62')).toBeVisible()
    expect(screen.getByText(/Deals were last fed/)).toBeVisible()
  })

  it('take a measured value into the draft, in one step that can be undone', async () => {
    const { user, editor } = open()
    const probability = () => editor.store.getState().document.stages.Proposal?.defaultProbability
    await user.click(await screen.findByRole('button', { name: 'Use 27% as the probability of Proposal' }))
    expect(probability()).toBe(27)
    expect(screen.queryByRole('button', { name: /as the probability of Proposal/ })).not.toBeInTheDocument()
    editor.undo()
    expect(probability()).toBe(50)
  })

  it('take all of them over at once', async () => {
    const { user, editor } = open()
    await user.click(await screen.findByRole('button', { name: 'Use all measured values' }))
    expect(editor.store.getState().document.stages.Proposal).toMatchObject({
      defaultProbability: 27,
      averageDurationDays: 14,
    })
    editor.undo()
    expect(editor.store.getState().document).toEqual(published)
  })

  it('offer nothing that few deals say', async () => {
    open()
    const negotiation = await row('Negotiation')
    // Of the wins, of the median and of the mean.
    expect(negotiation.getAllByText('only 4: too few to say')).toHaveLength(3)
    expect(negotiation.queryByRole('button')).not.toBeInTheDocument()
  })

  it('say of the whole as well when deals are too few', async () => {
    const few = { value: 0.5, low: 0.1, high: 0.9, n: 4 }
    open({ answer: analytics({ win_rate: few, days_to_close: { ...analytics().days_to_close, n: 4 } }) })
    const facts = within((await screen.findByText('Win rate')).closest('dl') ?? document.body)
    expect(facts.getAllByText('only 4: too few to say')).toHaveLength(2)
  })

  it('are asked for a period', async () => {
    const { user, load } = open()
    await user.selectOptions(await screen.findByLabelText('Deals that came in'), 'In the last 90 days')
    expect(load).toHaveBeenLastCalledWith('2026-08-22T00:00:00.000Z')
  })

  it('go out as a table for spreadsheets', async () => {
    const { user, onDownload } = open()
    await user.click(await screen.findByRole('button', { name: 'Download as CSV' }))
    const [csv] = onDownload.mock.calls[0] ?? []
    expect(csv).toContain('PROPOSAL,Proposal,open,7,120000,2,81,33,5,15,0.62')
  })

  it('say how to feed deals where none came', async () => {
    open({ answer: analytics({ deals: 0, fed_at: null, stages: [] }) })
    expect(await screen.findByText(/PUT \/api\/opportunity-projections\//)).toBeVisible()
  })

  it('are not asked for by who may not see them', () => {
    const { load } = open({ permissions: [] })
    expect(screen.getByRole('heading', { name: 'Your role may not see analytics' })).toBeVisible()
    expect(load).not.toHaveBeenCalled()
  })

  it('say why they did not come', async () => {
    open({ answer: { kind: 'network', message: 'The server cannot be reached.' } })
    expect(await screen.findByText('The analytics could not be loaded.')).toBeVisible()
  })

  it('have no accessibility fault', async () => {
    open()
    await row('Proposal')
    const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })
})
