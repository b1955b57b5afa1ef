import { roles } from '../../contract/roles.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/index.ts'
import styles from './approvalDesigner.module.css'
import { PersonField } from './PersonField.tsx'
import { roleOptions } from './roleOptions.ts'
import type { StepEditProps } from './stepEdit.ts'

const person = 'person'
const manager = 'manager_of_owner'

/** Who is asked when those who should decide are silent: a role, the owner's manager, or one person. */
export function EscalateField({ id, step, fault, readOnly, onChange }: StepEditProps) {
  const t = useText('approvalDesigner')
  const to = step.escalate_to ?? ''
  const error = fault?.field === 'escalate' ? fault.message : undefined
  const isPerson = step.escalate_to !== undefined && to !== manager && !roles.some((role) => role === to)
  return (
    <div className={styles.two}>
      <SelectField
        id={isPerson ? `${id}-escalate-kind` : `${id}-escalate`}
        label={t('escalateTo')}
        required
        value={isPerson ? person : to}
        error={isPerson ? undefined : error}
        disabled={readOnly}
        options={[
          ...(to === '' && !isPerson ? [{ value: '', label: t('choose') }] : []),
          ...roleOptions(''),
          { value: manager, label: t('approver_manager_of_owner') },
          { value: person, label: t('approver_user') },
        ]}
        onChange={(event) => {
          const { value } = event.target
          if (value !== '') onChange({ ...step, escalate_to: value === person ? '' : value })
        }}
      />
      {isPerson ? (
        <PersonField
          id={`${id}-escalate`}
          value={to}
          error={error}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...step, escalate_to: next })}
        />
      ) : null}
    </div>
  )
}
