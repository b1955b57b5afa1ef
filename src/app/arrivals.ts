/**
 * From an address to the page that is shown for it. All parts of a page load at once; what was shown stays until the
 * next page is there.
 */
import type { HistoryLocation, RouterHistory } from '@tanstack/history'
import type { ComponentType } from 'react'
import { matchPath } from '../ui/routing/matchPath.ts'
import type { Params, Place } from '../ui/routing/place.ts'
import { type Frame, notFound, type Route } from './routes.ts'
import { leavePage } from './usePage.ts'

/** A page with all its parts. */
export interface Arrival extends Place {
  readonly frames: readonly Frame[]
  readonly Page: ComponentType
}

export interface Arrivals {
  /** Null until the first page has loaded. */
  latest(): Arrival | null
  /** Another page was asked for and is not there yet. */
  isOnItsWay(): boolean
  /** Calls back when a page is asked for and when it is there. Returns how to stop. */
  onChange(listener: () => void): () => void
}

/** Begins to load the page of the present address, and follows `history` for as long as the app lives. */
export function createArrivals(history: RouterHistory, routes: readonly Route[]): Arrivals {
  let latest: Arrival | null = null
  let going: HistoryLocation | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  async function go(): Promise<void> {
    const { location } = history
    if (location === going) return
    going = location
    leavePage()
    const { route, params } = routeOf(routes, location.pathname)
    if ('leadsTo' in route) {
      history.replace(route.leadsTo(params))
      return
    }
    tell()
    const [frames, Page] = await Promise.all([Promise.all(route.frames.map(partOf)), partOf(route.load)])
    // Somebody went on meanwhile.
    if (location !== going) return
    latest = { location, params, frames, Page }
    tell()
  }
  history.subscribe(() => void go())
  void go()

  return {
    latest: () => latest,
    isOnItsWay: () => latest !== null && latest.location !== going,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function routeOf(routes: readonly Route[], path: string): { readonly route: Route; readonly params: Params } {
  for (const route of routes) {
    const params = matchPath(route.path, path)
    if (params) return { route, params }
  }
  return { route: notFound, params: {} }
}

/** A part that does not come breaks where it would stand, so that what is around it stays. */
async function partOf<Props>(load: () => Promise<ComponentType<Props>>): Promise<ComponentType<Props>> {
  try {
    return await load()
  } catch (error) {
    return () => {
      throw error
    }
  }
}
