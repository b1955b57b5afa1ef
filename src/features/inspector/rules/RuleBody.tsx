import type { ReactNode } from 'react'
import type { OpportunityField } from '../../../domain/process/field.ts'
import type { CheckRule } from '../../../domain/process/rule.ts'
import { useRuleBuilder } from '../../../editor/ruleBuilder.ts'
import { useText } from '../../../text/index.ts'
import { TextField } from '../../../ui/forms/index.ts'
import styles from './rules.module.css'

interface RuleBodyProps<Rule extends CheckRule> {
  readonly id: string
  readonly rule: Rule
  readonly fields: readonly OpportunityField[]
  readonly readOnly: boolean
  /** The rule was made just now: its condition is open. */
  readonly fresh: boolean
  readonly onSet: (rule: Rule) => void
  readonly onType: (rule: Rule) => void
  readonly onDone: () => void
  /** What this kind of rule has beside the common fields. */
  readonly children?: ReactNode
}

/** An open rule: its name, its condition and what people are told. */
export function RuleBody<Rule extends CheckRule>(props: RuleBodyProps<Rule>) {
  const { id, rule, fields, readOnly, fresh, onSet, onType, onDone, children } = props
  const t = useText('inspector')
  const RuleBuilder = useRuleBuilder()
  return (
    <div id={id} className={styles.body}>
      <TextField
        label={t('ruleName')}
        value={rule.name}
        maxLength={100}
        readOnly={readOnly}
        onChange={(event) => onType({ ...rule, name: event.target.value })}
        onBlur={onDone}
      />
      <RuleBuilder
        label={t('check')}
        value={rule.check}
        fields={fields}
        readOnly={readOnly}
        defaultOpen={fresh}
        onChange={(check) => onSet({ ...rule, check })}
        onType={(check) => onType({ ...rule, check })}
        onDone={onDone}
      />
      {children}
      <TextField
        label={t('message')}
        help={t('messageHelp')}
        value={rule.message}
        maxLength={500}
        rows={2}
        readOnly={readOnly}
        onChange={(event) => onType({ ...rule, message: event.target.value })}
        onBlur={onDone}
      />
    </div>
  )
}
