/** What the conditions of one rule share: the rule as it stands, how it is changed, where focus goes afterwards. */
import { createContext, type PointerEvent, use } from 'react'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { ConditionGroup } from './query.ts'

export type FieldsByKey = Readonly<Record<string, OpportunityField>>

/** A control of one part of the rule. */
export interface FocusTarget {
  readonly id: string
  readonly control: 'field' | 'more' | 'add' | 'join'
}

export interface Drop {
  readonly path: readonly number[]
  readonly side: 'before' | 'after' | 'inside'
}

export interface Builder {
  readonly query: ConditionGroup
  readonly fields: FieldsByKey
  readonly readOnly: boolean
  /** One step of undo; refused, in words, where the rule would become too large. */
  readonly change: (
    next: ConditionGroup,
    then?: { readonly focus?: FocusTarget; readonly say?: string },
  ) => void
  /** The same while typing. */
  readonly type: (next: ConditionGroup) => void
  readonly done: () => void
  readonly startDrag: (id: string, event: PointerEvent<HTMLElement>) => void
  readonly drop: Drop | null
  readonly dragged: string | null
}

export const BuilderContext = createContext<Builder | null>(null)

export function useBuilder(): Builder {
  const builder = use(BuilderContext)
  if (!builder) throw new Error('There is no rule here: put the component inside a BuilderContext.')
  return builder
}
