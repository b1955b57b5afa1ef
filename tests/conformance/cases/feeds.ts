/** What dashboards and other systems read: opportunities, their moves, and what all of it amounts to. */
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { readCsv } from '../../../src/interchange/csv/read.ts'
import { expectProblem } from '../person.ts'
import type { Case } from '../scene.ts'

const feature = 'feeds and analytics'
const on = (day: number) => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`

export const feedCases: readonly Case[] = [
  {
    feature,
    title: 'gives opportunities and their moves in pages, as JSON and as a spreadsheet, and from a moment on',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const [first, second] = stages
      const administrator = await scene.as('administrator')
      const deal = await scene.aDealIn(first.id)
      const before = await administrator.does(api.opportunities.list, { query: { process_id: id } })
      expect(before.value).toMatchObject({
        count: 1,
        results: [{ id: deal, stage_id: first.id, amount: 12_500 }],
      })
      const fed = before.value.results[0]?.projected_at ?? ''
      const opportunities = [
        {
          ...dealIn(deal, second.id, 3),
          // Whoever opens it in a spreadsheet must not run it.
          name: '=HYPERLINK("https://evil.example")',
        },
      ]
      await administrator.does(api.opportunities.feed, { body: { opportunities } })
      const { value } = await administrator.does(api.stageHistory.list, {
        query: { process_id: id, page_size: 1 },
      })
      expect(value).toMatchObject({
        count: 2,
        total_pages: 2,
        results: [{ from_stage_id: null, to_stage_id: first.id }],
      })
      const rest = await administrator.does(api.stageHistory.list, {
        query: { opportunity_id: deal, since: value.results[0]?.recorded_at, page: 2, page_size: 1 },
      })
      expect(rest.value.results).toMatchObject([{ from_stage_id: first.id, to_stage_id: second.id }])

      const since = await administrator.does(api.opportunities.list, {
        query: { since: fed, stage_id: second.id },
      })
      expect(since.value.count).toBe(1)
      const csv = await administrator.sends('GET', `/api/opportunity-projections/?process_id=${id}`, {
        headers: { Accept: 'text/csv' },
      })
      expect(csv.headers.get('Content-Type')).toContain('text/csv')
      expect(csv.text).toContain(`"'=HYPERLINK`)
      const [header, row] = readCsv(csv.text)
      expect(row?.cells[header?.cells.indexOf('name') ?? -1]).toBe(opportunities[0]?.name)
      const empty = await administrator.sends('GET', '/api/stage-history/?opportunity_id=nobody', {
        headers: { Accept: 'text/csv' },
      })
      expect(readCsv(empty.text)).toHaveLength(1)
    },
  },
  {
    feature,
    title: 'passes over no opportunity that is fed again while somebody reads page by page',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const [first, second] = stages
      const administrator = await scene.as('administrator')
      const deals: string[] = []
      while (deals.length < 4) deals.push(await scene.aDealIn(first.id))
      const page = async (number: number) => {
        const query = { process_id: id, page: number, page_size: 2 }
        const { value } = await administrator.does(api.opportunities.list, { query })
        return value.results.map((row) => row.id)
      }
      const read = await page(1)
      const opportunities = read.map((deal) => dealIn(deal, second.id, 3))
      await administrator.does(api.opportunities.feed, { body: { opportunities } })
      expect([...read, ...(await page(2))].sort()).toEqual(deals.sort())
    },
  },
  {
    feature,
    title: 'takes a history along, all or none and no move twice, and says what it comes to',
    run: async (scene) => {
      const { id, stages } = await scene.aProcess()
      const [first, second, won, lost] = stages
      const administrator = await scene.as('administrator')
      const [a, b, c] = [
        await scene.aDealIn(first.id),
        await scene.aDealIn(first.id),
        await scene.aDealIn(first.id),
      ]
      await administrator.does(api.opportunities.feed, {
        body: {
          opportunities: [
            { ...dealIn(a, won.id, 9), status: 'won', closed_at: on(9) },
            { ...dealIn(b, lost.id, 4), status: 'lost', closed_at: on(4) },
            dealIn(c, second.id, 5),
          ],
        },
      })
      const csv = [
        'opportunity_id;to_stage_id;changed_at;from_stage_id;amount',
        `${a};${first.id};${on(1)};;12500`,
        `${a};${second.id};${on(3)};${first.id};12500`,
        `${b};${first.id};${on(2)};;`,
      ].join('\n')
      const load = (text: string) => administrator.does(api.stageHistory.import, { body: { csv: text } })
      expect((await load(csv)).value).toEqual({ inserted: 3, skipped: 0 })
      expect((await load(csv)).value).toEqual({ inserted: 0, skipped: 3 })
      const refused = await administrator.isRefused(
        api.stageHistory.import,
        { body: { csv: `${csv}\nnobody;${first.id};${on(1)};;1\n${a};${first.id};yesterday;;1` } },
        'VALIDATION_FAILED',
      )
      expect(refused.details).toMatchObject({ issues: [{ path: 'csv.6.changed_at' }] })
      await administrator.isRefused(
        api.stageHistory.import,
        { body: { csv: 'a,b\n1,2' } },
        'VALIDATION_FAILED',
      )
      const upload = (...files: string[]) => {
        const parts = files.map(
          (text) =>
            `--cut\r\nContent-Disposition: form-data; name="file"; filename="moves.csv"\r\n\r\n${text}\r\n`,
        )
        return administrator.sends('POST', '/api/stage-history/import/', {
          text: `${parts.join('')}--cut--\r\n`,
          headers: { 'Content-Type': 'multipart/form-data; boundary=cut' },
        })
      }
      expect((await upload(csv)).json).toEqual({ inserted: 0, skipped: 3 })
      expectProblem(await upload('a,b\n1,2'), 'VALIDATION_FAILED')
      expectProblem(await upload(csv, csv), 'MALFORMED_REQUEST')
      expectProblem(await upload(), 'MALFORMED_REQUEST')

      const query = { process_id: id, since: on(1), until: on(31) }
      const { value } = await administrator.does(api.analytics.stages, { query })
      const stage = (of: string) => value.stages.find(({ stage_id }) => stage_id === of)
      expect(stage(second.id)).toMatchObject({
        entered: 2,
        advanced: 1,
        still_in: 1,
        still_in_amount: 12_500,
      })
      expect(stage(second.id)).toMatchObject({ days: { mean: 6, n: 1 }, configured_probability: 60 })
      expect(value).toMatchObject({ deals: 3, won: 1, lost: 1, open: 1, win_rate: { value: 0.5, n: 2 } })
      const nobody = await administrator.does(api.analytics.stages, {
        query: { ...query, owner_name: 'Nobody' },
      })
      expect(nobody.value).toMatchObject({ deals: 0, win_rate: { value: null } })
      await administrator.isRefused(api.analytics.stages, { query: { process_id: 'nobody' } }, 'NOT_FOUND')
    },
  },
  {
    feature,
    title: 'shows them only to those who may see analytics',
    needs: ['representative'],
    run: async (scene) => {
      const representative = await scene.as('representative')
      await representative.isRefused(api.analytics.stages, {}, 'PERMISSION_DENIED')
      await representative.isRefused(api.opportunities.list, {}, 'PERMISSION_DENIED')
      await representative.isRefused(api.stageHistory.list, {}, 'PERMISSION_DENIED')
      await representative.isRefused(api.webhooks.list, {}, 'PERMISSION_DENIED')
    },
  },
  {
    feature: 'webhooks',
    title: 'keeps who is told, shows the secret once, and refuses addresses inside a private network',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const fields = {
        name: 'Warehouse',
        url: 'https://hooks.example/in',
        events: ['stage.created' as const],
      }
      const { value: made, etag } = await administrator.does(api.webhooks.create, { body: fields })
      expect(made).toMatchObject({ ...fields, is_active: true, secret: expect.stringMatching(/^whsec_/) })
      const params = { id: made.id }
      const { value: read } = await administrator.does(api.webhooks.read, { params })
      expect(read).not.toHaveProperty('secret')
      const renamed = { ...fields, name: 'Store' }
      const { value: changed } = await administrator.does(api.webhooks.update, {
        params,
        body: renamed,
        ifMatch: etag,
      })
      expect(changed).toMatchObject({ name: 'Store', revision: 2 })
      await administrator.isRefused(
        api.webhooks.update,
        { params, body: fields, ifMatch: etag },
        'VERSION_CONFLICT',
      )
      for (const url of [
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://169.254.169.254/',
        'http://hooks.example/',
      ]) {
        const refused = await administrator.isRefused(
          api.webhooks.create,
          { body: { ...fields, url } },
          'VALIDATION_FAILED',
        )
        expect(refused.details).toMatchObject({ issues: [{ path: 'url' }] })
      }
      await administrator.does(api.webhooks.test, { params, body: {} })
      const { value: sent } = await administrator.does(api.webhooks.deliveries, { params })
      expect(sent).toMatchObject({ count: 1, results: [{ kind: 'webhook.test' }] })
      await administrator.does(api.webhooks.delete, { params })
      await administrator.isRefused(api.webhooks.read, { params }, 'NOT_FOUND')
    },
  },
]

const dealIn = (id: string, stageId: string, day: number) => ({
  id,
  name: 'A big deal',
  stage_id: stageId,
  status: 'open' as const,
  amount: 12_500,
  owner_name: 'Rosa',
  entered_stage_at: on(day),
  created_at: on(1),
  closed_at: null as string | null,
})
