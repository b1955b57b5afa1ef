import type { ReactNode } from 'react'
import { later } from '../later.tsx'

export interface SideSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  /** The heading inside that names it. */
  readonly labelledBy: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** A panel that lies over the page from its side while it is asked for: what stands beside the page on a wide screen. */
export const SideSheet = later<SideSheetProps>(
  async () => (await import('./SideDrawer.tsx')).SideDrawer,
  ({ open }) => open,
)
