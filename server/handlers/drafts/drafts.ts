import type {
  deleteDraft,
  listDrafts,
  listEditors,
  readDraft,
  saveDraft,
} from '../../../src/contract/drafts.ts'
import { beginningFromWire, beginningToWire } from '../../../src/domain/process/beginning.ts'
import { hasHidden } from '../../../src/domain/process/hidden.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Handler } from '../../http/handler.ts'
import { filled } from '../../masking/settled.ts'
import type { StoredDraft } from '../../services.ts'
import { found } from '../notFound.ts'
import { cutPage } from '../pages.ts'
import { documentOf } from '../versions/documentOf.ts'

const headOf = ({ id, processId, baseRevision, document, updatedAt }: StoredDraft) => ({
  id,
  process_id: processId,
  process_name: document.process.processName,
  base_revision: baseRevision,
  updated_at: updatedAt,
})

const list: Handler<typeof listDrafts> = async ({ services, actor, query, url }) => ({
  status: 200,
  body: cutPage(url, query, (await services.drafts.list(actor)).map(headOf)),
})

const read: Handler<typeof readDraft> = async ({ services, actor, params: { id } }) => {
  const draft = found(await services.drafts.find(actor, id), 'draft', id)
  const { beginning, processId, baseRevision } = draft
  const from = hasHidden(draft.document)
    ? await services.processes.version(actor, processId, baseRevision)
    : null
  const document = filled(draft.document, from?.document ?? null, actor.mask)
  return {
    status: 200,
    body: {
      ...headOf(draft),
      document: documentToWire(document),
      beginning: beginning ? beginningToWire(beginning) : null,
    },
  }
}

/** A draft may be unsound, that is what it is for; it must only hold together. */
const save: Handler<typeof saveDraft> = async ({ services, actor, params: { id }, body }) => {
  const document = documentOf(body.document, body.process_id)
  const draft = {
    id,
    processId: body.process_id,
    baseRevision: body.base_revision,
    document,
    beginning: body.beginning ? beginningFromWire(body.beginning) : null,
  }
  return { status: 200, body: headOf(await services.drafts.save(actor, draft)) }
}

const remove: Handler<typeof deleteDraft> = async ({ services, actor, params: { id } }) => {
  found((await services.drafts.remove(actor, id)) || null, 'draft', id)
  return { status: 204, body: null }
}

const editors: Handler<typeof listEditors> = async ({ services, actor }) => {
  const results = (await services.drafts.editors(actor)).map(({ processId, by, at }) => ({
    process_id: processId,
    by: { ...by },
    at,
  }))
  return { status: 200, body: { results } }
}

export const drafts = { list, read, save, delete: remove, editors }
