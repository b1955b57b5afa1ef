/**
 * A lint rule reads like a sentence: what it is called, why it matters, and a generator that reports each place
 * where it does not hold. Severity is not the rule's business (presets.ts). A fix is a command: undoable, one step.
 */
import type { CommandCall } from '../commands/registry.ts'
import type { ProcessGraph } from '../process/graph.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Where a problem is. `field` names the row's field (code name) so that the panel can put the sentence beside it. */
export interface ProblemTarget {
  readonly kind: 'process' | 'stage' | 'transition' | 'scenario'
  readonly id: string
  readonly field?: string
}

/** A right answer to a problem. `fixAll` marks the fix that "fix all" of this rule uses. */
export interface QuickFix {
  readonly title: string
  readonly command: CommandCall
  readonly fixAll?: boolean
}

export interface Finding {
  readonly at: ProblemTarget
  /** One sentence: what is wrong and what to do. */
  readonly message: string
  readonly fixes?: readonly QuickFix[]
  /** Tells several findings of one rule at one target apart (e.g. the id of a validation rule). */
  readonly key?: string
}

/** What the backend knows beside the process; absent offline or before it answered, and then nothing is claimed. */
export interface StageUsage {
  readonly openDeals: number
  readonly openAmount: number
  /** Its reader may not see amounts: this one says nothing. */
  readonly amountHidden?: true
}

export interface LintContext {
  readonly document: ProcessDocument
  readonly graph: ProcessGraph
  readonly reference: ReferenceData
  /** The published document this draft started from; null for a new process. */
  readonly base: ProcessDocument | null
  /** Open deals per stage id of the published process. */
  readonly usage: Readonly<Record<string, StageUsage>> | null
}

export interface LintRule<Id extends string = string> {
  readonly id: Id
  readonly title: string
  /** For the user's manual: why this matters to someone who sells by the process. */
  readonly why: string
  readonly check: (context: LintContext) => Iterable<Finding>
}

export function defineRule<const Id extends string>(rule: LintRule<Id>): LintRule<Id> {
  return rule
}

/** A finding with its identity. The id is stable between lints, so screens and readers do not flicker. */
export interface Problem extends Finding {
  readonly id: string
  readonly ruleId: string
  readonly severity: Severity
  /** The waiver that covers it; a waived problem no longer blocks. */
  readonly waivedBy: string | null
  readonly waivable: boolean
}
