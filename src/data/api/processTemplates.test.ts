/** The shelf of a company's templates: the backend's word, or this device's copy where the backend is silent. */
import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { documentToWire } from '../../domain/process/wireDocument.ts'
import { type CompanyTemplate, contentForTemplate } from '../../domain/templates/companyTemplate.ts'
import { createClient } from './client.ts'
import { createProcessTemplates, type TemplateCopy } from './processTemplates.ts'

const document = contentForTemplate(standard().document)
const ours: CompanyTemplate = {
  id: 't1',
  companyId: 'c1',
  templateName: 'Ours',
  description: 'For new hires',
  category: 'Software',
  document,
  revision: 3,
}
const row = {
  id: 't1',
  company_id: 'c1',
  template_name: 'Ours',
  description: 'For new hires',
  category: 'Software',
  document: documentToWire(document),
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  revision: 3,
}
const page = {
  count: 1,
  page: 1,
  page_size: 500,
  total_pages: 1,
  next: null,
  previous: null,
  filters: {},
  results: [row],
}

function aCopy(): TemplateCopy & { kept: readonly CompanyTemplate[] | null } {
  return {
    kept: null,
    async read() {
      return this.kept
    },
    async write(templates) {
      this.kept = templates
    },
  }
}

const shelf = (answer: () => Response, copy = aCopy()) =>
  createProcessTemplates(createClient({ baseUrl: 'http://crm.test', fetch: async () => answer() }), copy)
const silent = () => {
  throw new TypeError('nobody there')
}

describe('the templates of a company', () => {
  it('come from the backend, and stay on this device for when it is silent', async () => {
    const copy = aCopy()
    const answer = await shelf(() => Response.json(page), copy).list()
    expect(answer).toEqual({ ok: true, value: { templates: [ours], kept: false } })
    expect(await shelf(silent, copy).list()).toEqual({ ok: true, value: { templates: [ours], kept: true } })
  })

  it('are said to be missing where nothing was ever read, and a “no” stays a “no”', async () => {
    expect(await shelf(silent).list()).toMatchObject({ ok: false, failure: { kind: 'network' } })
    const copy = aCopy()
    copy.kept = [ours]
    const error = {
      error: { code: 'PERMISSION_DENIED', message: 'Not for you.', details: {}, request_id: 'r' },
    }
    const refused = await shelf(() => Response.json(error, { status: 403 }), copy).list()
    expect(refused.ok).toBe(false)
  })

  it('are made of a process and told back as the backend keeps them', async () => {
    const made = await shelf(() => Response.json(row, { status: 201 })).create(ours)
    expect(made).toEqual({ ok: true, value: ours })
  })

  it('are changed and deleted as they were read', async () => {
    const asked: (string | null)[] = []
    const client = createClient({
      baseUrl: 'http://crm.test',
      fetch: async (request) => {
        asked.push(request.headers.get('If-Match'))
        return Response.json(request.method === 'DELETE' ? { id: 't1', deleted: true } : row)
      },
    })
    const templates = createProcessTemplates(client, aCopy())
    await templates.change(ours, { templateName: 'Ours' })
    await templates.remove(ours)
    await templates.remove({ id: 't1' })
    expect(asked).toEqual(['"p-t1-3"', '"p-t1-3"', null])
  })
})
