/**
 * The published openapi.json is the contract and the server serves all of it: every endpoint has an operation that
 * names its permission, an address that answers, and nothing else is served under /api.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPageBackend, type PageBackend } from '../../mocks/pageBackend.ts'
import { handlers } from '../../server/handlers/index.ts'
import { allEndpoints } from '../../src/contract/api.ts'
import { permissions } from '../../src/contract/endpoint.ts'
import { errorBodySchema, errorStatus } from '../../src/contract/errors.ts'
import { openApiDocument } from '../../src/contract/openapi.ts'
import { rolePermissions } from '../../src/contract/roles.ts'

const described = JSON.parse(JSON.stringify(openApiDocument()))
const operations = Object.entries<Record<string, Operation>>(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)
interface Operation {
  readonly operationId: string
  readonly 'x-permission': string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, unknown>>
}

/** Word for word what the blueprint (§9.1) asks for. */
const blueprint = [
  ['GET', '/api/sales-stages/', 'read_stage'],
  ['POST', '/api/sales-stages/', 'create_stage'],
  ['GET', '/api/sales-stages/{id}/', 'read_stage'],
  ['PUT', '/api/sales-stages/{id}/', 'update_stage'],
  ['DELETE', '/api/sales-stages/{id}/', 'delete_stage'],
  ['POST', '/api/sales-stages/{id}/reorder/', 'manage_stages'],
  ['GET', '/api/stage-transitions/', 'read_transitions'],
  ['POST', '/api/stage-transitions/', 'manage_transitions'],
  ['GET', '/api/stage-categories/', 'read_reference_data'],
  ['GET', '/api/stage-actions/', 'read_reference_data'],
]
/** Sent because a question may be long, or said as one who reads. */
const asksOnly = ['transitions.evaluate', 'processes.impact', 'publishRequests.comment']

describe('every endpoint of the contract', () => {
  let backend: PageBackend
  beforeAll(async () => {
    backend = await createPageBackend()
  })
  afterAll(() => backend.close())

  it('has its own address and method', () => {
    const addresses = allEndpoints.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length).toBeGreaterThan(50)
  })

  it('is described in openapi.json with its permission, and nothing else is', () => {
    const told = operations.map(({ path, method, operation }) => [
      operation.operationId,
      method,
      path,
      operation['x-permission'],
    ])
    const meant = allEndpoints.map(({ name, endpoint }) => [
      name,
      endpoint.method,
      endpoint.path,
      endpoint.access,
    ])
    expect(told.sort()).toEqual(meant.sort())
  })

  it('demands a permission that some role has', () => {
    for (const permission of permissions) {
      expect(Object.values(rolePermissions).some((given) => given.includes(permission))).toBe(true)
    }
    for (const { operation } of operations) {
      expect([...permissions, 'signed_in', 'public']).toContain(operation['x-permission'])
    }
  })

  it('demands what the blueprint says of it', () => {
    const told = operations.map(({ path, method, operation }) => [method, path, operation['x-permission']])
    expect(told).toEqual(expect.arrayContaining(blueprint))
  })

  it('changes nothing for who may only read', () => {
    const changing = allEndpoints.filter(({ endpoint }) => endpoint.method !== 'GET')
    const readers = changing.filter(({ endpoint }) => /^(read|view)_/.test(endpoint.access))
    expect(readers.map(({ name }) => name).sort()).toEqual([...asksOnly].sort())
  })

  it('names every parameter of its path', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
    }
  })

  it('refers only to schemas that are there', () => {
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to)
    const known = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(references.length).toBeGreaterThan(0)
    expect(references.filter((to) => !known.includes(to ?? ''))).toEqual([])
  })

  it('has a handler', () => {
    const served = Object.entries(handlers).flatMap(([group, named]) =>
      Object.keys(named).map((name) => `${group}.${name}`),
    )
    expect(served.sort()).toEqual(allEndpoints.map(({ name }) => name).sort())
  })

  it('is answered at its address, with a status that is described', async () => {
    for (const { path, method, operation } of operations) {
      const at = path.replace('{id}', 'nobody').replace('{revision}', '1')
      const response = await backend.fetch(new Request(`http://page.test${at}`, { method }))
      const text = await response.text()
      expect(Object.keys(operation.responses), `${method} ${path} answered ${response.status}`).toContain(
        String(response.status),
      )
      if (!response.ok) {
        const { error_code } = errorBodySchema.parse(JSON.parse(text))
        expect(error_code).not.toBe('METHOD_NOT_ALLOWED')
        expect(Object.entries(errorStatus)).toContainEqual([error_code, response.status])
      }
    }
  })

  it('is the only thing served', async () => {
    const { status } = await backend.fetch(new Request('http://page.test/api/anything-else'))
    expect(status).toBe(404)
  })
})
