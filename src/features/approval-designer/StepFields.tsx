/** Everything of one step: who decides, of which deals, how long they have, and what silence means. */
import { approvalStepSchema } from '../../domain/process/approval.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { useRuleBuilder } from '../../editor/ruleBuilder.ts'
import { useText } from '../../text/index.ts'
import { HiddenField, SelectField, SwitchField, TextField } from '../../ui/forms/index.ts'
import { ApproverFields } from './ApproverFields.tsx'
import styles from './approvalDesigner.module.css'
import { EscalateField } from './EscalateField.tsx'
import { numberOf, oneOf, type StepEditProps } from './stepEdit.ts'
import { escalates } from './stepForm.ts'

const timeouts = approvalStepSchema.shape.on_timeout.options

interface StepFieldsProps extends StepEditProps {
  readonly fields: readonly OpportunityField[]
}

export function StepFields({ fields, ...props }: StepFieldsProps) {
  const { id, step, fault, readOnly, whyNoCondition, onChange } = props
  const t = useText('approvalDesigner')
  const RuleBuilder = useRuleBuilder()
  const { condition, ...unconditional } = step
  return (
    <div className={styles.stepFields}>
      <TextField
        id={`${id}-name`}
        label={t('stepName')}
        required
        value={step.name}
        error={fault?.field === 'name' ? fault.message : undefined}
        maxLength={100}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...step, name: event.target.value })}
      />
      <ApproverFields {...props} />
      {isMasked(condition) ? (
        <HiddenField label={t('condition')} />
      ) : condition === undefined && whyNoCondition !== null ? (
        <HiddenField label={t('when')} value={t('when_always')} why={whyNoCondition} />
      ) : (
        <div className={styles.condition}>
          <SelectField
            id={`${id}-when`}
            label={t('when')}
            value={condition === undefined ? 'always' : 'some'}
            disabled={readOnly}
            options={[
              { value: 'always', label: t('when_always') },
              { value: 'some', label: t('when_some') },
            ]}
            onChange={(event) => {
              if (event.target.value === 'always') onChange(unconditional)
              else if (condition === undefined) onChange({ ...step, condition: firstCondition(fields) })
            }}
          />
          {condition === undefined ? null : (
            <RuleBuilder
              label={t('condition')}
              value={condition}
              fields={fields}
              readOnly={readOnly}
              onChange={(next) => onChange({ ...step, condition: next })}
            />
          )}
        </div>
      )}
      <div className={styles.two}>
        <TextField
          id={`${id}-sla`}
          label={t('slaHours')}
          help={t('slaHelp')}
          type="number"
          min={1}
          readOnly={readOnly}
          error={fault?.field === 'sla' ? fault.message : undefined}
          value={step.sla_hours ?? ''}
          onChange={(event) => onChange({ ...step, sla_hours: numberOf(event.target.value) })}
        />
        {step.sla_hours === null ? null : (
          <SelectField
            id={`${id}-timeout`}
            label={t('onTimeout')}
            value={step.on_timeout}
            disabled={readOnly}
            options={timeouts.map((value) => ({ value, label: t(`timeout_${value}`) }))}
            onChange={(event) => {
              const chosen = oneOf(timeouts, event.target.value)
              if (chosen) onChange({ ...step, on_timeout: chosen })
            }}
          />
        )}
      </div>
      {escalates(step) ? <EscalateField {...props} /> : null}
      <SwitchField
        label={t('allowDelegation')}
        help={t('allowDelegationHelp')}
        checked={step.allow_delegation}
        disabled={readOnly}
        onChange={(allow_delegation) => onChange({ ...step, allow_delegation })}
      />
    </div>
  )
}

/** A comparison to begin with; the rule builder changes all of it. */
function firstCondition(fields: readonly OpportunityField[]) {
  const amount =
    fields.find(({ type }) => type === 'currency') ?? fields.find(({ type }) => type === 'number')
  if (amount) return { '>': [{ var: amount.key }, 0] }
  const [first] = fields
  return first ? { '!!': [{ var: first.key }] } : true
}
