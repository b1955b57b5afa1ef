/** Stage actions (blueprint §4.2 and §9.1); the parameters must fit the type. */
import { z } from 'zod'
import { actionTypes, stageActionSchema } from '../domain/process/action.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery } from './lists.ts'
import { code, deletedRow, identity, ignoredOnWrite, name, order, stamps } from './referenceFields.ts'

export const actionResource = wireSchema(stageActionSchema).extend(stamps)
const actionFields = wireSchema(stageActionSchema.omit(identity)).extend({
  action_name: name('action'),
  action_code: code('action'),
  execution_order: order,
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
  headers: ['If-None-Match'],
  responses: { 200: actionResource },
})
export const updateAction = defineEndpoint({
  method: 'PUT',
  path: '/api/stage-actions/{id}/',
  summary: 'Change fields of a stage action; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: actionFields.partial().extend(ignoredOnWrite),
  headers: ['If-Match'],
  responses: { 200: actionResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteAction = defineEndpoint({
  method: 'DELETE',
  path: '/api/stage-actions/{id}/',
  summary: 'Delete a stage action; refused while a stage or transition names it',
  access: 'manage_reference_data',
  params: idParams,
  headers: ['If-Match'],
  responses: { 200: deletedRow },
  errors: ['REFERENCE_IN_USE'],
})
