import { pictureOf } from '../../../editor/picture.ts'
import { say, useText } from '../../../text/index.ts'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { MiniPicture } from '../../../ui/graph/MiniPicture.tsx'
import { ProblemList } from '../ProblemList.tsx'
import styles from '../review.module.css'
import type { StageStepProps } from './StageWizard.tsx'
import { stageStepOf } from './stageErrors.ts'

/** The process with the stage in it, and what the checks would say that they do not say now. */
export function StageCheckStep({ answers, sketch, onStep }: StageStepProps) {
  const t = useText('wizard')
  return (
    <>
      <div className={styles.picture}>
        <MiniPicture {...pictureOf(sketch.document)} names />
      </div>
      {sketch.refusal === null ? null : <Notice tone="error" title={say(sketch.refusal)} />}
      <h4>{t('stageProblems')}</h4>
      <ProblemList
        problems={sketch.problems()}
        none={t('stageNoProblems')}
        stepOf={(problem) => {
          const step = stageStepOf(problem, answers.id)
          return step === null ? null : { name: t(`stageStep_${step}`), go: () => onStep(step) }
        }}
      />
    </>
  )
}
