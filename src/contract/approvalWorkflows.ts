/** Approval workflows: ordered steps that a stage can demand before a deal enters it. */
import { z } from 'zod'
import { approvalWorkflowSchema } from '../domain/process/approval.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery } from './lists.ts'
import { deletedRow, identity, ignoredOnWrite, name, stamps } from './referenceFields.ts'

export const approvalWorkflowResource = wireSchema(approvalWorkflowSchema).extend(stamps)
const workflowFields = wireSchema(approvalWorkflowSchema.omit(identity)).extend({
  workflow_name: name('approval workflow'),
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
  headers: ['If-None-Match'],
  responses: { 200: approvalWorkflowResource },
})
export const updateApprovalWorkflow = defineEndpoint({
  method: 'PUT',
  path: '/api/approval-workflows/{id}/',
  summary: 'Change fields of an approval workflow; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: workflowFields.partial().extend(ignoredOnWrite),
  headers: ['If-Match'],
  responses: { 200: approvalWorkflowResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteApprovalWorkflow = defineEndpoint({
  method: 'DELETE',
  path: '/api/approval-workflows/{id}/',
  summary: 'Delete an approval workflow; refused while a stage names it',
  access: 'manage_reference_data',
  params: idParams,
  headers: ['If-Match'],
  responses: { 200: deletedRow },
  errors: ['REFERENCE_IN_USE'],
})
