/** Governed change: asked for by one person, decided by another, published as what was read. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { publishes, renamed, withoutSecond } from '../publishing.ts'
import type { Case } from '../scene.ts'

export const publishRequestCases: readonly Case[] = [
  {
    feature: 'publish requests',
    title: 'publishes what one person asked for when another approves it, once',
    needs: ['director'],
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess('director')
      const director = await scene.as('director')
      const administrator = await scene.as('administrator')
      const { value: asked } = await director.does(api.publishRequests.create, {
        params: { id },
        ifMatch: etag,
        idempotencyKey: randomUUID(),
        body: { document: documentToWire(renamed(document, stages[0].id, 'Asked for')), reason: 'Why not' },
      })
      expect(asked).toMatchObject({ number: 1, state: 'open', base_revision: 1 })
      const request = { params: { id, number: 1 } }
      await administrator.does(api.publishRequests.comment, { ...request, body: { text: 'Looks right' } })
      const approval = { ...request, body: { round: 1 } }
      const { value: approved } = await administrator.does(api.publishRequests.approve, approval)
      expect(approved).toMatchObject({ state: 'published', revision: 2 })
      await administrator.isRefused(api.publishRequests.approve, approval, 'REQUEST_CLOSED')
      const { value: versions } = await director.does(api.versions.list, { params: { id } })
      expect(versions.results[0]).toMatchObject({ revision: 2, reason: 'Why not', request: { number: 1 } })
    },
  },
  {
    feature: 'publish requests',
    title: 'refuses to approve what is out of date, and declines with a reason alone',
    needs: ['director'],
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess('director')
      const director = await scene.as('director')
      const administrator = await scene.as('administrator')
      const body = {
        document: documentToWire(renamed(document, stages[0].id, 'Asked for')),
        reason: 'Why not',
      }
      const ask = { params: { id }, ifMatch: etag, body }
      await director.does(api.publishRequests.create, ask)
      await administrator.does(api.stages.update, {
        params: { id: stages[1].id },
        body: { notes: 'Meanwhile' },
      })
      const request = { params: { id, number: 1 } }
      const { value: read } = await administrator.does(api.publishRequests.read, request)
      expect(read.out_of_date).toBe(true)
      await administrator.isRefused(
        api.publishRequests.approve,
        { ...request, body: { round: 1 } },
        'VERSION_CONFLICT',
      )
      const wordless = { ...request, body: { round: 1, reason: ' ' } }
      await administrator.isRefused(api.publishRequests.decline, wordless, 'VALIDATION_FAILED')
      await administrator.does(api.publishRequests.decline, {
        ...request,
        body: { round: 1, reason: 'Later' },
      })
      await director.does(api.publishRequests.withdraw, { ...request, body: {} })
      await director.isRefused(api.publishRequests.create, ask, 'VERSION_CONFLICT')
    },
  },
  {
    feature: 'publish requests',
    title: 'brings an earlier revision back with the deals that later ones moved, as it foresaw',
    needs: ['director'],
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess('director')
      const [first, second] = stages
      const deal = await scene.aDealIn(second.id)
      await publishes(scene, withoutSecond(document, { [second.id]: first.id }), etag)
      const director = await scene.as('director')
      const administrator = await scene.as('administrator')
      const body = { restores: 1, reason: 'It sold better' }
      const ask = { params: { id }, ifMatch: '"v2"', body }
      const both = { ...ask, body: { ...body, document: documentToWire(document) } }
      await director.isRefused(api.publishRequests.create, both, 'VALIDATION_FAILED')
      const { value: asked } = await director.does(api.publishRequests.create, ask)
      expect(asked).toMatchObject({ restores: 1, base_revision: 2 })
      const request = { params: { id, number: 1 } }
      const foreseen = {
        returns: [{ stage_id: first.id, returns_to: second.id, open_deals: 1, open_amount: 12_500 }],
        moved_deals: 1,
        weighted_amount: { before: 2_500, after: 7_500 },
      }
      const { value: read } = await administrator.does(api.publishRequests.read, request)
      expect(read.impact).toMatchObject(foreseen)
      const { value: impact } = await director.does(api.processes.impact, {
        params: { id },
        body: { restores: 1 },
      })
      expect(impact).toMatchObject(foreseen)
      await administrator.does(api.publishRequests.approve, { ...request, body: { round: 1 } })
      const { value: versions } = await director.does(api.versions.list, { params: { id } })
      expect(versions.results[0]).toMatchObject({ revision: 3, kind: 'restore', request: { number: 1 } })
      const back = await administrator.sends('GET', `/api/sales-stages/${second.id}/usage/`)
      expect(back.json).toMatchObject({ deals: [{ id: deal }] })
    },
  },
]
