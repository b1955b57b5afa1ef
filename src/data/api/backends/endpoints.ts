/** The blueprint's ten endpoints, read as widely as they are served: rows with more fields than we know, in pages or not. */
import { z } from 'zod'
import { defineEndpoint } from '../../../contract/endpoint.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const anyRow = z.looseObject({ id })
const anyList = z.union([
  z.looseObject({ results: z.array(anyRow), next: z.string().nullish() }),
  z.array(anyRow).transform((results) => ({ results, next: null })),
])
const query = z.record(z.string(), z.union([z.string(), z.number()]))
const body = z.record(z.string(), z.unknown())
const params = z.strictObject({ id: z.string() })
const writes = { access: 'signed_in', headers: ['Idempotency-Key'] } as const
const written = { 200: anyRow, 201: anyRow }
const removed = { 200: z.unknown(), 202: z.unknown(), 204: null }

const crud = (path: `/${string}`) => ({
  list: defineEndpoint({
    method: 'GET',
    path,
    summary: '',
    access: 'signed_in',
    query,
    responses: { 200: anyList },
  }),
  create: defineEndpoint({ method: 'POST', path, summary: '', ...writes, body, responses: written }),
  read: defineEndpoint({
    method: 'GET',
    path: `${path}{id}/`,
    summary: '',
    access: 'signed_in',
    params,
    responses: { 200: anyRow },
  }),
  update: defineEndpoint({
    method: 'PUT',
    path: `${path}{id}/`,
    summary: '',
    ...writes,
    params,
    body,
    responses: written,
  }),
  remove: defineEndpoint({
    method: 'DELETE',
    path: `${path}{id}/`,
    summary: '',
    ...writes,
    params,
    query,
    responses: removed,
  }),
})
export const stages = crud('/api/sales-stages/')
export const transitions = crud('/api/stage-transitions/')
export const categories = crud('/api/stage-categories/')
export const actions = crud('/api/stage-actions/')
export const reorder = defineEndpoint({
  method: 'POST',
  path: '/api/sales-stages/{id}/reorder/',
  summary: '',
  ...writes,
  params,
  body,
  responses: { 200: z.unknown(), 201: z.unknown(), 204: null },
})

export type AnyRow = z.output<typeof anyRow>
