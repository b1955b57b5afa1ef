import { pictureOf } from '../../editor/picture.ts'
import { openProblems } from '../../editor/problems.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { stripOf } from '../../editor/strip.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { MiniPicture } from '../../ui/graph/MiniPicture.tsx'
import { ProblemList } from './ProblemList.tsx'
import styles from './review.module.css'
import type { StepProps } from './Wizard.tsx'
import { stepOf } from './wizardSteps.ts'

/** What was made, what it would yield, and what is wrong with it. */
export function ReviewStep({ onStep }: StepProps) {
  const t = useText('wizard')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const problems = openProblems(useProblems())
  const { winRate, expectedDays } = stripOf(document)
  const stages = Object.values(document.stages)
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 })
  const number = new Intl.NumberFormat(language())
  const figures = [
    [t('winRate'), winRate === null ? t('unknown') : percent.format(winRate)],
    [t('days'), expectedDays === null ? t('unknown') : t('daysValue', { count: Math.round(expectedDays) })],
    [t('step_stages'), number.format(stages.length)],
    [t('step_transitions'), number.format(Object.keys(document.transitions).length)],
    [
      t('rules'),
      number.format(
        stages.reduce((sum, stage) => sum + stage.validationRules.length + stage.transitionRules.length, 0),
      ),
    ],
    [t('step_approvals'), number.format(stages.filter((stage) => stage.requiresApproval).length)],
  ] as const
  return (
    <>
      <div className={styles.picture}>
        <MiniPicture {...pictureOf(document)} names />
      </div>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('problems')}</h3>
      <ProblemList
        problems={problems}
        none={t('noProblems')}
        onFix={(fix) => {
          const done = editor.run(fix)
          announce(done.ok ? t('fixed') : say(done.reason))
        }}
        stepOf={(problem) => {
          const step = stepOf(problem)
          return step === null ? null : { name: t(`step_${step}`), go: () => onStep(step) }
        }}
      />
    </>
  )
}
