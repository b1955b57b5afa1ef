import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { SwitchField } from '../../ui/forms/index.ts'
import styles from './steps.module.css'

const policies = {
  allow_rework: { label: 'allowRework', help: 'allowReworkHelp' },
  probability_must_not_decrease: { label: 'notDecrease', help: 'notDecreaseHelp' },
  single_closed_stages: { label: 'singleClosed', help: 'singleClosedHelp' },
} as const

/** A policy of the process, asked in the step that it is about. */
export function PolicySwitch({ policy }: { readonly policy: keyof typeof policies }) {
  const t = useText('wizard')
  const editor = useEditor()
  const checked = useEditorState(({ document }) => document.process.policies[policy])
  const { label, help } = policies[policy]
  return (
    <div className={styles.policy}>
      <SwitchField
        label={t(label)}
        help={t(help)}
        checked={checked}
        onChange={(next) => editor.dispatch('setPolicies', { changes: { [policy]: next } })}
      />
    </div>
  )
}
