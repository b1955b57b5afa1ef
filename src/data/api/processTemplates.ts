/** The company's own templates on the backend, with the copy of this device for when it cannot be reached. */
import { etagOf } from '../../contract/etag.ts'
import { pageSizes } from '../../contract/lists.ts'
import {
  createProcessTemplate,
  deleteProcessTemplate,
  listProcessTemplates,
  updateProcessTemplate,
  type WireProcessTemplate,
} from '../../contract/processTemplates.ts'
import { documentFromWire, documentToWire } from '../../domain/process/wireDocument.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'
import type { Client } from './client.ts'
import { isTransient, type Result, success } from './failure.ts'

export type TemplateWords = Pick<CompanyTemplate, 'templateName' | 'description' | 'category'>

/** Which one, and as it was when it was read. */
export type ReadTemplate = Pick<CompanyTemplate, 'id' | 'revision'>

export interface ProcessTemplates {
  /** By name. `kept`: from this device's copy, because the backend did not answer. */
  list(): Promise<Result<{ readonly templates: readonly CompanyTemplate[]; readonly kept: boolean }>>
  /** Failure `ALREADY_EXISTS` where the name is taken. */
  create(given: Omit<CompanyTemplate, 'companyId'>): Promise<Result<CompanyTemplate>>
  /** Failure `VERSION_CONFLICT` where somebody has changed it since it was read. */
  change(template: ReadTemplate, words: Partial<TemplateWords>): Promise<Result<CompanyTemplate>>
  /** Failure `VERSION_CONFLICT` as above. */
  remove(template: ReadTemplate): Promise<Result<null>>
}

/** Where a device keeps what the backend last said; null where it has nothing yet. */
export interface TemplateCopy {
  read(): Promise<readonly CompanyTemplate[] | null>
  write(templates: readonly CompanyTemplate[]): Promise<void>
}

const fromWire = (row: WireProcessTemplate): CompanyTemplate => ({
  id: row.id,
  companyId: row.company_id,
  templateName: row.template_name,
  description: row.description,
  category: row.category,
  document: documentFromWire(row.document),
  revision: row.revision,
})

const targetOf = ({ id, revision }: ReadTemplate) => ({
  params: { id },
  ...(revision === undefined ? {} : { ifMatch: etagOf({ of: 'templates', id, revision }) }),
})

const wordsToWire = ({ templateName, description, category }: Partial<TemplateWords>) => ({
  ...(templateName === undefined ? {} : { template_name: templateName }),
  ...(description === undefined ? {} : { description }),
  ...(category === undefined ? {} : { category }),
})

export function createProcessTemplates(client: Client, copy: TemplateCopy): ProcessTemplates {
  async function all(): Promise<Result<readonly CompanyTemplate[]>> {
    const rows: CompanyTemplate[] = []
    for (let page = 1; ; page += 1) {
      const answer = await client.call(listProcessTemplates, {
        query: { page, page_size: pageSizes.maximum },
      })
      if (!answer.ok) return answer
      rows.push(...answer.value.results.map(fromWire))
      if (answer.value.next === null) return success(rows)
    }
  }
  return {
    async list() {
      const answer = await all()
      if (answer.ok) {
        await copy.write(answer.value)
        return success({ templates: answer.value, kept: false })
      }
      const had = isTransient(answer.failure) ? await copy.read() : null
      return had ? success({ templates: had, kept: true }) : answer
    },
    async create({ id, document, ...words }) {
      const answer = await client.call(createProcessTemplate, {
        body: {
          id,
          template_name: words.templateName,
          description: words.description,
          category: words.category,
          document: documentToWire(document),
        },
      })
      return answer.ok ? success(fromWire(answer.value)) : answer
    },
    async change(template, words) {
      const body = wordsToWire(words)
      const answer = await client.call(updateProcessTemplate, { ...targetOf(template), body })
      return answer.ok ? success(fromWire(answer.value)) : answer
    },
    async remove(template) {
      const answer = await client.call(deleteProcessTemplate, targetOf(template))
      return answer.ok ? success(null) : answer
    },
  }
}
