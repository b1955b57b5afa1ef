import ChevronRight from '@mui/icons-material/ChevronRight'
import Delete from '@mui/icons-material/DeleteOutlined'
import { type ReactNode, useId, useState } from 'react'
import { ruleSentence } from '../../../domain/engine/ruleSentence.ts'
import type { Problem } from '../../../domain/lint/rule.ts'
import type { CheckRule } from '../../../domain/process/rule.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { TextField } from '../../../ui/forms/index.ts'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import styles from '../inspector.module.css'
import { LogicEdit } from './LogicEdit.tsx'

interface RuleCardProps<Rule extends CheckRule> {
  readonly rule: Rule
  readonly number: number
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  readonly defaultOpen: boolean
  /** "Warning", "Entry": seen while closed. */
  readonly tag?: string | undefined
  readonly onSet: (rule: Rule) => void
  readonly onType: (rule: Rule, field: string) => void
  readonly onDone: () => void
  readonly onRemove: () => void
  /** What this kind of rule has beside the common fields. */
  readonly children?: ReactNode
}

/** One rule: closed, its sentence; open, its name, its condition and what people are told. */
export function RuleCard<Rule extends CheckRule>(props: RuleCardProps<Rule>) {
  const { rule, number, problems, readOnly, tag, onSet, onType, onDone, onRemove, children } = props
  const t = useText('inspector')
  const id = useId()
  const [open, setOpen] = useState(props.defaultOpen)
  const fields = useEditorState((state) => state.reference.fields)
  const name = rule.name.trim() || t('ruleNumber', { number })
  return (
    <li className={styles.rule} data-problem={problems.length > 0 || undefined}>
      <div className={styles.ruleHead}>
        <button
          type="button"
          className={styles.ruleButton}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight aria-hidden />
          <span className={styles.ruleWords}>
            <span className={styles.ruleName}>
              {name}
              {tag === undefined ? null : <span className={styles.ruleTag}>{tag}</span>}
            </span>
            {open ? null : <span className={styles.ruleSentence}>{ruleSentence(rule.check, fields)}</span>}
          </span>
        </button>
        {readOnly ? null : (
          <ToolButton label={t('remove', { name })} icon={<Delete />} size="small" onClick={onRemove} />
        )}
      </div>
      <ProblemNotes problems={problems} />
      {open ? (
        <div id={id} className={styles.ruleBody}>
          <TextField
            label={t('ruleName')}
            value={rule.name}
            maxLength={100}
            readOnly={readOnly}
            onChange={(event) => onType({ ...rule, name: event.target.value }, 'name')}
            onBlur={onDone}
          />
          <LogicEdit
            label={t('check')}
            logic={rule.check}
            readOnly={readOnly}
            onSet={(check) => onSet({ ...rule, check })}
            onType={(check) => onType({ ...rule, check }, 'check')}
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
            onChange={(event) => onType({ ...rule, message: event.target.value }, 'message')}
            onBlur={onDone}
          />
        </div>
      ) : null}
    </li>
  )
}
