import { expect, it } from 'vitest'
import { matchPath } from './matchPath.ts'

it.each([
  ['/', '/', {}],
  ['/settings/:section?', '/settings', {}],
  ['/settings/:section?', '/settings/fields', { section: 'fields' }],
  ['/settings/:section?', '/Settings/fields/', { section: 'fields' }],
  ['/settings/:section?', '/settings/fields/more', null],
  ['/processes/:id/design', '/processes/a%2Fb%20%C3%A4/design', { id: 'a/b ä' }],
  ['/processes/:id/design', '/processes/100%/design', { id: '100%' }],
  ['/processes/:id/design', '/processes/7', null],
  ['/processes/:id/design', '/processes/7/stages', null],
  ['/new', '/', null],
])('%s and %s give %j', (pattern, path, params) => {
  expect(matchPath(pattern, path)).toEqual(params)
})
