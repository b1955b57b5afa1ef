/**
 * Reference data of a company: categories and actions (blueprint §9.1) with approval workflows and opportunity
 * fields, each with create, read, update and delete in the same manner, and all of it at once for an editor.
 */
import { z } from 'zod'
import { actionTypes, stageActionSchema } from '../domain/process/action.ts'
import { approvalWorkflowSchema } from '../domain/process/approval.ts'
import { categoryTypes, stageCategorySchema } from '../domain/process/category.ts'
import { fieldTypes, opportunityFieldSchema } from '../domain/process/field.ts'
import { codePattern } from '../domain/process/stage.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery, rowId } from './lists.ts'

const times = { created_at: z.string(), updated_at: z.string() }
const ignoredOnWrite = {
  id: rowId.optional(),
  company_id: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
}
const code = (what: string) =>
  z
    .string()
    .min(1, `Give the ${what} a code.`)
    .max(20)
    .regex(codePattern, `A ${what} code has only letters, digits and underscores.`)
const name = (what: string) => z.string().trim().min(1, `Give the ${what} a name.`).max(100)
const order = z.int().min(-10_000).max(10_000)
const own = { id: true, companyId: true } as const
const deleted = z.strictObject({ id: z.string(), deleted: z.literal(true) })

export const categoryResource = wireSchema(stageCategorySchema).extend(times)
export const actionResource = wireSchema(stageActionSchema).extend(times)
export const approvalWorkflowResource = wireSchema(approvalWorkflowSchema).extend(times)
export const opportunityFieldResource = wireSchema(opportunityFieldSchema).extend(times)

const categoryFields = wireSchema(stageCategorySchema.omit(own)).extend({
  category_name: name('category'),
  category_code: code('category'),
  sort_order: order,
})
const actionFields = wireSchema(stageActionSchema.omit(own)).extend({
  action_name: name('action'),
  action_code: code('action'),
  execution_order: order,
})
const workflowFields = wireSchema(approvalWorkflowSchema.omit(own)).extend({
  workflow_name: name('approval workflow'),
})
const fieldFields = wireSchema(opportunityFieldSchema.omit(own)).extend({
  key: z
    .string()
    .min(1)
    .max(100)
    .regex(
      /^[A-Za-z_][A-Za-z0-9_.]*$/,
      'A field key starts with a letter and has letters, digits, dots and underscores.',
    ),
  label: name('field'),
})

