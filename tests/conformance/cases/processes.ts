/** Processes and their revisions: atomic publish, conflict, idempotency. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { documentFromWire, documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { publishes, renamed } from '../publishing.ts'
import { type Case, soundProcess } from '../scene.ts'

const feature = 'atomic publish'

export const processCases: readonly Case[] = [
  {
    feature,
    title: 'publishes a process that is not there yet, whole, and gives it back',
    run: async (scene) => {
      const document = soundProcess()
      const { value, status, etag } = await publishes(scene, document, '"v0"')
      expect([status, value.revision, value.etag, etag, value.changed]).toEqual([
        201,
        1,
        '"v1"',
        '"v1"',
        true,
      ])
      const administrator = await scene.as('administrator')
      const { value: read } = await administrator.does(api.processes.read, {
        params: { id: document.process.id },
      })
      const kept = documentFromWire(read)
      expect(Object.keys(kept.stages).sort()).toEqual(Object.keys(document.stages).sort())
      expect(Object.keys(kept.transitions).sort()).toEqual(Object.keys(document.transitions).sort())
      expect(read).toEqual(value.document)
      const listed = await administrator.does(api.processes.list, {
        query: { search: document.process.processName },
      })
      expect(listed.value.results).toMatchObject([
        { id: document.process.id, stage_count: 4, transition_count: 4, etag: '"v1"' },
      ])
    },
  },
  {
    feature,
    title: 'publishes on the current revision, refuses a stale one and says which is current',
    run: async (scene) => {
      const { document, etag, stages } = await scene.aProcess()
      const { value } = await publishes(scene, renamed(document, stages[0].id, 'Mine'), etag)
      expect(value).toMatchObject({ revision: 2, changed: true })
      const administrator = await scene.as('administrator')
      const refused = await administrator.isRefused(
        api.versions.publish,
        {
          params: { id: document.process.id },
          body: { document: documentToWire(renamed(document, stages[0].id, 'Theirs')) },
          ifMatch: etag,
        },
        'VERSION_CONFLICT',
      )
      expect(refused.details).toMatchObject({ current_revision: 2, current_etag: '"v2"' })
      const { value: read } = await administrator.does(api.processes.read, {
        params: { id: document.process.id },
      })
      expect(read.stages[0]?.stage_name).toBe('Mine')
    },
  },
  {
    feature,
    title: 'asks for If-Match where none is sent',
    run: async (scene) => {
      const { document } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      await administrator.isRefused(
        api.versions.publish,
        { params: { id: document.process.id }, body: { document: documentToWire(document) } },
        'PRECONDITION_REQUIRED',
      )
    },
  },
  {
    feature,
    title: 'refuses what does not lint, with every problem, and changes nothing',
    run: async (scene) => {
      const { document, etag, id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const refused = await administrator.isRefused(
        api.versions.publish,
        {
          params: { id },
          body: { document: documentToWire({ ...document, transitions: {} }) },
          ifMatch: etag,
        },
        'PROCESS_INVALID',
      )
      const rules = JSON.stringify(refused.details)
      expect(rules).toContain('graph/dead-end')
      expect(rules).toContain('graph/unreachable-stage')
      const { etag: now } = await administrator.does(api.processes.read, { params: { id } })
      expect(now).toBe(etag)
    },
  },
  {
    feature,
    title: 'refuses a document that does not hold together',
    run: async (scene) => {
      const { document, etag, id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const wire = documentToWire(document)
      const publish = (changed: typeof wire) =>
        administrator.isRefused(
          api.versions.publish,
          { params: { id }, body: { document: changed }, ifMatch: etag },
          'VALIDATION_FAILED',
        )
      const [transition] = wire.transitions
      const [stage] = wire.stages
      if (!transition || !stage) throw new Error('The sound process has stages and transitions.')
      const dangling = await publish({ ...wire, transitions: [{ ...transition, to_stage_id: 'nowhere' }] })
      expect(dangling.message).toContain('document.transitions.0.to_stage_id')
      await publish({ ...wire, stages: [...wire.stages, stage] })
      await publish({ ...wire, id: randomUUID() })
    },
  },
  {
    feature,
    title: 'writes nothing where nothing changed',
    run: async (scene) => {
      const { id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const { value: wire, etag } = await administrator.does(api.processes.read, { params: { id } })
      const { value } = await publishes(scene, documentFromWire(wire), etag)
      expect(value).toMatchObject({ changed: false, revision: 1, etag })
    },
  },
  {
    feature: 'idempotency',
    title: 'answers the same request with the same key the same, and another body under it not at all',
    run: async (scene) => {
      const { document, etag, stages } = await scene.aProcess()
      const key = randomUUID()
      const mine = renamed(document, stages[0].id, 'Once')
      const first = await publishes(scene, mine, etag, key)
      const again = await publishes(scene, mine, etag, key)
      expect(again).toEqual(first)
      const administrator = await scene.as('administrator')
      await administrator.isRefused(
        api.versions.publish,
        {
          params: { id: document.process.id },
          body: { document: documentToWire(renamed(document, stages[0].id, 'Twice')) },
          ifMatch: etag,
          idempotencyKey: key,
        },
        'IDEMPOTENCY_MISMATCH',
      )
    },
  },
  {
    feature: 'idempotency',
    title: 'creates a stage once and deletes it once, however often it is asked',
    run: async (scene) => {
      const { id } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const creates = {
        body: { process_id: id, stage_name: 'Once', stage_code: 'ONCE' },
        idempotencyKey: randomUUID(),
      }
      const { value } = await administrator.does(api.stages.create, creates)
      expect((await administrator.does(api.stages.create, creates)).value).toEqual(value)
      const deletes = { params: { id: value.id }, idempotencyKey: randomUUID() }
      const gone = await administrator.does(api.stages.delete, deletes)
      expect((await administrator.does(api.stages.delete, deletes)).value).toEqual(gone.value)
    },
  },
  {
    feature: 'processes',
    title: "creates, changes and archives a process by its own fields, and never the default one's existence",
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const code = `C_${randomUUID().slice(0, 8)}`
      const { value, etag, status } = await administrator.does(api.processes.create, {
        body: { process_name: 'Renewals', process_code: code, policies: { allow_rework: true } },
      })
      expect([status, value.stages, value.policies.allow_rework]).toEqual([201, [], true])
      await administrator.isRefused(
        api.processes.create,
        { body: { process_name: 'Again', process_code: code } },
        'ALREADY_EXISTS',
      )
      const params = { id: value.id }
      const { value: changed } = await administrator.does(api.processes.update, {
        params,
        body: { description: 'Every year', policies: { default_close_offset_days: 60 } },
        ifMatch: etag,
      })
      expect(changed).toMatchObject({
        process_name: 'Renewals',
        description: 'Every year',
        policies: { allow_rework: true, default_close_offset_days: 60 },
      })
      if (!value.is_default) {
        await administrator.does(api.processes.delete, { params, query: { reason: 'Tried out' } })
        await administrator.isRefused(api.processes.read, { params }, 'NOT_FOUND')
      }
      const { value: all } = await administrator.does(api.processes.list, {})
      const standard = all.results.find((process) => process.is_default)
      if (!standard) expect.fail('A company with processes has a default one.')
      await administrator.isRefused(api.processes.delete, { params: { id: standard.id } }, 'DEFAULT_PROCESS')
    },
  },
]
