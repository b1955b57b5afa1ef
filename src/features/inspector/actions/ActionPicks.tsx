import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { PickEdit } from '../fields/PickEdit.tsx'
import { actionOptions } from './actionOptions.ts'
import styles from './actions.module.css'
import { useParameterSummary } from './useParameterSummary.ts'

interface ActionPicksProps {
  readonly binding: Binding<string[]>
  readonly label: string
  /** Said where there is none; left out, nothing is. */
  readonly empty?: string
}

/** Company actions that run as the company set them up, in the company's order; each says what it will do. */
export function ActionPicks({ binding, label, empty }: ActionPicksProps) {
  const words = useText('actions')
  const actions = useEditorState((state) => state.reference.actions)
  const summary = useParameterSummary()
  return (
    <PickEdit
      binding={binding}
      label={label}
      add={words('addCompany')}
      options={actionOptions(actions, { value: 'id', chosen: binding.value })}
      unknown={words('unknown')}
      {...(empty === undefined ? {} : { empty })}
      detail={(id) => {
        const action = actions[id]
        return action ? <span className={styles.detail}>{summary(action)}</span> : null
      }}
    />
  )
}
