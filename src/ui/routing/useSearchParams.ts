import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate } from './place.ts'

type SetSearchParams = (next: Readonly<Record<string, string>> | URLSearchParams) => void

/** What stands after the question mark; changing it makes no new entry in the browser's history. */
export function useSearchParams(): readonly [URLSearchParams, SetSearchParams] {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const change = useCallback<SetSearchParams>(
    (next) => {
      const query = new URLSearchParams(next).toString()
      navigate(query === '' ? pathname : `${pathname}?${query}`, { replace: true })
    },
    [navigate, pathname],
  )
  return [params, change]
}
