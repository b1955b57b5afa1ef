import type { OpportunityField } from '../../../domain/process/field.ts'
import { useEditorState } from '../../../editor/react.ts'

/** What a new condition is about until somebody chooses: the first field by label. */
export const useFirstField = (): OpportunityField | undefined =>
  useEditorState(
    ({ reference }) => Object.values(reference.fields).sort((a, b) => a.label.localeCompare(b.label))[0],
  )
