/** One step of the wizard with what surrounds it: the way there, the preview, the help, Back and Continue. */
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useEditor, useEditorState, useHistory, useStrip } from '../../editor/react.ts'
import { language, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../ui/forms/index.ts'
import { BasicsStep } from './BasicsStep.tsx'
import { DurationsStep } from './DurationsStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { StagesStep } from './StagesStep.tsx'
import { StartStep } from './StartStep.tsx'
import { Stepper } from './Stepper.tsx'
import { TransitionsStep } from './TransitionsStep.tsx'
import type { WizardProps, WizardState } from './Wizard.tsx'
import styles from './wizard.module.css'
import { type Answers, stepErrors, type WizardStep, wizardSteps } from './wizardSteps.ts'

const contents = {
  start: StartStep,
  basics: BasicsStep,
  stages: StagesStep,
  durations: DurationsStep,
  transitions: TransitionsStep,
  review: ReviewStep,
} as const

interface WizardFrameProps extends WizardProps {
  readonly state: WizardState
  readonly resumed: boolean
  readonly onStep: (step: WizardStep) => void
  readonly onAnswers: (answers: Partial<Answers>) => void
}

export function WizardFrame(props: WizardFrameProps) {
  const { state, resumed, taken, onStep, onAnswers, onCreate, onDiscard, preview, importDialog } = props
  const { step, reached, answers } = state
  const t = useText('wizard')
  const editor = useEditor()
  const document = useEditorState((shown) => shown.document)
  const { undo } = useHistory()
  const heading = useRef<HTMLHeadingElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [discarding, setDiscarding] = useState(false)
  const [creating, setCreating] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const place = wizardSteps.indexOf(step)
  const errors = stepErrors(step, answers, document, taken)
  const wrong = new Set(wizardSteps.filter((one) => stepErrors(one, answers, document, taken).length > 0))

  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus()
  }, [step])
  useEffect(() => {
    if (resumed) announce(t('resumed'))
  }, [resumed, t])

  const goTo = (next: WizardStep) => {
    setAttempt(0)
    onStep(next)
  }
  const store = () => {
    const changes = { processName: answers.processName.trim(), processCode: answers.processCode.trim() }
    const done = editor.dispatch('updateProcess', { changes })
    return done.ok ? null : done.reason
  }
  const create = async () => {
    const first = wizardSteps.find((one) => wrong.has(one))
    if (first) {
      onStep(first)
      setAttempt(1)
      return
    }
    // Undo may have taken the name back out of the process; the answers still have it.
    const refusal = store()
    if (refusal !== null) {
      setFailure(refusal)
      return
    }
    setCreating(true)
    try {
      await onCreate(editor.store.getState().document)
    } catch (problem) {
      setFailure(problem instanceof Error ? problem.message : String(problem))
      setCreating(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (errors.length > 0) {
      setAttempt(attempt + 1)
      return
    }
    const refusal = step === 'basics' ? store() : null
    const next = wizardSteps[place + 1]
    if (refusal !== null) setFailure(refusal)
    else if (next) goTo(next)
    else void create()
  }

  const Content = contents[step]
  const shownErrors = attempt > 0 ? errors : []
  return (
    <div className={styles.wizard}>
      <Stepper step={step} reached={reached} wrong={wrong} onStep={goTo} />
      <form noValidate onSubmit={submit} className={styles.main}>
        <p className={styles.stepOf}>{t('stepOf', { number: place + 1, count: wizardSteps.length })}</p>
        <h2 ref={heading} tabIndex={-1}>
          {t(`step_${step}`)}
        </h2>
        <ErrorSummary errors={shownErrors} attempt={attempt} />
        {failure === null ? null : <Notice tone="error" title={t('createFailed', { why: failure })} />}
        <div className={styles.content}>
          <Content
            answers={answers}
            onAnswers={onAnswers}
            taken={taken}
            errors={shownErrors}
            {...(importDialog ? { importDialog } : {})}
          />
        </div>
        <footer className={styles.footer}>
          {place > 0 ? (
            <Button variant="outlined" onClick={() => goTo(wizardSteps[place - 1] ?? 'start')}>
              {t('back')}
            </Button>
          ) : null}
          <Button type="submit" variant="contained" loading={creating}>
            {t(step === 'review' ? 'create' : 'next')}
          </Button>
          <span className={styles.footerEnd}>
            {undo === null ? null : (
              <Button variant="text" onClick={() => void editor.undo()}>
                {t('undo', { step: undo })}
              </Button>
            )}
            <Button variant="text" color="error" onClick={() => setDiscarding(true)}>
              {t('discard')}
            </Button>
          </span>
        </footer>
      </form>
      <aside className={styles.aside} aria-label={t('preview')}>
        <div className={styles.preview}>
          {Object.keys(document.stages).length > 0 ? preview(document) : <p>{t('previewEmpty')}</p>}
        </div>
        <Figures />
        <section className={styles.help} aria-labelledby="wizard-help">
          <h3 id="wizard-help">{t('help')}</h3>
          <p>{t(`help_${step}`)}</p>
        </section>
      </aside>
      <ConfirmDialog
        open={discarding}
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        danger
        onClose={() => setDiscarding(false)}
        onConfirm={onDiscard}
      >
        {t('discardBody')}
      </ConfirmDialog>
    </div>
  )
}

function Figures() {
  const t = useText('wizard')
  const { winRate } = useStrip()
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 })
  return (
    <p className={styles.figure}>
      {winRate === null || winRate === 0
        ? t('figuresUnknown')
        : t('figures', { win: percent.format(winRate) })}
    </p>
  )
}
