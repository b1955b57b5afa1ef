import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { roles } from '../../contract/roles.ts'
import { type ApprovalStep, approvalStepSchema } from '../../domain/process/approval.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { SelectField, SwitchField, TextField } from '../../ui/forms/index.ts'
import styles from './Settings.module.css'
import { wordsOf } from './wordsOf.ts'
import { asksSomebody, escalates, hasQuorum } from './workflowForm.ts'

interface ApprovalStepFieldsProps {
  readonly id: string
  readonly step: ApprovalStep
  readonly number: number
  readonly fault: { readonly field: string; readonly message: string } | null
  readonly onChange: (step: ApprovalStep) => void
  readonly onRemove: (() => void) | null
  readonly onEarlier: (() => void) | null
  readonly onLater: (() => void) | null
}

const { approver: approverSchema, mode: modeSchema, on_timeout: timeoutSchema } = approvalStepSchema.shape
const kinds = approverSchema.shape.kind.options
const modes = modeSchema.options
const timeouts = timeoutSchema.options
const roleOptions = roles.map((role) => ({ value: role, label: wordsOf(role) }))
const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
  all.find((item) => item === value)
const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed))

export function ApprovalStepFields(props: ApprovalStepFieldsProps) {
  const { id, step, number, fault, onChange, onRemove, onEarlier, onLater } = props
  const t = useText('settings')
  const errorOf = (field: string) => (fault?.field === field ? fault.message : undefined)
  const { kind, ref } = step.approver
  return (
    <fieldset className={styles.step}>
      <legend>{t('stepNumber', { number })}</legend>
      <div className={styles.stepTools}>
        {onEarlier ? (
          <ToolButton
            size="small"
            label={t('moveStepUp', { number })}
            icon={<ArrowUpward />}
            onClick={onEarlier}
          />
        ) : null}
        {onLater ? (
          <ToolButton
            size="small"
            label={t('moveStepDown', { number })}
            icon={<ArrowDownward />}
            onClick={onLater}
          />
        ) : null}
        {onRemove ? (
          <ToolButton
            size="small"
            label={t('removeStep', { number })}
            icon={<DeleteOutlined />}
            onClick={onRemove}
          />
        ) : null}
      </div>
      <TextField
        id={`${id}-name`}
        label={t('stepName')}
        required
        value={step.name}
        error={errorOf('name')}
        maxLength={100}
        onChange={(event) => onChange({ ...step, name: event.target.value })}
      />
      <div className={styles.two}>
        <SelectField
          id={`${id}-kind`}
          label={t('approver')}
          value={kind}
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
        {asksSomebody(step) && kind === 'role' ? (
          <SelectField
            id={`${id}-ref`}
            label={t('approverRef_role')}
            value={ref}
            error={errorOf('ref')}
            // A role of another system stays what it is until somebody chooses one of ours.
            options={
              ref === '' || roles.some((role) => role === ref)
                ? roleOptions
                : [{ value: ref, label: ref }, ...roleOptions]
            }
            onChange={(event) => onChange({ ...step, approver: { kind, ref: event.target.value } })}
          />
        ) : asksSomebody(step) ? (
          <TextField
            id={`${id}-ref`}
            label={t('approverRef_user')}
            type="email"
            required
            value={ref}
            error={errorOf('ref')}
            onChange={(event) => onChange({ ...step, approver: { kind, ref: event.target.value } })}
          />
        ) : null}
      </div>
      {asksSomebody(step) ? (
        <div className={styles.two}>
          <SelectField
            id={`${id}-mode`}
            label={t('mode')}
            value={step.mode}
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
              required
              value={step.quorum ?? ''}
              error={errorOf('quorum')}
              onChange={(event) => onChange({ ...step, quorum: numberOf(event.target.value) })}
            />
          ) : null}
        </div>
      ) : null}
      <div className={styles.two}>
        <TextField
          id={`${id}-sla`}
          label={t('slaHours')}
          help={t('slaHelp')}
          type="number"
          min={1}
          value={step.sla_hours ?? ''}
          onChange={(event) => onChange({ ...step, sla_hours: numberOf(event.target.value) })}
        />
        {step.sla_hours === null ? null : (
          <SelectField
            id={`${id}-timeout`}
            label={t('onTimeout')}
            value={step.on_timeout}
            options={timeouts.map((value) => ({ value, label: t(`timeout_${value}`) }))}
            onChange={(event) => {
              const chosen = oneOf(timeouts, event.target.value)
              if (chosen) onChange({ ...step, on_timeout: chosen })
            }}
          />
        )}
      </div>
      {escalates(step) ? (
        <TextField
          id={`${id}-escalate`}
          label={t('escalateTo')}
          required
          value={step.escalate_to ?? ''}
          error={errorOf('escalate')}
          onChange={(event) => onChange({ ...step, escalate_to: event.target.value })}
        />
      ) : null}
      <SwitchField
        label={t('allowDelegation')}
        checked={step.allow_delegation}
        onChange={(allow_delegation) => onChange({ ...step, allow_delegation })}
      />
    </fieldset>
  )
}
