/** Fields of several stages as controls want them: one change of all is one step of undo. */
import type { StageChanges } from '../../../domain/commands/changes.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { useWhyHidden } from '../../../editor/useWhyHidden.ts'
import { say } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { commonOf, mixed, type Shared, sharedBinding, sharedOf, withCommon } from './shared.ts'

type ListField = 'requiredFields' | 'categoryIds' | 'entryActionIds' | 'exitActionIds' | 'exitChecklist'

export interface SharedStages {
  readonly readOnly: boolean
  readonly change: (changesOf: (stage: SalesStage) => StageChanges, mergeKey?: string) => string | null
  readonly bind: <Field extends keyof StageChanges & string>(
    field: Field,
  ) => Binding<Shared<SalesStage[Field]>>
  /** Shows what all have; adding adds to each, removing takes from each. */
  readonly common: (field: ListField) => Binding<string[]>
}

export function useSharedStages(stages: readonly SalesStage[]): SharedStages {
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const key = stages.map(({ id }) => id).join(' ')
  const whyHidden = useWhyHidden()
  const done = () => editor.closeStep()
  const change: SharedStages['change'] = (changesOf, mergeKey) => {
    const changes = Object.fromEntries(stages.map((stage) => [stage.id, changesOf(stage)]))
    const result = editor.dispatch('updateStages', { changes }, mergeKey === undefined ? {} : { mergeKey })
    return result.ok ? null : say(result.reason)
  }
  return {
    readOnly,
    change,
    bind: (field) =>
      sharedBinding({
        field,
        value: sharedOf(stages, (stage) => stage[field]),
        readOnly,
        hidden: stages.map((stage) => whyHidden(stage, field)).find((why) => why !== null) ?? null,
        mergeKey: key,
        done,
        change: (value, mergeKey) => (value === mixed ? null : change(() => ({ [field]: value }), mergeKey)),
      }),
    common(field) {
      const had = commonOf(stages.map((stage) => stage[field]))
      return sharedBinding<string[]>({
        field,
        value: had,
        readOnly,
        mergeKey: key,
        done,
        change: (next, mergeKey) =>
          change((stage) => ({ [field]: withCommon(stage[field], had, next) }), mergeKey),
      })
    },
  }
}
