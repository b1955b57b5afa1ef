/** The company's own templates: kept without the life of the process they were made of. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Case } from '../scene.ts'

const feature = 'process templates'
const aName = (): string => `Ours ${randomUUID().slice(0, 8)}`

export const processTemplateCases: readonly Case[] = [
  {
    feature,
    title: 'keeps a process as a template, renames it, lists it by name and category, and deletes it',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const mine = await scene.aProcess()
      const template_name = aName()
      const { value, status, etag } = await administrator.does(api.processTemplates.create, {
        body: { template_name, category: 'Software', document: documentToWire(mine.document) },
      })
      expect(status).toBe(201)
      expect(value).toMatchObject({ template_name, category: 'Software', description: '' })
      const params = { id: value.id }
      const { value: read } = await administrator.does(api.processTemplates.read, { params })
      expect(read).toEqual(value)
      const renamed = aName()
      const { value: changed } = await administrator.does(api.processTemplates.update, {
        params,
        body: { template_name: renamed, description: 'For new hires' },
      })
      expect(changed).toMatchObject({
        template_name: renamed,
        description: 'For new hires',
        category: 'Software',
      })
      expect([changed.document, changed.revision]).toEqual([value.document, value.revision + 1])
      const stale = { params, ifMatch: etag }
      const again = { ...stale, body: { template_name } }
      await administrator.isRefused(api.processTemplates.update, again, 'VERSION_CONFLICT')
      await administrator.isRefused(api.processTemplates.delete, stale, 'VERSION_CONFLICT')
      const { value: list } = await administrator.does(api.processTemplates.list, {
        query: { category: 'Software', page_size: 500 },
      })
      expect(list.results.map(({ id }) => id)).toContain(value.id)
      await administrator.does(api.processTemplates.delete, { params })
      await administrator.isRefused(api.processTemplates.read, { params }, 'NOT_FOUND')
      await administrator.isRefused(api.processTemplates.delete, { params }, 'NOT_FOUND')
    },
  },
  {
    feature,
    title: 'keeps what the process is and nothing of its ids, owner, revision and times',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const mine = await scene.aProcess()
      const { value } = await administrator.does(api.processTemplates.create, {
        body: { template_name: aName(), document: documentToWire(mine.document) },
      })
      const { document } = value
      expect(document.stages.map(({ stage_name }) => stage_name)).toEqual(
        mine.stages.map(({ stageName }) => stageName),
      )
      expect(document.transitions).toHaveLength(Object.keys(mine.document.transitions).length)
      expect(document).toMatchObject({ revision: 0, is_default: false, company_id: '', created_at: null })
      const words = JSON.stringify(document)
      for (const id of [mine.id, ...mine.stages.map((stage) => stage.id)]) expect(words).not.toContain(id)
      await administrator.does(api.processTemplates.delete, { params: { id: value.id } })
    },
  },
  {
    feature,
    title: 'refuses a name that is taken, no name, and a document that does not hold together',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const document = documentToWire((await scene.aProcess()).document)
      const template_name = aName()
      const { value } = await administrator.does(api.processTemplates.create, {
        body: { template_name, document },
      })
      const again = await administrator.isRefused(
        api.processTemplates.create,
        { body: { template_name, document } },
        'ALREADY_EXISTS',
      )
      expect(again.details).toMatchObject({ field: 'template_name', value: template_name })
      await administrator.isRefused(
        api.processTemplates.create,
        { body: { template_name: '  ', document } },
        'VALIDATION_FAILED',
      )
      const torn = { ...document, stages: document.stages.slice(1) }
      const refused = await administrator.isRefused(
        api.processTemplates.create,
        { body: { template_name: aName(), document: torn } },
        'VALIDATION_FAILED',
      )
      expect(JSON.stringify(refused.details)).toContain('document.transitions')
      await administrator.does(api.processTemplates.delete, { params: { id: value.id } })
    },
  },
]
