import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CheckRule, Logic } from '../../../domain/process/rule.ts'
import type { Binding } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import styles from '../inspector.module.css'
import { writeComparison } from './comparisons.ts'
import { newComparison } from './firstValue.ts'
import { RuleCard } from './RuleCard.tsx'
import { useFirstField } from './useFirstField.ts'

interface RuleListProps<Rule extends CheckRule> {
  readonly binding: Binding<Rule[]>
  readonly label: string
  readonly empty: string
  /** One button each: its words and the rule it adds. */
  readonly adds: readonly { readonly label: string; readonly rule: (fresh: CheckRule) => Rule }[]
  readonly tag?: (rule: Rule) => string | undefined
  /** Beside the common fields of an open rule. `type` is for typing, `set` for one step. */
  readonly more?: (
    rule: Rule,
    change: { readonly set: (rule: Rule) => void; readonly type: (rule: Rule) => void },
  ) => ReactNode
}

/** Rules of one list, in order. Each problem stands at the rule it is about (`key`), the others above the list. */
export function RuleList<Rule extends CheckRule>(props: RuleListProps<Rule>) {
  const { binding, label, empty, adds, tag, more } = props
  const { value, problems, readOnly, set, type, done } = binding
  const [added, setAdded] = useState<string | null>(null)
  const firstField = useFirstField()
  const aboutRule = (rule: Rule) =>
    problems.filter(({ key }) => key === rule.id || key?.startsWith(`${rule.id} `))
  const aboutList = problems.filter((problem) => !value.some((rule) => aboutRule(rule).includes(problem)))
  const check: Logic = firstField ? writeComparison(newComparison(firstField)) : true
  return (
    <FieldFrame field={binding.field} problems={[]}>
      <ProblemNotes problems={aboutList} />
      {value.length === 0 ? (
        <p className={styles.nothing}>{empty}</p>
      ) : (
        <ul className={styles.rules} aria-label={label}>
          {value.map((rule, index) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              number={index + 1}
              problems={aboutRule(rule)}
              readOnly={readOnly}
              defaultOpen={rule.id === added}
              tag={tag?.(rule)}
              onSet={(next) => set(value.with(index, next))}
              onType={(next) => type(value.with(index, next))}
              onDone={done}
              onRemove={() => set(value.toSpliced(index, 1))}
            >
              {more?.(rule, {
                set: (next) => set(value.with(index, next)),
                type: (next) => type(value.with(index, next)),
              })}
            </RuleCard>
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <div className={styles.fixes}>
          {adds.map((add) => (
            <Button
              key={add.label}
              size="small"
              variant="outlined"
              onClick={() => {
                const rule = add.rule({ id: newId(), name: '', check, message: '' })
                setAdded(rule.id)
                set([...value, rule])
              }}
            >
              {add.label}
            </Button>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
