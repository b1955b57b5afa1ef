import { isUnseen } from '../domain/process/hidden.ts'
import type { SalesStage } from '../domain/process/stage.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { whyHidden } from './hidden.ts'
import { useEditorState } from './react.ts'

/** Why the reader may not see the field of the row; null where they may. */
export function useWhyHidden(): (row: SalesStage | StageTransition, field: string) => string | null {
  const reference = useEditorState((state) => state.reference)
  return (row, field) => (isUnseen(reference, row, field) ? whyHidden(reference) : null)
}
