import Add from '@mui/icons-material/Add'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Button from '@mui/material/Button'
import { useMemo, useRef } from 'react'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { CheckRule } from '../../domain/process/rule.ts'
import { useRuleBuilder } from '../../editor/ruleBuilder.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { TextField } from '../../ui/forms/index.ts'
import styles from './rules.module.css'
import { ruleFieldId } from './unfinishedRules.ts'

export type RuleKind = 'validation' | 'exit'

interface RuleCardsProps<Rule extends CheckRule> {
  readonly kind: RuleKind
  readonly stageName: string
  readonly rules: readonly Rule[]
  readonly fields: ReferenceData['fields']
  /** Messages by the control's id. */
  readonly errors: ReadonlyMap<string, string>
  readonly make: () => Rule
  /** `step` names what is being typed into, so that typing is one step of undo; null for a whole change. */
  readonly onChange: (rules: Rule[], step: string | null) => void
  readonly onDone: () => void
}

/** Conditions of one kind: each with a name, the condition itself, and what people are told where it does not hold. */
export function RuleCards<Rule extends CheckRule>(props: RuleCardsProps<Rule>) {
  const { kind, stageName, rules, errors, make, onChange, onDone } = props
  const t = useText('wizard')
  const RuleBuilder = useRuleBuilder()
  const list = useRef<HTMLDivElement>(null)
  const fields = useMemo(() => Object.values(props.fields), [props.fields])
  const put = (index: number, change: Partial<CheckRule>, step: string | null) =>
    onChange(
      rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)),
      step,
    )
  const focus = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus())
  const add = () => {
    const made = make()
    onChange([...rules, made], null)
    focus(`[id="${ruleFieldId(made.id, 'name')}"]`)
  }
  const remove = (index: number) => {
    onChange(rules.toSpliced(index, 1), null)
    focus('[data-add-rule]')
  }
  return (
    <div ref={list} className={styles.rules}>
      <p className={styles.rulesTitle}>{t(kind === 'validation' ? 'validationRules' : 'exitRules')}</p>
      {rules.map((rule, index) => {
        const name = rule.name.trim() || t('unnamedRule')
        return (
          <fieldset key={rule.id} className={styles.rule}>
            <legend className="sr-only">{t('ruleOf', { rule: name, stage: stageName })}</legend>
            <div className={styles.ruleHead}>
              <TextField
                id={ruleFieldId(rule.id, 'name')}
                label={t('ruleName')}
                required
                maxLength={100}
                value={rule.name}
                error={errors.get(ruleFieldId(rule.id, 'name'))}
                onChange={(event) => put(index, { name: event.target.value }, `${rule.id} name`)}
                onBlur={onDone}
              />
              <ToolButton
                label={t('removeRule', { rule: name })}
                icon={<DeleteOutlined />}
                onClick={() => remove(index)}
              />
            </div>
            <RuleBuilder
              label={t(kind === 'validation' ? 'mustHold' : 'mustBeDone')}
              fields={fields}
              value={rule.check}
              defaultOpen={rule.name === '' && rule.check === true}
              onChange={(check) => put(index, { check }, null)}
              onType={(check) => put(index, { check }, `${rule.id} check`)}
              onDone={onDone}
            />
            <TextField
              id={ruleFieldId(rule.id, 'message')}
              label={t('ruleMessage')}
              required
              maxLength={500}
              value={rule.message}
              error={errors.get(ruleFieldId(rule.id, 'message'))}
              onChange={(event) => put(index, { message: event.target.value }, `${rule.id} message`)}
              onBlur={onDone}
            />
          </fieldset>
        )
      })}
      <Button data-add-rule variant="outlined" size="small" startIcon={<Add />} onClick={add}>
        {t(kind === 'validation' ? 'addValidation' : 'addExit')}
      </Button>
    </div>
  )
}
