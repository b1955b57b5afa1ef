/**
 * Where in the app one is and how one goes elsewhere. The address itself is kept by `@tanstack/history`; `Router` says
 * which part of it is shown by now.
 */
import type { HistoryLocation, RouterHistory } from '@tanstack/history'
import { createContext, use, useCallback } from 'react'

/** What the variable parts of an address stand for, decoded: `id` of `/processes/:id`. */
export type Params = Readonly<Record<string, string>>

export interface Place {
  readonly location: HistoryLocation
  readonly params: Params
}

export const HistoryContext = createContext<RouterHistory | null>(null)
export const PlaceContext = createContext<Place | null>(null)

export function useHistory(): RouterHistory {
  const history = use(HistoryContext)
  if (!history) throw new Error('This part stands outside <Router>.')
  return history
}

function usePlace(): Place {
  const place = use(PlaceContext)
  if (!place) throw new Error('This part stands outside <Router>.')
  return place
}

export const useLocation = (): HistoryLocation => usePlace().location
export const useParams = (): Params => usePlace().params

export interface NavigateOptions {
  /** Takes the place of the present entry of the browser's history. */
  readonly replace?: boolean
  /** Kept with the entry; read by `useLocation().state`. */
  readonly state?: object
}

/** Goes to an address of the app; to the one that is there already without a second entry. */
export type Navigate = (to: string, options?: NavigateOptions) => void

export function useNavigate(): Navigate {
  const history = useHistory()
  return useCallback(
    (to, { replace = to === history.location.href, state } = {}) =>
      replace ? history.replace(to, state) : history.push(to, state),
    [history],
  )
}
