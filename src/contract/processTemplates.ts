/** The company's own templates, with their whole documents: few, and needed where there is no network. */
import { z } from 'zod'
import { wireDocumentSchema } from '../domain/process/wireDocument.ts'
import { companyTemplateSchema } from '../domain/templates/companyTemplate.ts'
import { defineEndpoint } from './endpoint.ts'
import { idParams, listOf, pageQuery } from './lists.ts'
import { deletedRow, ignoredOnWrite, name, stamps } from './referenceFields.ts'

const { description, category } = companyTemplateSchema.shape
const templateResource = z.strictObject({
  id: z.string(),
  company_id: z.string(),
  template_name: z.string(),
  description,
  category,
  /** Under ids that count from 1, belonging to nobody, never published. */
  document: wireDocumentSchema,
  ...stamps,
})
export type WireProcessTemplate = z.infer<typeof templateResource>

const templateFields = z.strictObject({
  template_name: name('template'),
  description: description.trim(),
  category: category.trim(),
  /** A whole process; what it is is kept, its ids, people and times are not. */
  document: wireDocumentSchema,
})

export const listProcessTemplates = defineEndpoint({
  method: 'GET',
  path: '/api/process-templates/',
  summary: 'The company’s own process templates by name, in pages',
  access: 'read_reference_data',
  query: z.strictObject({ ...pageQuery, category: category.optional() }),
  responses: { 200: listOf(templateResource) },
})
export const createProcessTemplate = defineEndpoint({
  method: 'POST',
  path: '/api/process-templates/',
  summary: 'Keep a process as a template of the company',
  access: 'manage_reference_data',
  body: templateFields.partial({ description: true, category: true }).extend(ignoredOnWrite),
  responses: { 201: templateResource },
  errors: ['ALREADY_EXISTS'],
})
export const readProcessTemplate = defineEndpoint({
  method: 'GET',
  path: '/api/process-templates/{id}/',
  summary: 'One template of the company',
  access: 'read_reference_data',
  params: idParams,
  headers: ['If-None-Match'],
  responses: { 200: templateResource },
})
export const updateProcessTemplate = defineEndpoint({
  method: 'PUT',
  path: '/api/process-templates/{id}/',
  summary: 'Change fields of a template; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: templateFields.partial().extend(ignoredOnWrite),
  headers: ['If-Match'],
  responses: { 200: templateResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteProcessTemplate = defineEndpoint({
  method: 'DELETE',
  path: '/api/process-templates/{id}/',
  summary: 'Delete a template; processes made from it stay',
  access: 'manage_reference_data',
  params: idParams,
  headers: ['If-Match'],
  responses: { 200: deletedRow },
})
