/** What the panel is given from around it, for the leaves that need it: the screen, the revisions, the ways out. */
import { type ComponentType, createContext, type ReactNode, use } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { Subject } from '../../editor/provenance.ts'
import type { ReadRevision } from '../../editor/tracePublished.ts'

export interface SettingsLinkProps {
  /** Where the company's own data is kept. */
  readonly section: 'fields' | 'categories'
  readonly children: ReactNode
}

export interface Around {
  readonly ui: EditorUi
  /** Null where the process has no backend to ask, or none that answers now. */
  readonly readRevision: ReadRevision | null
  /** Null where there are no settings to go to. */
  readonly SettingsLink: ComponentType<SettingsLinkProps> | null
  /** Whether each field shows where its value comes from, or only those that were changed. */
  readonly tellsOrigins: boolean
}

export const AroundContext = createContext<Around | null>(null)

export function useAround(): Around {
  const around = use(AroundContext)
  if (!around) throw new Error('This part stands outside the panel.')
  return around
}

/** The row whose fields are shown; null where several rows are, or none. */
export const SubjectContext = createContext<Subject | null>(null)
