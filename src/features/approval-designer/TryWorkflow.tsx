/** A decision, tried: a deal, what each of those who decide says or that they are silent, and where that leads. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import { openStep } from '../../domain/engine/approvals.ts'
import type { Trial, TrialEvent } from '../../domain/engine/approvalTrial.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useSay, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { TextField, ValueField } from '../../ui/forms/index.ts'
import styles from './approvalDesigner.module.css'
import { asksSeveral } from './stepForm.ts'

export interface TrialState {
  readonly deal: Readonly<Record<string, Logic>>
  readonly people: readonly number[]
  readonly events: readonly TrialEvent[]
}

interface TryWorkflowProps {
  readonly state: TrialState
  readonly trial: Trial
  /** What would have happened with another state, to say what a decision led to. */
  readonly run: (state: TrialState) => Trial
  /** Fields that the conditions name. */
  readonly asked: readonly OpportunityField[]
  readonly onChange: (state: TrialState) => void
}

const tones = { pending: 'accent', approved: 'success', rejected: 'error' } as const

export function TryWorkflow({ state, trial, run, asked, onChange }: TryWorkflowProps) {
  const t = useText('approvalDesigner')
  const says = useSay()
  const { request, steps, told } = trial
  const open = openStep(request)
  const place = open ? (steps[request.steps.indexOf(open)] ?? 0) : 0
  const act = (event: TrialEvent) => {
    if (!open) return
    const next = { ...state, events: [...state.events, event] }
    const news = run(next).told.slice(told.length)
    announce(news.map(says).join(' '))
    onChange(next)
  }
  // Not `disabled`: whoever pressed the last decision keeps their focus.
  const off = open ? {} : { 'aria-disabled': true, className: styles.off ?? '' }
  return (
    <div className={styles.trial}>
      <p className={styles.muted}>{t('tryLead')}</p>
      {asked.length === 0 ? (
        <p className={styles.muted}>{t('tryNoFields')}</p>
      ) : (
        <fieldset className={styles.deal}>
          <legend>{t('deal')}</legend>
          {asked.map((field) => (
            <ValueField
              key={field.key}
              label={field.label}
              kind={field.type}
              options={field.options}
              value={state.deal[field.key] ?? null}
              onChange={(value) => onChange({ ...state, deal: { ...state.deal, [field.key]: value } })}
            />
          ))}
        </fieldset>
      )}
      <div className={styles.now}>
        <p>
          <StatusPill tone={tones[request.outcome]}>{t(`outcome_${request.outcome}`)}</StatusPill>
          {open ? (
            <strong>{t('nowAt', { number: place + 1, name: open.name || t('unnamedStep') })}</strong>
          ) : null}
          {trial.delegated ? <span>{t('withDelegate')}</span> : null}
        </p>
        {open && asksSeveral(open) && !open.escalated && open.mode !== 'any' ? (
          <PeopleField
            value={state.people[place] ?? 1}
            onChange={(count) => {
              const people =
                steps.length > 0 ? Array.from({ length: place + 1 }, (_, at) => state.people[at] ?? 1) : []
              onChange({ ...state, people: [...people.with(place, count), ...state.people.slice(place + 1)] })
            }}
          />
        ) : null}
        <div className={styles.buttons}>
          <Button variant="contained" {...off} onClick={() => act('approve')}>
            {t('approve')}
          </Button>
          <Button variant="outlined" {...off} onClick={() => act('reject')}>
            {t('refuse')}
          </Button>
          {open?.allow_delegation ? (
            <Button
              variant="outlined"
              {...(trial.delegated ? { 'aria-disabled': true, className: styles.off ?? '' } : {})}
              onClick={() => (trial.delegated ? undefined : act('delegate'))}
            >
              {t('delegate')}
            </Button>
          ) : null}
          {open && open.due_at !== null ? (
            <Button variant="outlined" onClick={() => act('wait')}>
              {t('letTimePass')}
            </Button>
          ) : null}
          {state.events.length > 0 ? (
            <Button variant="text" onClick={() => onChange({ ...state, events: [] })}>
              {t('startAgain')}
            </Button>
          ) : null}
        </div>
      </div>
      <h4>{t('happened')}</h4>
      <ol className={styles.told}>
        {told.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened keeps its place
          <li key={index}>{says(sentence)}</li>
        ))}
      </ol>
    </div>
  )
}

function PeopleField({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (count: number) => void
}) {
  const t = useText('approvalDesigner')
  const [typed, setTyped] = useState(String(value))
  return (
    <TextField
      label={t('people')}
      type="number"
      min={1}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        const count = Number(target.value)
        if (Number.isInteger(count) && count > 0) onChange(count)
      }}
    />
  )
}
