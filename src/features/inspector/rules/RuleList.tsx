/** Rules of one list, in order. Each problem stands at the rule it is about (`key`), the others above the list. */
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Button from '@mui/material/Button'
import { type ReactNode, useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CheckRule, Logic } from '../../../domain/process/rule.ts'
import { writeComparison } from '../../../editor/comparisons.ts'
import { newComparison } from '../../../editor/newComparison.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ReorderList } from '../../../ui/lists/ReorderList.tsx'
import type { Binding } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { moved } from '../fields/moved.ts'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import { CopyRuleDialog } from './CopyRuleDialog.tsx'
import { RuleBody } from './RuleBody.tsx'
import { RuleHead } from './RuleHead.tsx'
import styles from './rules.module.css'

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

export function RuleList<Rule extends CheckRule>(props: RuleListProps<Rule>) {
  const { binding, label, empty, adds, tag, more } = props
  const { value, problems, readOnly, set, type, done } = binding
  const t = useText('inspector')
  const base = useId()
  const fields = useEditorState((state) => state.reference.fields)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [added, setAdded] = useState<string | null>(null)
  const [copying, setCopying] = useState<Rule | null>(null)
  const byLabel = Object.values(fields).sort((a, b) => a.label.localeCompare(b.label))
  const aboutRule = (rule: Rule) =>
    problems.filter(({ key }) => key === rule.id || key?.startsWith(`${rule.id} `))
  const aboutList = problems.filter((problem) => !value.some((rule) => aboutRule(rule).includes(problem)))
  const nameOf = (rule: Rule, index: number) => rule.name.trim() || t('ruleNumber', { number: index + 1 })
  const toggle = (id: string) =>
    setOpen((had) => new Set(had.has(id) ? [...had].filter((other) => other !== id) : [...had, id]))
  const first: Logic = byLabel[0] ? writeComparison(newComparison(byLabel[0])) : true
  return (
    <FieldFrame field={binding.field} problems={[]}>
      <ProblemNotes problems={aboutList} />
      {value.length === 0 ? <p className={styles.empty}>{empty}</p> : null}
      <ReorderList
        label={label}
        items={value}
        idOf={({ id }) => id}
        nameOf={nameOf}
        readOnly={readOnly}
        onMove={(from, to) => set(moved(value, from, to))}
        onDuplicate={(index) => {
          const rule = value[index]
          if (rule) set(value.toSpliced(index + 1, 0, { ...rule, id: newId() }))
        }}
        onRemove={(index) => set(value.toSpliced(index, 1))}
        more={(rule) => [
          {
            id: 'copy',
            label: t('copyRuleTo'),
            icon: <ContentCopy fontSize="inherit" />,
            run: () => setCopying(rule),
          },
        ]}
        head={(rule, index) => (
          <RuleHead
            rule={rule}
            name={nameOf(rule, index)}
            fields={fields}
            open={open.has(rule.id)}
            controls={`${base}-${rule.id}`}
            tag={tag?.(rule)}
            onToggle={() => toggle(rule.id)}
          />
        )}
        footer={
          readOnly ? null : (
            <div className={styles.adds}>
              {adds.map((add) => (
                <Button
                  key={add.label}
                  size="small"
                  variant="outlined"
                  onClick={() => {
                    const rule = add.rule({ id: newId(), name: '', check: first, message: '' })
                    setAdded(rule.id)
                    toggle(rule.id)
                    set([...value, rule])
                    requestAnimationFrame(() =>
                      document.getElementById(`${base}-${rule.id}`)?.querySelector('input')?.focus(),
                    )
                  }}
                >
                  {add.label}
                </Button>
              ))}
            </div>
          )
        }
      >
        {(rule, index) => {
          const here = aboutRule(rule)
          const change = {
            set: (next: Rule) => void set(value.with(index, next)),
            type: (next: Rule) => void type(value.with(index, next)),
          }
          return (
            <>
              {here.length > 0 ? (
                <div className={styles.problems}>
                  <ProblemNotes problems={here} />
                </div>
              ) : null}
              {open.has(rule.id) ? (
                <RuleBody
                  id={`${base}-${rule.id}`}
                  rule={rule}
                  fields={byLabel}
                  readOnly={readOnly}
                  fresh={rule.id === added}
                  onSet={change.set}
                  onType={change.type}
                  onDone={done}
                >
                  {more?.(rule, change)}
                </RuleBody>
              ) : null}
            </>
          )
        }}
      </ReorderList>
      {copying ? <CopyRuleDialog rule={copying} onClose={() => setCopying(null)} /> : null}
    </FieldFrame>
  )
}
