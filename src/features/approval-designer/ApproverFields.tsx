import { approvalStepSchema } from '../../domain/process/approval.ts'
import { useText } from '../../text/index.ts'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import styles from './approvalDesigner.module.css'
import { PersonField } from './PersonField.tsx'
import { roleOptions } from './roleOptions.ts'
import { numberOf, oneOf, type StepEditProps } from './stepEdit.ts'
import { asksSeveral, hasQuorum } from './stepForm.ts'

const kinds = approvalStepSchema.shape.approver.shape.kind.options
const modes = approvalStepSchema.shape.mode.options

/** Who decides a step and, of a role, how many of them have to agree. */
export function ApproverFields({ id, step, fault, readOnly, onChange }: StepEditProps) {
  const t = useText('approvalDesigner')
  const { kind, ref } = step.approver
  const errorOf = (field: string) => (fault?.field === field ? fault.message : undefined)
  const setRef = (next: string) => onChange({ ...step, approver: { kind, ref: next } })
  return (
    <>
      <div className={styles.two}>
        <SelectField
          id={`${id}-kind`}
          label={t('approver')}
          value={kind}
          disabled={readOnly}
          options={kinds.map((value) => ({ value, label: t(`approver_${value}`) }))}
          onChange={(event) => {
            const chosen = oneOf(kinds, event.target.value)
            if (chosen)
              onChange({
                ...step,
                approver: { kind: chosen, ref: chosen === 'role' ? 'sales_director' : '' },
              })
          }}
        />
        {kind === 'role' ? (
          <SelectField
            id={`${id}-ref`}
            label={t('role')}
            value={ref}
            error={errorOf('ref')}
            disabled={readOnly}
            options={roleOptions(ref)}
            onChange={(event) => setRef(event.target.value)}
          />
        ) : kind === 'user' ? (
          <PersonField
            id={`${id}-ref`}
            value={ref}
            error={errorOf('ref')}
            readOnly={readOnly}
            onChange={setRef}
          />
        ) : null}
      </div>
      {asksSeveral(step) ? (
        <div className={styles.two}>
          <SelectField
            id={`${id}-mode`}
            label={t('mode')}
            value={step.mode}
            disabled={readOnly}
            options={modes.map((value) => ({ value, label: t(`mode_${value}`) }))}
            onChange={(event) => {
              const chosen = oneOf(modes, event.target.value)
              if (chosen) onChange({ ...step, mode: chosen })
            }}
          />
          {hasQuorum(step) ? (
            <TextField
              id={`${id}-quorum`}
              label={t(step.mode === 'percent' ? 'quorum_percent' : 'quorum_number')}
              type="number"
              min={1}
              {...(step.mode === 'percent' ? { max: 100 } : {})}
              required
              readOnly={readOnly}
              value={step.quorum ?? ''}
              error={errorOf('quorum')}
              onChange={(event) => onChange({ ...step, quorum: numberOf(event.target.value) })}
            />
          ) : null}
        </div>
      ) : null}
    </>
  )
}
