import { Component, type ReactNode } from 'react'
import { ErrorPage } from './pages/ErrorPage.tsx'

interface PageBoundaryProps {
  /** What broke is tried again at another one. */
  readonly place: object
  readonly children: ReactNode
}

interface PageBoundaryState {
  readonly place: object | null
  readonly broken: { readonly error: unknown } | null
}

/** Shows what happened where a page or its frame breaks; what stands around it stays. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { place: null, broken: null }

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { broken: { error } }
  }

  static getDerivedStateFromProps(
    { place }: PageBoundaryProps,
    state: PageBoundaryState,
  ): PageBoundaryState | null {
    return place === state.place ? null : { place, broken: null }
  }

  override render(): ReactNode {
    const { broken } = this.state
    return broken ? <ErrorPage error={broken.error} /> : this.props.children
  }
}
