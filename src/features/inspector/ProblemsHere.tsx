import type { ElementRef } from '../../editor/editor.ts'
import { useProblems } from '../../editor/react.ts'
import { ProblemNotes } from './fields/ProblemNotes.tsx'
import styles from './inspector.module.css'
import { sectionOf } from './sectionOf.ts'

/** Problems of the element that stand at no field of its own: nothing that is wrong here stays unsaid. */
export function ProblemsHere({
  element,
  shown,
}: {
  readonly element: ElementRef | null
  readonly shown: boolean
}) {
  const kind = element?.kind ?? 'process'
  const problems = useProblems().filter(
    ({ at, waivedBy }) =>
      waivedBy === null &&
      at.kind === kind &&
      (element === null || at.id === element.id) &&
      (at.field === undefined || sectionOf(kind, at.field) === null),
  )
  if (!shown || problems.length === 0) return null
  return (
    <div className={styles.problemsHere}>
      <ProblemNotes problems={problems} />
    </div>
  )
}
