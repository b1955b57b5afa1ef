import type { ReactNode } from 'react'
import { later } from '../later.tsx'

export interface ConfirmDialogProps {
  readonly open: boolean
  /** A question that names the thing: “Archive Enterprise sales?” */
  readonly title: string
  /** What will happen, and what will not. */
  readonly children: ReactNode
  /** The verb of the question: “Archive”. */
  readonly confirmLabel: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that undo does not bring back. Focus starts on Cancel. */
export const ConfirmDialog = later<ConfirmDialogProps>(
  async () => (await import('./Confirmation.tsx')).Confirmation,
  ({ open }) => open,
)
