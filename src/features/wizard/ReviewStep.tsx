import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Button from '@mui/material/Button'
import { openProblems } from '../../editor/problems.ts'
import { useEditor, useEditorState, useProblems, useStrip } from '../../editor/react.ts'
import { language, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import styles from './wizard.module.css'

const signs = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const
const shownProblems = 12

/** What was made, what it would yield, and what is wrong with it. */
export function ReviewStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const problems = openProblems(useProblems())
  const { winRate, expectedDays } = useStrip()
  const { name, stages, transitions } = useEditorState(({ document }) => ({
    name: document.process.processName,
    stages: Object.keys(document.stages).length,
    transitions: Object.keys(document.transitions).length,
  }))
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 })
  return (
    <>
      <p>
        {t('reviewCounts', {
          name,
          stages: t('stages', { count: stages }),
          transitions: t('transitions', { count: transitions }),
        })}
      </p>
      <dl className={styles.figures}>
        <div>
          <dt>{t('winRate')}</dt>
          <dd>{winRate === null ? t('unknown') : percent.format(winRate)}</dd>
        </div>
        <div>
          <dt>{t('days')}</dt>
          <dd>
            {expectedDays === null ? t('unknown') : t('daysValue', { count: Math.round(expectedDays) })}
          </dd>
        </div>
      </dl>
      <h3>{t('problems')}</h3>
      {problems.length === 0 ? (
        <p>{t('noProblems')}</p>
      ) : (
        <ul className={styles.problems}>
          {problems.slice(0, shownProblems).map((problem) => {
            const Sign = signs[problem.severity]
            const [fix] = problem.fixes ?? []
            return (
              <li key={problem.id} data-severity={problem.severity}>
                <Sign aria-hidden />
                <span>
                  <span className="sr-only">{t(`problem_${problem.severity}`)}: </span>
                  {problem.message}
                </span>
                {fix ? (
                  <Button
                    size="small"
                    variant="outlined"
                    onClick={() => {
                      const done = editor.run(fix.command)
                      announce(done.ok ? t('fixed') : done.reason)
                    }}
                  >
                    {fix.title}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {problems.length > shownProblems ? (
        <p>{t('moreProblems', { count: problems.length - shownProblems })}</p>
      ) : null}
    </>
  )
}
