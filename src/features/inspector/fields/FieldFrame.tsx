/** What stands around every control of the inspector: the linter's sentences on the field and their answers. */
import type { ReactNode } from 'react'
import type { Problem } from '../../../domain/lint/rule.ts'
import styles from './fields.module.css'
import { ProblemNotes } from './ProblemNotes.tsx'
import { WhereFrom } from './WhereFrom.tsx'

/** The first error is shown as the field's own error, read with it; the rest as notes. */
export const errorOf = (problems: readonly Problem[], refusal: string | null = null): string | undefined =>
  refusal ?? problems.find(({ severity }) => severity === 'error')?.message

interface FieldFrameProps {
  /** The field's code name: where a wish for focus leads. */
  readonly field: string
  /** What the field is called, as text: with it the field tells where its value comes from. */
  readonly name?: ReactNode
  readonly problems: readonly Problem[]
  readonly children: ReactNode
}

export function FieldFrame({ field, name, problems, children }: FieldFrameProps) {
  const shownAsError = problems.find(({ severity }) => severity === 'error')
  return (
    <div className={styles.fieldFrame} data-field={field}>
      {children}
      {typeof name === 'string' ? <WhereFrom field={field} name={name} /> : null}
      <ProblemNotes problems={problems} {...(shownAsError ? { saidAbove: shownAsError.id } : {})} />
    </div>
  )
}
