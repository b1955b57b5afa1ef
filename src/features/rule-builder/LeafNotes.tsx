/** What is wrong with a condition, and its repairs: the field that was meant, the value in the field's own type. */
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import Button from '@mui/material/Button'
import { valueInWords } from '../../domain/engine/ruleSentence.ts'
import { sameValue } from '../../domain/process/equality.ts'
import type { Comparison } from '../../editor/comparisons.ts'
import { fieldKeyOf } from '../../editor/comparisons.ts'
import { withField } from '../../editor/newComparison.ts'
import { say, useText } from '../../text/index.ts'
import { useBuilder } from './BuilderContext.ts'
import { type LeafProblem, meantFields, repairedValue } from './leafProblems.ts'
import styles from './parts.module.css'
import { useProblemWords } from './useProblemWords.ts'

const offered = 3

interface LeafNotesProps {
  readonly id: string
  readonly problems: readonly LeafProblem[]
  readonly comparison: Comparison
  readonly onRepair: (comparison: Comparison) => void
}

export function LeafNotes({ id, problems, comparison, onRepair }: LeafNotesProps) {
  const inWords = useProblemWords()
  const { readOnly } = useBuilder()
  if (problems.length === 0) return null
  return (
    <ul id={id} className={styles.notes}>
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat, their order is theirs
        <li key={index}>
          <p>
            <ErrorOutlined aria-hidden />
            <span>{inWords(problem)}</span>
          </p>
          {readOnly ? null : <Repairs problem={problem} comparison={comparison} onRepair={onRepair} />}
        </li>
      ))}
    </ul>
  )
}

interface RepairsProps {
  readonly problem: LeafProblem
  readonly comparison: Comparison
  readonly onRepair: (comparison: Comparison) => void
}

function Repairs({ problem, comparison, onRepair }: RepairsProps) {
  const t = useText('ruleBuilder')
  const { fields } = useBuilder()
  if (problem.kind === 'broken') return null
  if (problem.kind === 'unknown') {
    const renamed = (field: (typeof meant)[number]): Comparison => ({
      ...(comparison.key === problem.key ? withField(comparison, field, undefined) : comparison),
      ...(comparison.key === problem.key
        ? {}
        : {
            values: comparison.values.map((value) =>
              fieldKeyOf(value) === problem.key ? { var: field.key } : value,
            ),
          }),
    })
    const meant = meantFields(problem.key, fields).slice(0, offered)
    return (
      <div className={styles.repairs}>
        {meant.map((field) => (
          <Button key={field.key} size="small" variant="outlined" onClick={() => onRepair(renamed(field))}>
            {t('useField', { name: field.label || field.key })}
          </Button>
        ))}
      </div>
    )
  }
  const field = Object.hasOwn(fields, comparison.key) ? fields[comparison.key] : undefined
  const values = comparison.values.map((value) => repairedValue(value, field) ?? value)
  if (sameValue(values, comparison.values)) return null
  return (
    <div className={styles.repairs}>
      <Button size="small" variant="outlined" onClick={() => onRepair({ ...comparison, values })}>
        {t('useValue', {
          value: say.rule(valueInWords(values.length === 1 ? (values[0] ?? null) : [...values])),
        })}
      </Button>
    </div>
  )
}
