import { useState } from 'react'
import { useSearchParams } from '../../ui/routing/useSearchParams.ts'
import { filters, type LibraryQuery, sorts } from './libraryItem.ts'

export const everything: LibraryQuery = { search: '', filter: 'all', sort: 'recent' }

/** What is looked for, kept in the address: going back to the library, or reloading it, finds the same cards. */
export function useLibraryQuery(): readonly [LibraryQuery, (query: LibraryQuery) => void] {
  const [address, setAddress] = useSearchParams()
  const [query, setQuery] = useState<LibraryQuery>(() => ({
    search: address.get('search') ?? '',
    filter: filters.find((filter) => filter === address.get('show')) ?? everything.filter,
    sort: sorts.find((sort) => sort === address.get('sort')) ?? everything.sort,
  }))
  const change = (next: LibraryQuery) => {
    setQuery(next)
    setAddress({
      ...(next.search === '' ? {} : { search: next.search }),
      ...(next.filter === everything.filter ? {} : { show: next.filter }),
      ...(next.sort === everything.sort ? {} : { sort: next.sort }),
    })
  }
  return [query, change]
}
