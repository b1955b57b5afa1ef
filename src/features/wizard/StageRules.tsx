import type { ReferenceData } from '../../domain/process/reference.ts'
import type { SalesStage } from '../../domain/process/stage.ts'
import type { FormError } from '../../ui/forms/ErrorSummary.tsx'
import { RuleCards } from './RuleCards.tsx'
import styles from './rules.module.css'

export type StageRuleFields = Pick<SalesStage, 'validationRules' | 'transitionRules'>

interface StageRulesProps {
  readonly stageName: string
  readonly value: StageRuleFields
  readonly reference: ReferenceData
  readonly errors: readonly FormError[]
  readonly newId: () => string
  readonly onChange: (changes: Partial<StageRuleFields>, step: string | null) => void
  readonly onDone?: () => void
}

const nothing = () => {}

/** What a stage asks of a deal: what must hold to enter, what must be done before leaving. */
export function StageRules(props: StageRulesProps) {
  const { stageName, value, reference, newId, onChange, onDone = nothing } = props
  const errors = new Map(props.errors.map(({ field, message }) => [field, message]))
  const exits = value.transitionRules.filter(({ kind }) => kind === 'exit')
  const others = value.transitionRules.filter(({ kind }) => kind !== 'exit')
  const shared = { stageName, fields: reference.fields, errors, onDone } as const
  const blank = () => ({ id: newId(), name: '', check: true, message: '' })
  return (
    <div className={styles.stageRules}>
      <RuleCards
        {...shared}
        kind="validation"
        rules={value.validationRules}
        make={() => ({ ...blank(), severity: 'error' as const })}
        onChange={(validationRules, step) => onChange({ validationRules }, step)}
      />
      <RuleCards
        {...shared}
        kind="exit"
        rules={exits}
        make={() => ({ ...blank(), kind: 'exit' as const })}
        onChange={(rules, step) => onChange({ transitionRules: [...others, ...rules] }, step)}
      />
    </div>
  )
}
