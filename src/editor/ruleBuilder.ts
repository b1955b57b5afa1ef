/**
 * How a condition is shown and changed, wherever one stands: a stage's rule, a transition's, an approval step's. The
 * room that does it loads when first used and is handed in from above, because rooms do not know each other.
 */
import { type ComponentType, createContext, use } from 'react'
import type { OpportunityField } from '../domain/process/field.ts'
import type { Logic } from '../domain/process/rule.ts'

export interface RuleBuilderProps {
  /** JsonLogic; `true` always holds. What cannot be shown as conditions is kept as it is. */
  readonly value: Logic
  /** One change, one step of undo. */
  readonly onChange: (value: Logic) => void
  /** The same while typing, where steps merge until `onDone`; without it, `onChange` is called. */
  readonly onType?: ((value: Logic) => void) | undefined
  readonly onDone?: (() => void) | undefined
  /** The company's opportunity fields, the only ones a condition may name. */
  readonly fields: readonly OpportunityField[]
  /** What the condition is for: "Must hold", "Available if". Names the group. */
  readonly label: string
  readonly id?: string | undefined
  readonly readOnly?: boolean | undefined
  /** Begins opened for editing instead of as its sentence. */
  readonly defaultOpen?: boolean | undefined
}

/** Filled by the app. */
export const RuleBuilderContext = createContext<ComponentType<RuleBuilderProps> | null>(null)

/** The condition as one sentence, with everything to change and to try it behind "Edit rule". */
export function useRuleBuilder(): ComponentType<RuleBuilderProps> {
  const RuleBuilder = use(RuleBuilderContext)
  if (!RuleBuilder)
    throw new Error('There is no rule builder here: put the component inside a RuleBuilderContext.')
  return RuleBuilder
}
