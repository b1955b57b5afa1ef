import type { RouterHistory } from '@tanstack/history'
import type { ReactNode } from 'react'
import { HistoryContext, type Place, PlaceContext } from './place.ts'

interface RouterProps {
  readonly history: RouterHistory
  /** What is shown: behind `history` while a page still loads. */
  readonly place: Place
  readonly children: ReactNode
}

/** Gives everything below it the place that is shown and the way to others. */
export const Router = ({ history, place, children }: RouterProps) => (
  <HistoryContext value={history}>
    <PlaceContext value={place}>{children}</PlaceContext>
  </HistoryContext>
)
