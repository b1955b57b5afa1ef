import { etagOf, type Tagged } from '../../../src/contract/etag.ts'
import type {
  createProcessTemplate,
  deleteProcessTemplate,
  listProcessTemplates,
  readProcessTemplate,
  updateProcessTemplate,
  WireProcessTemplate,
} from '../../../src/contract/processTemplates.ts'
import { documentToWire, type WireDocument } from '../../../src/domain/process/wireDocument.ts'
import { contentForTemplate } from '../../../src/domain/templates/companyTemplate.ts'
import type { Handler } from '../../http/handler.ts'
import { settled } from '../../masking/settled.ts'
import type { Actor, Services, StoredTemplate } from '../../services.ts'
import { found } from '../notFound.ts'
import { cutPage } from '../pages.ts'
import { documentOf } from '../versions/documentOf.ts'
import { refuseForeignTag } from '../write.ts'

const what = 'process template'

const toBody = (template: StoredTemplate): WireProcessTemplate => ({
  id: template.id,
  company_id: template.companyId,
  template_name: template.templateName,
  description: template.description,
  category: template.category,
  document: documentToWire(template.document),
  created_at: template.createdAt,
  updated_at: template.updatedAt,
  revision: template.revision,
})

const tagOf = ({ id, revision }: StoredTemplate) => ({
  ETag: etagOf({ of: 'templates', id, revision }),
  'Cache-Control': 'private, no-cache',
})

function expectedOf(ifMatch: Tagged | null, id: string): number | null {
  refuseForeignTag(ifMatch, { of: 'templates', id })
  return ifMatch?.revision ?? null
}

/**
 * Holds together like any document, and keeps nothing of the life of the process it was made of. What is hidden from
 * its writer is as the template had it, or as the process has it.
 */
async function contentOf(services: Services, actor: Actor, wire: WireDocument, had?: StoredTemplate) {
  const source =
    had?.document.process.id === wire.id
      ? had.document
      : (await services.processes.load(actor, wire.id))?.document
  return contentForTemplate(settled(documentOf(wire, wire.id), source ?? null, actor.mask))
}

const list: Handler<typeof listProcessTemplates> = async ({ services, actor, query, url }) => {
  const all = (await services.templates.list(actor)).filter(
    ({ category }) => query.category === undefined || category === query.category,
  )
  const page = cutPage(url, query, all)
  return { status: 200, body: { ...page, results: page.results.map(toBody) } }
}

const create: Handler<typeof createProcessTemplate> = async ({ services, actor, body }) => {
  const stored = await services.templates.insert(actor, {
    id: body.id ?? services.newId(),
    companyId: actor.companyId,
    templateName: body.template_name,
    description: body.description ?? '',
    category: body.category ?? '',
    document: await contentOf(services, actor, body.document),
  })
  return {
    status: 201,
    body: toBody(stored),
    headers: { ...tagOf(stored), Location: `/api/process-templates/${encodeURIComponent(stored.id)}/` },
  }
}

const read: Handler<typeof readProcessTemplate> = async ({ services, actor, params: { id } }) => {
  const template = found(await services.templates.find(actor, id), what, id)
  return { status: 200, body: toBody(template), headers: tagOf(template) }
}

const update: Handler<typeof updateProcessTemplate> = async (asked) => {
  const { services, actor, body, ifMatch } = asked
  const { id } = asked.params
  const expected = expectedOf(ifMatch, id)
  const had = found(await services.templates.find(actor, id), what, id)
  const row = {
    id,
    companyId: actor.companyId,
    templateName: body.template_name ?? had.templateName,
    description: body.description ?? had.description,
    category: body.category ?? had.category,
    document: body.document ? await contentOf(services, actor, body.document, had) : had.document,
  }
  // What is not named, and what is hidden from the writer, stays as it was read here: nobody may have changed it since.
  const changed = await services.templates.update(actor, row, expected ?? had.revision)
  const stored = found(changed, what, id)
  return { status: 200, body: toBody(stored), headers: tagOf(stored) }
}

const remove: Handler<typeof deleteProcessTemplate> = async ({
  services,
  actor,
  params: { id },
  ifMatch,
}) => {
  found((await services.templates.remove(actor, id, expectedOf(ifMatch, id))) || null, what, id)
  return { status: 200, body: { id, deleted: true } }
}

export const processTemplates = { list, create, read, update, delete: remove }
