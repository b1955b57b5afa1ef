import { useEffect, useState } from 'react'
import type { Impact } from '../../contract/processes.ts'
import type { Result } from '../../data/api/failure.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'

export type ImpactState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'known'; readonly impact: Impact }
  | { readonly kind: 'unknown'; readonly why: string }

/** What publishing the document would do to open deals; asked again whenever the document changes. */
export function useImpact(
  document: ProcessDocument,
  ask: (document: ProcessDocument) => Promise<Result<Impact>>,
): ImpactState {
  const [state, setState] = useState<ImpactState>({ kind: 'loading' })
  useEffect(() => {
    let asked = true
    const find = async () => {
      const answer = await ask(document)
      if (!asked) return
      setState(
        answer.ok
          ? { kind: 'known', impact: answer.value }
          : { kind: 'unknown', why: answer.failure.message },
      )
    }
    void find()
    return () => {
      asked = false
    }
  }, [document, ask])
  return state
}
