import { describe, expect, it } from 'vitest'
import { createRoutes } from './routes.ts'

describe('the addresses of the API', () => {
  const route = createRoutes([
    ['/api/stages/', 'list'],
    ['/api/stages/{id}/', 'read'],
    ['/api/stages/bulk/', 'bulk'],
    ['/api/stages/{id}/usage/', 'usage'],
    ['/api/processes/{process}/versions/{revision}/', 'version'],
    ['/api/me', 'me'],
  ])

  it('are found with and without their last slash', () => {
    for (const path of ['/api/stages', '/api/stages/']) expect(route(path)?.value).toBe('list')
    for (const path of ['/api/me', '/api/me/']) expect(route(path)?.value).toBe('me')
  })

  it('tell what stands in their places, decoded', () => {
    expect(route('/api/stages/42/')).toEqual({ value: 'read', params: { id: '42' } })
    expect(route('/api/stages/a%2Fb%20c')?.params).toEqual({ id: 'a/b c' })
    expect(route('/api/stages/%E0%A4%A/')?.params).toEqual({ id: '%E0%A4%A' })
    expect(route('/api/processes/p/versions/7')?.params).toEqual({ process: 'p', revision: '7' })
  })

  it('are what is written out before they are any id', () => {
    expect(route('/api/stages/bulk/')?.value).toBe('bulk')
    expect(route('/api/stages/42/usage/')?.value).toBe('usage')
  })

  it('are nothing else', () => {
    for (const path of [
      '/',
      '/api',
      '/api/stages//',
      '/api//stages/',
      '/api/stages/1/other',
      '/API/me',
      '/api/me/x',
    ])
      expect(route(path), path).toBeNull()
  })
})
