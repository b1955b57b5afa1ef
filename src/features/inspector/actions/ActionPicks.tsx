import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { PickEdit } from '../fields/PickEdit.tsx'

interface ActionPicksProps {
  readonly binding: Binding<string[]>
  readonly label: string
}

/** Company actions that run as the company set them up, in the company's order. */
export function ActionPicks({ binding, label }: ActionPicksProps) {
  const t = useText('inspector')
  const actions = useEditorState((state) => state.reference.actions)
  const options = Object.values(actions)
    .sort((a, b) => a.executionOrder - b.executionOrder || a.actionName.localeCompare(b.actionName))
    .map(({ id, actionName, actionType, isActive }) => ({
      value: id,
      label: actionName,
      note: isActive ? t(`action_${actionType}`) : t('inactive'),
    }))
  return (
    <PickEdit
      binding={binding}
      label={label}
      add={t('addAction')}
      options={options}
      unknown={t('unknownAction')}
      empty={t('noActions')}
    />
  )
}
