/** The steps of a new process inside the shell of every wizard, and what its end does. */
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { openProblems } from '../../editor/problems.ts'
import { useEditor, useEditorState, useHistory, useProblems } from '../../editor/react.ts'
import { useStrip } from '../../editor/useStrip.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { ApprovalsStep } from './ApprovalsStep.tsx'
import { EstimatesStep } from './EstimatesStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RulesStep } from './RulesStep.tsx'
import { StagesStep } from './StagesStep.tsx'
import { StartStep } from './StartStep.tsx'
import styles from './shell.module.css'
import { TransitionsStep } from './TransitionsStep.tsx'
import type { WizardProps, WizardState } from './Wizard.tsx'
import { WizardShell } from './WizardShell.tsx'
import { type Answers, stepErrors, type WizardStep, wizardSteps } from './wizardSteps.ts'

const contents = {
  start: StartStep,
  stages: StagesStep,
  estimates: EstimatesStep,
  transitions: TransitionsStep,
  rules: RulesStep,
  approvals: ApprovalsStep,
  review: ReviewStep,
} as const

interface WizardFrameProps extends WizardProps {
  readonly state: WizardState
  readonly resumed: boolean
  readonly onStep: (step: WizardStep) => void
  readonly onAnswers: (answers: Partial<Answers>) => void
  readonly onRefused: () => void
}

export function WizardFrame(props: WizardFrameProps) {
  const { state, resumed, taken, newId, onStep, onAnswers, onCreate, preview, importDialog } = props
  const { step, reached, answers } = state
  const t = useText('wizard')
  const editor = useEditor()
  const document = useEditorState((shown) => shown.document)
  const errorCount = openProblems(useProblems()).filter(({ severity }) => severity === 'error').length
  const [creating, setCreating] = useState<'open' | 'publish' | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    if (resumed) announce(t('resumed'))
  }, [resumed, t])

  const store = () => {
    const changes = { processName: answers.processName.trim(), processCode: answers.processCode.trim() }
    const done = editor.dispatch('updateProcess', { changes })
    return done.ok ? null : say(done.reason)
  }
  const create = async (then: 'open' | 'publish') => {
    // Undo may have taken the name back out of the process; the answers still have it.
    const refusal = store()
    setFailure(refusal)
    if (refusal !== null) return
    setCreating(then)
    try {
      await onCreate(editor.store.getState().document, then, answers.from)
    } catch (problem) {
      setFailure(t('createFailed', { why: problem instanceof Error ? problem.message : String(problem) }))
      setCreating(null)
    }
  }
  const Content = contents[step]
  const unfinished = wizardSteps.some((one) => stepErrors(one, answers, document, taken).length > 0)
  return (
    <WizardShell
      steps={wizardSteps.map((id) => ({
        id,
        name: t(`step_${id}`),
        help: t(`help_${id}`),
        errors: stepErrors(id, answers, document, taken),
      }))}
      place={wizardSteps.indexOf(step)}
      reached={reached}
      onPlace={(place) => onStep(wizardSteps[place] ?? 'start')}
      onLeave={(id) => (id === 'start' ? store() : null)}
      failure={failure}
      refused={{ texts: state.refused, onChange: props.onRefused }}
      onHeading={props.onHeading}
      onFinish={() => void create('open')}
      finish={
        <>
          <Button type="submit" variant="contained" loading={creating === 'open'}>
            {t('create')}
          </Button>
          {errorCount === 0 && !unfinished ? (
            <Button
              variant="outlined"
              loading={creating === 'publish'}
              onClick={() => void create('publish')}
            >
              {t('createAndPublish')}
            </Button>
          ) : (
            <span className={styles.note}>{t('publishLater')}</span>
          )}
        </>
      }
      tools={<Tools onDiscard={props.onDiscard} />}
      preview={
        step === 'review' ? null : Object.keys(document.stages).length > 0 ? (
          preview(document)
        ) : (
          <p>{t('previewEmpty')}</p>
        )
      }
      figures={<Figures />}
    >
      {(errors) => (
        <Content
          answers={answers}
          onAnswers={onAnswers}
          taken={taken}
          ownTemplates={props.ownTemplates}
          errors={errors}
          newId={newId}
          onStep={onStep}
          {...(importDialog ? { importDialog } : {})}
        />
      )}
    </WizardShell>
  )
}

function Tools({ onDiscard }: Pick<WizardProps, 'onDiscard'>) {
  const t = useText('wizard')
  const editor = useEditor()
  const { undo } = useHistory()
  const [discarding, setDiscarding] = useState(false)
  return (
    <>
      {undo === null ? null : (
        <Button variant="text" onClick={() => void editor.undo()}>
          {t('undo', { step: say(undo) })}
        </Button>
      )}
      <Button variant="text" color="error" onClick={() => setDiscarding(true)}>
        {t('discard')}
      </Button>
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
    </>
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
