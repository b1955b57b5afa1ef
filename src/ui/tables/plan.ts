/** What many changes at once would do, before they are done: each value as it was and as it becomes, or why it stays. */
export interface PlannedChange {
  readonly id: string
  /** Whose value: “Proposal”. */
  readonly subject: string
  /** Which value: “Probability”. */
  readonly field: string
  readonly was: string
  readonly becomes: string
  /** Why this one is left out, as a sentence; null where it would be changed. */
  readonly refusal: string | null
}

export interface Plan {
  readonly changes: readonly PlannedChange[]
  /** What the button says it will do: “Change 3 stages”; null where nothing would change. */
  readonly submit: string | null
  /** Does it, as one step of undo. Returns why it was refused, or null. */
  readonly apply: () => string | null
}

export const nothingPlanned: Plan = { changes: [], submit: null, apply: () => null }
