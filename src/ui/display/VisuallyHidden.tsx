import type { ReactNode } from 'react'

/** Words for screen readers alone. Prefer visible words. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
