import type { Use } from '../../domain/process/whereUsed.ts'
import { useEditorState } from '../../editor/react.ts'
import { placeOf } from '../../editor/whereUsedWords.ts'
import { PlaceList } from '../../ui/display/PlaceList.tsx'
import { useAround } from './around.ts'

/** Where something is used in the open process; each place is the way there. */
export function Places({ label, uses }: { readonly label: string; readonly uses: readonly Use[] }) {
  const { ui } = useAround()
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  return (
    <PlaceList
      label={label}
      places={uses.map((found) => {
        const { key, name, note, element, field } = placeOf(found, document, reference)
        const inProcess = found.at.kind === 'process' && found.as === 'migration'
        const go =
          element !== null
            ? () => ui.showDetails(element, found.at.kind === 'process' ? undefined : field)
            : inProcess
              ? () => ui.showDetails(null, field)
              : found.at.kind === 'scenario'
                ? () => ui.show('simulate')
                : null
        return { key, name, note, ...(go ? { onGo: go } : {}) }
      })}
    />
  )
}
