/** What is wrong now, worst first, each with the way there and the right answers. */
import CheckCircleOutline from '@mui/icons-material/CheckCircleOutlined'
import { useState } from 'react'
import type { Problem, Severity } from '../../domain/lint/rule.ts'
import { useEditor, useProblems } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { Segmented } from '../../ui/forms/Segmented.tsx'
import { ProblemItem } from './ProblemItem.tsx'
import styles from './problems.module.css'
import { WaiveDialog } from './WaiveDialog.tsx'

type Filter = 'all' | Severity | 'waived'
const severities: readonly Severity[] = ['error', 'warning', 'info']
const filters: readonly Filter[] = ['all', ...severities, 'waived']

const shows = (filter: Filter, { severity, waivedBy }: Problem): boolean =>
  filter === 'waived' ? waivedBy !== null : waivedBy === null && (filter === 'all' || severity === filter)

interface ProblemsPanelProps {
  /** Called after a problem's place was selected and brought into view; opens the panel that can change it. */
  readonly onGoTo?: (problem: Problem) => void
}

export function ProblemsPanel({ onGoTo }: ProblemsPanelProps) {
  const t = useText('problems')
  const editor = useEditor()
  const problems = useProblems()
  const [filter, setFilter] = useState<Filter>('all')
  const [waiving, setWaiving] = useState<Problem | null>(null)
  const shown = problems.filter((problem) => shows(filter, problem))
  const openCount = problems.filter((problem) => shows('all', problem)).length

  const goTo = (problem: Problem) => {
    const { kind, id } = problem.at
    if (kind === 'stage' || kind === 'transition') {
      editor.select([{ kind, id }])
      editor.reveal({ kind, id })
    } else {
      editor.select([])
    }
    onGoTo?.(problem)
  }

  if (problems.length === 0)
    return (
      <div className={styles.none}>
        <CheckCircleOutline aria-hidden />
        <h3>{t('none')}</h3>
        <p>{t('noneBody')}</p>
      </div>
    )
  return (
    <div className={styles.panel}>
      <div className={styles.filters}>
        <Segmented
          label={t('show')}
          hideLabel
          options={filters.flatMap((name) => {
            const count = problems.filter((problem) => shows(name, problem)).length
            return count === 0 && name !== 'all' && name !== filter
              ? []
              : [{ value: name, label: t(name), count }]
          })}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {shown.length === 0 ? (
        <p className={styles.nothing}>{openCount === 0 && filter === 'all' ? t('none') : t('noneShown')}</p>
      ) : (
        <div className={styles.list}>
          {severities.map((severity) => {
            const group = shown.filter((problem) => problem.severity === severity)
            if (group.length === 0) return null
            return (
              <section key={severity} aria-label={t(severity)}>
                {group.length < shown.length ? <h3 className={styles.heading}>{t(severity)}</h3> : null}
                <ul>
                  {group.map((problem) => (
                    <ProblemItem key={problem.id} problem={problem} onGoTo={goTo} onWaive={setWaiving} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      )}
      {waiving ? <WaiveDialog problem={waiving} onClose={() => setWaiving(null)} /> : null}
    </div>
  )
}
