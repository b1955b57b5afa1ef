/** Stage categories (blueprint §4.1 and §9.1). */
import { z } from 'zod'
import { categoryTypes, stageCategorySchema } from '../domain/process/category.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery } from './lists.ts'
import { code, deletedRow, identity, ignoredOnWrite, name, order, stamps } from './referenceFields.ts'

export const categoryResource = wireSchema(stageCategorySchema).extend(stamps)
const categoryFields = wireSchema(stageCategorySchema.omit(identity)).extend({
  category_name: name('category'),
  category_code: code('category'),
  sort_order: order,
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
  headers: ['If-None-Match'],
  responses: { 200: categoryResource },
})
export const updateCategory = defineEndpoint({
  method: 'PUT',
  path: '/api/stage-categories/{id}/',
  summary: 'Change fields of a stage category; fields not named stay',
  access: 'manage_reference_data',
  params: idParams,
  body: categoryFields.partial().extend(ignoredOnWrite),
  headers: ['If-Match'],
  responses: { 200: categoryResource },
  errors: ['ALREADY_EXISTS'],
})
export const deleteCategory = defineEndpoint({
  method: 'DELETE',
  path: '/api/stage-categories/{id}/',
  summary: 'Delete a stage category; refused while a stage names it',
  access: 'manage_reference_data',
  params: idParams,
  headers: ['If-Match'],
  responses: { 200: deletedRow },
  errors: ['REFERENCE_IN_USE'],
})
