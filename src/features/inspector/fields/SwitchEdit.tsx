import { type ReactNode, useState } from 'react'
import { SwitchField } from '../../../ui/forms/index.ts'
import type { Binding } from './binding.ts'
import { FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'
import { ProblemNotes } from './ProblemNotes.tsx'

interface SwitchEditProps {
  readonly binding: Binding<boolean>
  readonly label: ReactNode
  readonly help?: ReactNode
}

export function SwitchEdit({ binding, label, help }: SwitchEditProps) {
  const { value, problems, readOnly, set } = binding
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <FieldFrame field={binding.field} name={label} problems={[]}>
      <SwitchField
        label={label}
        help={help}
        checked={value}
        disabled={readOnly}
        onChange={(checked) => setRefusal(set(checked))}
      />
      {refusal === null ? null : (
        <p role="status" className={styles.refusal}>
          {refusal}
        </p>
      )}
      <ProblemNotes problems={problems} />
    </FieldFrame>
  )
}
