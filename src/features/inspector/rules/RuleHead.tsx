import ChevronRight from '@mui/icons-material/ChevronRight'
import type { FieldsByKey } from '../../../domain/engine/ruleSentence.ts'
import type { CheckRule } from '../../../domain/process/rule.ts'
import { ruleText } from '../../../editor/ruleWords.ts'
import styles from './rules.module.css'

interface RuleHeadProps {
  readonly rule: CheckRule
  readonly name: string
  readonly fields: FieldsByKey
  readonly open: boolean
  /** The id of what opens. */
  readonly controls: string
  /** "Warning", "To enter": what kind of rule it is. */
  readonly tag: string | undefined
  readonly onToggle: () => void
}

/** One rule in its list: its name and, while it is closed, what it says. */
export function RuleHead({ rule, name, fields, open, controls, tag, onToggle }: RuleHeadProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      <ChevronRight className="directional" aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>
          {name}
          {tag === undefined ? null : <span className={styles.tag}>{tag}</span>}
        </span>
        {open ? null : <span className={styles.sentence}>{ruleText(rule, fields)}</span>}
      </span>
    </button>
  )
}
