/** What every part of a step's form is given, and how it reads what was typed. */
import type { ApprovalStep } from '../../domain/process/approval.ts'
import type { StepField } from './stepForm.ts'

export interface StepEditProps {
  readonly id: string
  readonly step: ApprovalStep
  readonly fault: { readonly field: StepField; readonly message: string } | null
  readonly readOnly: boolean
  /** Why the condition of a new step cannot be set; null where it can. */
  readonly whyNoCondition: string | null
  readonly onChange: (step: ApprovalStep) => void
}

export const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
  all.find((item) => item === value)

/** An empty box is no number, never 0. */
export const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed))
