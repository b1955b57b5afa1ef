import { Component, type ErrorInfo, type ReactNode } from 'react'

interface PartBoundaryProps {
  /** Told once when the part breaks: say it, close what was opened. */
  readonly onBroken: (error: Error) => void
  readonly children: ReactNode
}

/** Keeps a part that breaks (or cannot be loaded) from taking the page with it. Give it a new `key` to try again. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(error: Error, _: ErrorInfo): void {
    this.props.onBroken(error)
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children
  }
}
