import { describe, expect, it } from 'vitest'
import { cutPage } from './pages.ts'

const url = new URL('http://crm.test/api/things/?page=2&page_size=2&search=a%26b')
const all = ['a', 'b', 'c', 'd', 'e']

describe('a page of a list', () => {
  it('has its rows, its place among the others, and links that keep the filters', () => {
    expect(cutPage(url, { page: 2, page_size: 2 }, all)).toEqual({
      count: 5,
      page: 2,
      page_size: 2,
      total_pages: 3,
      next: '/api/things/?page=3&page_size=2&search=a%26b',
      previous: '/api/things/?page=1&page_size=2&search=a%26b',
      filters: { search: 'a&b' },
      results: ['c', 'd'],
    })
  })

  it.each([
    [1, 'b', null],
    [3, null, '/api/things/?page=2&page_size=2&search=a%26b'],
    [9, null, '/api/things/?page=3&page_size=2&search=a%26b'],
  ])('number %i leads on to where there is something', (page, next, previous) => {
    const cut = cutPage(url, { page, page_size: 2 }, all)
    expect(cut.next === null).toBe(next === null)
    expect(cut.previous).toBe(previous)
  })

  it('of nothing is one empty page', () => {
    expect(cutPage(url, { page: 1, page_size: 50 }, [])).toMatchObject({
      count: 0,
      total_pages: 0,
      next: null,
      previous: null,
      results: [],
    })
  })
})
