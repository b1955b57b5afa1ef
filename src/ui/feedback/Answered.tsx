import type { ReactNode } from 'react'
import { say } from '../../text/language.ts'
import { Failed } from './Failed.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'

type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: { readonly message: string } }

interface AnsweredProps<T> {
  /** Undefined until it came. */
  readonly answer: Answer<T> | undefined
  /** What is being loaded, as in “Loading categories”. */
  readonly loading: string
  /** What it means where it did not come; why stands below. */
  readonly failed: string
  readonly onRetry: () => void
  readonly children: (value: T) => ReactNode
}

/** What was asked for from outside: on its way, refused with a way to ask again, or here. */
export function Answered<T>({ answer, loading, failed, onRetry, children }: AnsweredProps<T>) {
  if (!answer) return <SkeletonRows what={loading} />
  if (answer.ok) return children(answer.value)
  return (
    <div style={{ padding: 16 }}>
      <Failed title={failed} onRetry={onRetry}>
        {say(answer.failure.message)}
      </Failed>
    </div>
  )
}
