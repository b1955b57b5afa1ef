/** Fields that several transitions share, changed in all of them as one step of undo. */
import type { TransitionChanges } from '../../../domain/commands/changes.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { type Binding, controlId } from '../fields/binding.ts'
import { InspectorSection } from '../InspectorSection.tsx'
import { SharedChoice } from './SharedChoice.tsx'
import { mixed, type Shared, sharedOf } from './shared.ts'

type SwitchName = 'isAutomatic' | 'isRework' | 'requiresValidation'

export function SeveralTransitions({ transitions }: { readonly transitions: readonly StageTransition[] }) {
  const t = useText('inspector')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const change = (title: string, changes: TransitionChanges): string | null => {
    const calls = transitions.map(
      ({ id }) => ({ id: 'updateTransition', payload: { transitionId: id, changes } }) as const,
    )
    const done = editor.dispatch('applyFix', { title, calls })
    return done.ok ? null : done.reason
  }
  const bind = (field: SwitchName, label: string): Binding<Shared<boolean>> => {
    const set = (value: Shared<boolean>) =>
      value === mixed
        ? null
        : change(t('changeOfTransitions', { label, count: transitions.length }), { [field]: value })
    return {
      field,
      id: controlId(field),
      value: sharedOf(transitions, (transition) => transition[field]),
      problems: [],
      readOnly,
      set,
      type: set,
      done: () => editor.closeStep(),
    }
  }
  const yesNo = (value: boolean) => t(value ? 'yes' : 'no')
  return (
    <InspectorSection id="several.transitions" title={t('commonTransitionFields')} defaultOpen>
      <SharedChoice
        binding={bind('isAutomatic', t('trigger'))}
        label={t('trigger')}
        options={[false, true]}
        name={(automatic) => t(automatic ? 'automatic' : 'manual')}
      />
      <SharedChoice
        binding={bind('isRework', t('rework'))}
        label={t('rework')}
        options={[true, false]}
        name={yesNo}
      />
      <SharedChoice
        binding={bind('requiresValidation', t('strict'))}
        label={t('strict')}
        options={[true, false]}
        name={yesNo}
      />
    </InspectorSection>
  )
}
