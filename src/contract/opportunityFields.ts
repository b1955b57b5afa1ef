/** Opportunity fields: what rules and required fields may name by key. */
import { z } from 'zod'
import { fieldTypes, opportunityFieldSchema } from '../domain/process/field.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'
import { idParams, listOf, pageQuery } from './lists.ts'
import { deletedRow, identity, ignoredOnWrite, name, stamps } from './referenceFields.ts'

export const opportunityFieldResource = wireSchema(opportunityFieldSchema).extend(stamps)
const fieldFields = wireSchema(opportunityFieldSchema.omit(identity)).extend({
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
  headers: ['If-None-Match'],
  responses: { 200: opportunityFieldResource },
})
export const updateOpportunityField = defineEndpoint({
  method: 'PUT',
  path: '/api/opportunity-fields/{id}/',
  summary: 'Change fields of an opportunity field; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: fieldFields.partial().extend(ignoredOnWrite),
  headers: ['If-Match'],
  responses: { 200: opportunityFieldResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteOpportunityField = defineEndpoint({
  method: 'DELETE',
  path: '/api/opportunity-fields/{id}/',
  summary: 'Delete an opportunity field; refused while a stage requires it',
  access: 'manage_reference_data',
  params: idParams,
  headers: ['If-Match'],
  responses: { 200: deletedRow },
  errors: ['REFERENCE_IN_USE'],
})
