/** What was and what would be: revisions, restore, and the impact of a publish on open deals. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { publishes, renamed, withoutSecond } from '../publishing.ts'
import type { Case } from '../scene.ts'

export const versionCases: readonly Case[] = [
  {
    feature: 'versions',
    title: 'lists every revision newest first and restores an earlier one as the next',
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess()
      await publishes(scene, renamed(document, stages[0].id, 'Changed'), etag)
      const administrator = await scene.as('administrator')
      const { value: list } = await administrator.does(api.versions.list, { params: { id } })
      expect(list.results.map(({ revision, kind, reason }) => [revision, kind, reason])).toEqual([
        [2, 'publish', 'Because'],
        [1, 'publish', null],
      ])
      expect(list.results[0]?.changes).toMatchObject({ updated: 1, added: 0, removed: 0 })
      const { value: first } = await administrator.does(api.versions.read, { params: { id, revision: 1 } })
      expect(first.document.stages[0]?.stage_name).toBe('Qualify')
      const { value: restored } = await administrator.does(api.versions.restore, {
        params: { id, revision: 1 },
        body: {},
        ifMatch: '"v2"',
      })
      expect(restored).toMatchObject({ revision: 3, changed: true })
      expect(restored.document.stages[0]?.stage_name).toBe('Qualify')
      await administrator.isRefused(api.versions.read, { params: { id, revision: 9 } }, 'NOT_FOUND')
    },
  },
  {
    feature: 'versions',
    title: 'keeps the comments of a process, and what was said since when an earlier revision is restored',
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess()
      const said = {
        id: randomUUID(),
        thread_id: randomUUID(),
        target_id: stages[0].id,
        kind: 'text' as const,
        text: 'Who signs this?',
        by: 'ada',
        by_name: 'Ada',
        at: '2026-11-20T08:00:00.000Z',
        edited_at: null,
      }
      const administrator = await scene.as('administrator')
      const { value: published } = await administrator.does(api.versions.publish, {
        params: { id },
        body: { document: { ...documentToWire(document), comments: [said] }, reason: 'Because' },
        ifMatch: etag,
      })
      expect(published.document.comments).toEqual([said])
      const { value: read } = await administrator.does(api.processes.read, { params: { id } })
      expect(read.comments).toEqual([said])
      const { value: restored } = await administrator.does(api.versions.restore, {
        params: { id, revision: 1 },
        body: {},
        ifMatch: '"v2"',
      })
      expect(restored.document.comments).toEqual([said])
      const { comments: _, ...older } = documentToWire(renamed(document, stages[0].id, 'As an older client'))
      const { value: without } = await administrator.does(api.versions.publish, {
        params: { id },
        body: { document: older, reason: 'Because' },
        ifMatch: restored.etag,
      })
      expect(without.document.comments).toEqual([])
    },
  },
  {
    feature: 'impact',
    title: 'says what a publish would do to open deals, refuses to strand them, and moves them where told',
    run: async (scene) => {
      const { document, etag, stages, id } = await scene.aProcess()
      const [first, second] = stages
      await scene.aDealIn(second.id)
      const administrator = await scene.as('administrator')
      const shorter = documentToWire(withoutSecond(document))
      const { value: bad } = await administrator.does(api.processes.impact, {
        params: { id },
        body: { document: shorter },
      })
      expect(bad).toMatchObject({
        base_revision: 1,
        stranded_deals: 1,
        moved_deals: 0,
        stages: [{ stage_id: second.id, becomes: 'removed', open_deals: 1, migrates_to: null }],
        weighted_amount: { before: 7_500, after: 0 },
      })
      await administrator.isRefused(
        api.versions.publish,
        { params: { id }, body: { document: shorter }, ifMatch: etag },
        'STAGE_IN_USE',
      )
      const told = { ...shorter, stage_migrations: { [second.id]: first.id } }
      const { value: good } = await administrator.does(api.processes.impact, {
        params: { id },
        body: { document: told },
      })
      expect(good).toMatchObject({
        stranded_deals: 0,
        moved_deals: 1,
        weighted_amount: { before: 7_500, after: 2_500 },
      })
      const { value } = await administrator.does(api.versions.publish, {
        params: { id },
        body: { document: told },
        ifMatch: etag,
      })
      expect(value.migrated_deals).toEqual({ [second.id]: 1 })
      expect(value.document.stage_migrations).toEqual({})
    },
  },
  {
    feature: 'versions',
    title:
      'takes deals back with the stages when a revision that moved them is undone, and leaves others where they are',
    run: async (scene) => {
      const { id, document, stages } = await scene.aProcess()
      const [first, second] = stages
      const administrator = await scene.as('administrator')
      const dealsIn = async (stageId: string) => {
        const said = await administrator.sends('GET', `/api/sales-stages/${stageId}/usage/`)
        return said.status === 404 ? null : Object(said.json).deals.map((deal: { id: string }) => deal.id)
      }
      const publishes = async (body: ReturnType<typeof documentToWire>, revision: number) =>
        await administrator.does(api.versions.publish, {
          params: { id },
          body: { document: body },
          ifMatch: `"v${revision}"`,
        })
      const goesBackTo = async (revision: number, from: number) =>
        (
          await administrator.does(api.versions.restore, {
            params: { id, revision },
            body: {},
            ifMatch: `"v${from}"`,
          })
        ).value
      const [stays, moves] = [await scene.aDealIn(first.id), await scene.aDealIn(second.id)]
      // One stage goes, and the deal in it to the one before.
      const shorter = documentToWire(withoutSecond(document))
      await publishes({ ...shorter, stage_migrations: { [second.id]: first.id } }, 1)
      expect([await dealsIn(first.id), await dealsIn(second.id)]).toEqual([
        expect.arrayContaining([stays, moves]),
        null,
      ])
      expect((await goesBackTo(1, 2)).migrated_deals).toEqual({ [first.id]: 1 })
      expect([await dealsIn(first.id), await dealsIn(second.id)]).toEqual([[stays], [moves]])

      // Another takes the place of one: what came into it since has to go back as well.
      const other = { ...shorter.stages[0], id: randomUUID(), stage_code: 'OTHER', stage_name: 'Other' }
      const swapped = documentToWire(document)
      const text = JSON.stringify({ ...swapped, stages: swapped.stages.filter((row) => row.id !== first.id) })
      const replaced = JSON.parse(text.replaceAll(first.id, other.id))
      replaced.stages.unshift(other)
      replaced.stage_migrations = { [first.id]: other.id }
      await publishes(replaced, 3)
      const late = await scene.aDealIn(other.id)
      expect((await goesBackTo(3, 4)).migrated_deals).toEqual({ [other.id]: 2 })
      expect(await dealsIn(first.id)).toEqual(expect.arrayContaining([stays, late]))
      expect([await dealsIn(other.id), await dealsIn(second.id)]).toEqual([null, [moves]])
    },
  },
]