export const listCategories = defineEndpoint({
  method: 'GET',
  path: '/api/stage-categories/',
  summary: 'Stage categories, in pages',
  access: 'read_reference_data',
  query: z.strictObject({
    ...pageQuery,
    is_active: flag.optional(),
    category_type: z.enum(categoryTypes).optional(),
  }),
  responses: { 200: listOf(categoryResource) },
})
export const createCategory = defineEndpoint({
  method: 'POST',
  path: '/api/stage-categories/',
  summary: 'Create a stage category',
  access: 'manage_reference_data',
  body: categoryFields
    .partial({ description: true, is_active: true, sort_order: true })
    .extend(ignoredOnWrite),
  responses: { 201: categoryResource },
  errors: ['ALREADY_EXISTS'],
})
export const readCategory = defineEndpoint({
  method: 'GET',
  path: '/api/stage-categories/{id}/',
  summary: 'One stage category',
  access: 'read_reference_data',
  params: idParams,
  responses: { 200: categoryResource },
})
export const updateCategory = defineEndpoint({
  method: 'PUT',
  path: '/api/stage-categories/{id}/',
  summary: 'Change fields of a stage category; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: categoryFields.partial().extend(ignoredOnWrite),
  responses: { 200: categoryResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteCategory = defineEndpoint({
  method: 'DELETE',
  path: '/api/stage-categories/{id}/',
  summary: 'Delete a stage category; refused while a stage names it',
  access: 'manage_reference_data',
  params: idParams,
  responses: { 200: deleted },
  errors: ['REFERENCE_IN_USE'],
})

export const listActions = defineEndpoint({
  method: 'GET',
  path: '/api/stage-actions/',
  summary: 'Stage actions, in pages',
  access: 'read_reference_data',
  query: z.strictObject({
    ...pageQuery,
    is_active: flag.optional(),
    action_type: z.enum(actionTypes).optional(),
  }),
  responses: { 200: listOf(actionResource) },
})
export const createAction = defineEndpoint({
  method: 'POST',
  path: '/api/stage-actions/',
  summary: 'Create a stage action; its parameters must fit its type',
  access: 'manage_reference_data',
  body: actionFields
    .partial({ description: true, is_active: true, execution_order: true, parameters: true })
    .extend(ignoredOnWrite),
  responses: { 201: actionResource },
  errors: ['ALREADY_EXISTS'],
})
export const readAction = defineEndpoint({
  method: 'GET',
  path: '/api/stage-actions/{id}/',
  summary: 'One stage action',
  access: 'read_reference_data',
  params: idParams,
  responses: { 200: actionResource },
})
export const updateAction = defineEndpoint({
  method: 'PUT',
  path: '/api/stage-actions/{id}/',
  summary: 'Change fields of a stage action; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: actionFields.partial().extend(ignoredOnWrite),
  responses: { 200: actionResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteAction = defineEndpoint({
  method: 'DELETE',
  path: '/api/stage-actions/{id}/',
  summary: 'Delete a stage action; refused while a stage or transition names it',
  access: 'manage_reference_data',
  params: idParams,
  responses: { 200: deleted },
  errors: ['REFERENCE_IN_USE'],
})

export const listApprovalWorkflows = defineEndpoint({
  method: 'GET',
  path: '/api/approval-workflows/',
  summary: 'Approval workflows, in pages',
  access: 'read_reference_data',
  query: z.strictObject({ ...pageQuery, is_active: flag.optional() }),
  responses: { 200: listOf(approvalWorkflowResource) },
})
export const createApprovalWorkflow = defineEndpoint({
  method: 'POST',
  path: '/api/approval-workflows/',
  summary: 'Create an approval workflow',
  access: 'manage_reference_data',
  body: workflowFields.partial({ is_active: true }).extend(ignoredOnWrite),
  responses: { 201: approvalWorkflowResource },
  errors: ['ALREADY_EXISTS'],
})
export const readApprovalWorkflow = defineEndpoint({
  method: 'GET',
  path: '/api/approval-workflows/{id}/',
  summary: 'One approval workflow',
  access: 'read_reference_data',
  params: idParams,
  responses: { 200: approvalWorkflowResource },
})
export const updateApprovalWorkflow = defineEndpoint({
  method: 'PUT',
  path: '/api/approval-workflows/{id}/',
  summary: 'Change fields of an approval workflow; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: workflowFields.partial().extend(ignoredOnWrite),
  responses: { 200: approvalWorkflowResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteApprovalWorkflow = defineEndpoint({
  method: 'DELETE',
  path: '/api/approval-workflows/{id}/',
  summary: 'Delete an approval workflow; refused while a stage names it',
  access: 'manage_reference_data',
  params: idParams,
  responses: { 200: deleted },
  errors: ['REFERENCE_IN_USE'],
})

export const listOpportunityFields = defineEndpoint({
  method: 'GET',
  path: '/api/opportunity-fields/',
  summary: 'Opportunity fields that rules may name, in pages',
  access: 'read_reference_data',
  query: z.strictObject({ ...pageQuery, type: z.enum(fieldTypes).optional() }),
  responses: { 200: listOf(opportunityFieldResource) },
})
export const createOpportunityField = defineEndpoint({
  method: 'POST',
  path: '/api/opportunity-fields/',
  summary: 'Create an opportunity field',
  access: 'manage_reference_data',
  body: fieldFields.partial({ options: true, is_required: true }).extend(ignoredOnWrite),
  responses: { 201: opportunityFieldResource },
  errors: ['ALREADY_EXISTS'],
})
export const readOpportunityField = defineEndpoint({
  method: 'GET',
  path: '/api/opportunity-fields/{id}/',
  summary: 'One opportunity field',
  access: 'read_reference_data',
  params: idParams,
  responses: { 200: opportunityFieldResource },
})
export const updateOpportunityField = defineEndpoint({
  method: 'PUT',
  path: '/api/opportunity-fields/{id}/',
  summary: 'Change fields of an opportunity field; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: fieldFields.partial().extend(ignoredOnWrite),
  responses: { 200: opportunityFieldResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteOpportunityField = defineEndpoint({
  method: 'DELETE',
  path: '/api/opportunity-fields/{id}/',
  summary: 'Delete an opportunity field; refused while a stage requires it',
  access: 'manage_reference_data',
  params: idParams,
  responses: { 200: deleted },
  errors: ['REFERENCE_IN_USE'],
})

export const readReferenceData = defineEndpoint({
  method: 'GET',
  path: '/api/reference-data/',
  summary: 'All reference data of the company at once',
  access: 'read_reference_data',
  responses: {
    200: z.strictObject({
      categories: z.array(wireSchema(stageCategorySchema)),
      actions: z.array(wireSchema(stageActionSchema)),
      approval_workflows: z.array(wireSchema(approvalWorkflowSchema)),
      fields: z.array(wireSchema(opportunityFieldSchema)),
    }),
  },
})
