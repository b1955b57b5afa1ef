/** Makes a walk a test of the process: a name and the end that is expected from now on. */
import Button from '@mui/material/Button'
import { type FormEvent, useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { runScenario } from '../../domain/engine/scenarios.ts'
import { scenarioMoment } from '../../domain/lint/scenarioMoment.ts'
import { graphOf } from '../../domain/process/graph.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import { scenarioOf } from './scenarioWalk.ts'
import styles from './simulate.module.css'
import type { Walk, WalkStep } from './walk.ts'

interface SaveScenarioDialogProps {
  readonly walk: Walk
  readonly steps: readonly WalkStep[]
  readonly onClose: () => void
}

type Outcome = 'allowed' | 'blocked' | 'pending'
const outcomes: readonly Outcome[] = ['allowed', 'blocked', 'pending']

export function SaveScenarioDialog({ walk, steps, onClose }: SaveScenarioDialogProps) {
  const t = useText('simulate')
  const id = useId()
  const editor = useEditor()
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const end = steps.at(-1)
  const [scenarioId] = useState(() => newId())
  const [name, setName] = useState(() =>
    t('suggestedName', {
      from: stageNameOf(document, steps[0]?.lines[0]?.stageId ?? ''),
      to: stageNameOf(document, end?.deal.stageId ?? ''),
    }).slice(0, 100),
  )
  const [stage, setStage] = useState(end?.deal.stageId ?? '')
  const [lastMove, setLastMove] = useState<Outcome>(end?.lastMove?.outcome ?? 'allowed')
  const [error, setError] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const scenario = scenarioOf(walk, {
    id: scenarioId,
    scenarioName: name.trim(),
    expectation: { stage, last_move: lastMove },
  })
  const result = runScenario(document, reference, scenario, scenarioMoment)

  const refuse = (why: string) => {
    setError(why)
    setAttempt((before) => before + 1)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') {
      refuse(t('nameMissing'))
      return
    }
    const saved = editor.dispatch('saveScenario', { scenario })
    if (saved.ok) onClose()
    else refuse(say(saved.reason))
  }
  return (
    <HouseDialog
      open
      title={t('saveTitle')}
      description={t('saveLead')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('saveSubmit')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <ErrorSummary
          errors={error === null ? [] : [{ field: `${id}-name`, message: error }]}
          attempt={attempt}
        />
        <TextField
          id={`${id}-name`}
          label={t('name')}
          required
          maxLength={100}
          value={name}
          error={error ?? undefined}
          onChange={({ target }) => {
            setName(target.value)
            setError(null)
          }}
        />
        <div className={styles.fields}>
          <SelectField
            label={t('expectStage')}
            value={stage}
            options={graphOf(document).stages.map((one) => ({
              value: one.id,
              label: stageNameOf(document, one.id),
            }))}
            onChange={({ target }) => setStage(target.value)}
          />
          <SelectField
            label={t('expectMove')}
            value={lastMove}
            options={outcomes.map((outcome) => ({ value: outcome, label: t(`outcome_${outcome}`) }))}
            onChange={({ target }) => {
              const chosen = outcomes.find((outcome) => outcome === target.value)
              if (chosen) setLastMove(chosen)
            }}
          />
        </div>
        {end?.lastMove ? (
          <Notice
            tone={result.passed ? 'success' : 'warning'}
            title={result.passed ? t('wouldPass') : t('wouldFail', { why: say(result.why ?? '') })}
          />
        ) : (
          <Notice tone="info" title={t('saveNoMove')} />
        )}
      </div>
    </HouseDialog>
  )
}
