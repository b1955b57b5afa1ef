/** Cuts a list into the contract's pages. */
import type { Address } from '../http/address.ts'
import { lasting } from '../http/respond.ts'

interface PageAsked {
  readonly page: number
  readonly page_size: number
}

export interface Page<Item> {
  count: number
  page: number
  page_size: number
  total_pages: number
  next: string | null
  previous: string | null
  filters: Record<string, string | number | boolean>
  results: Item[]
}

/** `rows` are those of this page already; `count` is how many there are in all. */
export function pageOf<Item>(
  url: Address,
  asked: PageAsked,
  count: number,
  rows: readonly Item[],
): Page<Item> {
  const { page, page_size } = asked
  const total_pages = Math.ceil(count / page_size)
  const link = (to: number): string | null => {
    if (to < 1 || to > total_pages) return null
    const query = new URLSearchParams(url.search)
    query.set('page', String(to))
    return `${url.pathname}?${query}`
  }
  const filters = Object.fromEntries(
    [...new URLSearchParams(url.search)].filter(([name]) => name !== 'page' && name !== 'page_size'),
  )
  return {
    count,
    page,
    page_size,
    total_pages,
    next: link(page + 1),
    previous: page > total_pages + 1 ? link(total_pages) : link(page - 1),
    filters,
    results: [...rows],
  }
}

export function cutPage<Item>(url: Address, asked: PageAsked, all: readonly Item[]): Page<Item> {
  const start = (asked.page - 1) * asked.page_size
  return pageOf(url, asked, all.length, all.slice(start, start + asked.page_size))
}

/** Anybody may ask for anything: of each document only so many pages are kept. */
const pagesKept = 20

/** Pages of documents that never change, as a revision's: made once for all who ask the same. */
export function keptPages<Item>() {
  const known = new WeakMap<object, Map<string, Page<Item>>>()
  return (
    document: object,
    { pathname, search }: Address,
    make: () => Page<Item>,
    /** By which fields are hidden, where any are. */
    policy?: number,
  ): Page<Item> => {
    const pages = known.get(document) ?? new Map<string, Page<Item>>()
    const key = policy === undefined ? pathname + search : `${policy} ${pathname}${search}`
    const had = pages.get(key)
    if (had) return had
    const page = make()
    if (pages.size >= pagesKept) return page
    known.set(document, pages.set(key, page))
    return lasting(page)
  }
}
