import type { FormEvent, ReactNode } from 'react'
import { later } from '../later.tsx'

export interface HouseDialogProps {
  readonly open: boolean
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly onClose: () => void
  /** Buttons, the one that goes on last. */
  readonly actions?: ReactNode
  /** Makes the whole dialog a form, so that Enter submits. */
  readonly onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  readonly size?: 'xs' | 'sm' | 'md' | 'lg'
  readonly children: ReactNode
}

/** A dialog with a name, a way out and, given `onSubmit`, one form. Focus goes in and comes back. */
export const HouseDialog = later<HouseDialogProps>(
  async () => (await import('./DialogFrame.tsx')).DialogFrame,
  ({ open }) => open,
)
