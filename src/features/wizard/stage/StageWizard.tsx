/**
 * Makes one stage with all that belongs to it, step by step: nothing of the process changes until the end, which is
 * one step of undo. Left half-way, it waits in `keep`.
 */
import Button from '@mui/material/Button'
import { useEffect, useMemo, useState } from 'react'
import { pictureOf } from '../../../editor/picture.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { stripOf } from '../../../editor/strip.ts'
import { language, say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import type { FormError } from '../../../ui/forms/ErrorSummary.tsx'
import { MiniPicture } from '../../../ui/graph/MiniPicture.tsx'
import type { WizardKeep } from '../keptWizard.ts'
import styles from '../shell.module.css'
import { WizardShell } from '../WizardShell.tsx'
import { StageApprovalStep } from './StageApprovalStep.tsx'
import { StageBasicsStep } from './StageBasicsStep.tsx'
import { StageCheckStep } from './StageCheckStep.tsx'
import { StageEstimatesStep } from './StageEstimatesStep.tsx'
import { StageFieldsStep } from './StageFieldsStep.tsx'
import { StageRulesStep } from './StageRulesStep.tsx'
import { StageWaysStep } from './StageWaysStep.tsx'
import {
  blankStage,
  callFor,
  keptStage,
  type StageAnswers,
  type StageStep,
  stageContent,
  stageSteps,
} from './stageAnswers.ts'
import { stageErrors } from './stageErrors.ts'
import { type Sketch, sketchOf } from './stageSketch.ts'

export interface StageWizardProps {
  readonly keep: WizardKeep
  readonly newId: () => string
  /** Where it was asked for: the stage it follows, or the transition it is put on. */
  readonly afterStageId: string | null
  readonly transitionId: string | null
  readonly onClose: () => void
}

/** What every step is given. */
export interface StageStepProps {
  readonly answers: StageAnswers
  readonly onAnswers: (answers: Partial<StageAnswers>) => void
  readonly errors: readonly FormError[]
  readonly newId: () => string
  /** The process as it would be. */
  readonly sketch: Sketch
  readonly onStep: (step: StageStep) => void
}

const contents = {
  basics: StageBasicsStep,
  estimates: StageEstimatesStep,
  fields: StageFieldsStep,
  rules: StageRulesStep,
  approval: StageApprovalStep,
  ways: StageWaysStep,
  check: StageCheckStep,
} as const

export function StageWizard({ keep, newId, afterStageId, transitionId, onClose }: StageWizardProps) {
  const t = useText('wizard')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const reference = useEditorState((state) => state.reference)
  const [asked] = useState((): StageAnswers['way'] =>
    transitionId !== null
      ? { kind: 'insert', transitionId }
      : afterStageId !== null
        ? { kind: 'after', stageId: afterStageId }
        : { kind: 'alone' },
  )
  const [had] = useState(() => keptStage(keep.read()))
  const [state, setState] = useState(() =>
    had
      ? { ...had, answers: asked.kind === 'alone' ? had.answers : { ...had.answers, way: asked } }
      : { step: 'basics' as StageStep, reached: 0, answers: blankStage(newId(), asked) },
  )
  const [failure, setFailure] = useState<string | null>(null)
  const { step, reached, answers } = state
  useEffect(() => {
    if (had) announce(t('resumed'))
  }, [had, t])
  const update = (next: typeof state) => {
    setState(next)
    keep.write(stageContent(next))
  }
  const goTo = (next: StageStep) =>
    update({ ...state, step: next, reached: Math.max(reached, stageSteps.indexOf(next)) })

  const name = answers.stageName.trim()
  const sketch = useMemo(
    () => sketchOf({ document, reference, call: callFor(answers, document) }),
    [document, reference, answers],
  )
  const names = useMemo(
    () => new Set(Object.keys(document.stages).map((id) => stageNameOf(document, id).toLowerCase())),
    [document],
  )
  const finish = () => {
    const done = editor.run(callFor(answers, document))
    if (!done.ok) {
      setFailure(say(done.reason))
      return
    }
    keep.write(null)
    onClose()
    const made = { kind: 'stage', id: answers.id } as const
    editor.select([made])
    editor.reveal(made, { focus: true })
  }
  const startOver = () => {
    keep.write(null)
    setFailure(null)
    setState({ step: 'basics', reached: 0, answers: blankStage(newId(), asked) })
  }
  const close = () => {
    if (keep.read() !== null) announce(t('stageKept'))
    onClose()
  }
  const Content = contents[step]
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 })
  const winRate = stripOf(sketch.document).winRate
  return (
    <HouseDialog open size="lg" title={t('stageTitle')} description={t('stageLead')} onClose={close}>
      <WizardShell
        level={3}
        steps={stageSteps.map((id) => ({
          id,
          name: t(`stageStep_${id}`),
          help: t(`stageHelp_${id}`),
          errors: stageErrors(id, answers, names),
        }))}
        place={stageSteps.indexOf(step)}
        reached={reached}
        onPlace={(place) => goTo(stageSteps[place] ?? 'basics')}
        failure={failure}
        onFinish={finish}
        finish={
          <Button type="submit" variant="contained">
            {t('addTheStage')}
          </Button>
        }
        tools={
          reached > 0 || name !== '' ? (
            <Button variant="text" color="error" onClick={startOver}>
              {t('startOver')}
            </Button>
          ) : null
        }
        preview={step === 'check' ? null : <MiniPicture {...pictureOf(sketch.document)} />}
        figures={
          <p className={styles.figure}>
            {winRate === null ? t('figuresUnknown') : t('figures', { win: percent.format(winRate) })}
          </p>
        }
      >
        {(errors) => (
          <Content
            answers={answers}
            onAnswers={(change) => update({ ...state, answers: { ...answers, ...change } })}
            errors={errors}
            newId={newId}
            sketch={sketch}
            onStep={goTo}
          />
        )}
      </WizardShell>
    </HouseDialog>
  )
}
