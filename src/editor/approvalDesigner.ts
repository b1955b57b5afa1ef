/**
 * How a place that names an approval workflow opens its designer. The room that designs loads when first used and is
 * handed in from above, because rooms do not know each other.
 */
import { type ComponentType, createContext, type ReactNode, use } from 'react'
import type { Person } from '../contract/members.ts'

export interface ApprovalDesignerWish {
  /** Null: a new workflow. */
  readonly workflowId: string | null
  /** Told the id once it is saved and the company's reference data is up to date again. */
  readonly onSaved?: (workflowId: string) => void
}

export interface ApprovalDesignerDoor {
  /** False where the person may look at workflows but not change them. */
  readonly mayChange: boolean
  readonly open: (wish: ApprovalDesignerWish) => void
  /** Who can be named beside roles; left out where nobody may know. */
  readonly people?: () => Promise<readonly Person[]>
}

/** Filled by the app. */
export const ApprovalDesignerContext = createContext<ApprovalDesignerDoor | null>(null)

/** Null where there is no company to keep workflows. */
export const useApprovalDesigner = (): ApprovalDesignerDoor | null => use(ApprovalDesignerContext)

/** The designer with everything it needs of the company, as a page that is not a room's own shows it. */
export type WorkflowDesigner = ComponentType<{
  readonly workflowId: string | null
  /** Begins a new workflow as a copy of this one. */
  readonly copyOf?: string
  /** What stands around it: a dialog, a panel. `leave` asks before changes are lost, then closes. */
  readonly frame: (designer: ReactNode, leave: () => void) => ReactNode
  /** With the name of what was saved; without one nothing was. */
  readonly onClose: (saved?: { readonly id: string; readonly name: string }) => void
}>
