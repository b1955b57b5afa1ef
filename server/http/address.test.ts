import { expect, it } from 'vitest'
import { addressOf } from './address.ts'

it('finds path and query of a request as a URL does', () => {
  for (const where of [
    '',
    '/',
    '/api/sales-stages/?page=1&page_size=20',
    '/api/me?',
    '?page=1',
    '/a/b#part?no=query',
    '/a?next=/b&at=http://c/d#e',
    '//double//',
    '/%E4/ü?q=ä b',
  ]) {
    const { url } = new Request(`http://somebody.example:8080${where}`)
    const { pathname, search } = new URL(url)
    const bare = search === '' ? ['', '?'] : [search]
    expect(addressOf(url).pathname, where).toBe(pathname)
    expect(bare, where).toContain(addressOf(url).search)
  }
})
