/**
 * One approval workflow: its steps on one side, how it runs, a trial and its uses on the other. It is company data,
 * so it is kept by Save and not by the process's history.
 */
import Button from '@mui/material/Button'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { tryApproval } from '../../domain/engine/approvalTrial.ts'
import type { WorkflowUse } from '../../domain/engine/approvalUse.ts'
import type { ApprovalWorkflow } from '../../domain/process/approval.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'
import { useText } from '../../text/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { ErrorSummary, SwitchField, TextField } from '../../ui/forms/index.ts'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './approvalDesigner.module.css'
import { FlowPicture, type StepStatus } from './FlowPicture.tsx'
import { LeaveQuestion, PageGuard } from './LeaveQuestion.tsx'
import { type KnownPeople, PeopleContext } from './people.ts'
import { StepList, stepControl } from './StepList.tsx'
import { copiedStep, type DraftStep, newStep, stepFault, tidyStep } from './stepForm.ts'
import { type TrialState, TryWorkflow } from './TryWorkflow.tsx'
import { UsedBy, type WorkflowUses } from './UsedBy.tsx'

export type WorkflowDraft = Pick<ApprovalWorkflow, 'workflowName' | 'isActive' | 'steps'>

interface ApprovalDesignerProps {
  /** What it begins with; null: an empty one. */
  readonly workflow: WorkflowDraft | null
  /** Not kept yet, also where it begins as a copy: nothing can use it. */
  readonly isNew: boolean
  readonly fields: readonly OpportunityField[]
  /** Who can be named; null where that is not known. */
  readonly people: KnownPeople | null
  readonly uses: WorkflowUses | null
  readonly addressOf: ((processId: string, use: WorkflowUse) => string) | null
  readonly readOnly: boolean
  /** Why nobody reading can say when a new step is asked; null where they can. */
  readonly whyNoCondition: string | null
  /** Keeps it. Answers why it was not kept, or null. */
  readonly onSave: (draft: WorkflowDraft) => Promise<string | null>
  readonly onClose: () => void
  /** What stands around it. `leave` asks before changes are lost, then closes. */
  readonly frame: (designer: ReactNode, leave: () => void) => ReactNode
  /** Asks as well before another page is opened. */
  readonly guardsPage: boolean
}

const nameId = 'approval-name'
const keyed = (steps: WorkflowDraft['steps']): DraftStep[] =>
  steps.map((step, index) => ({ key: `step-${index}`, step }))

export function ApprovalDesigner(props: ApprovalDesignerProps) {
  const { workflow, isNew, fields, people, uses, addressOf, readOnly, onSave, onClose, frame, guardsPage } =
    props
  const t = useText('approvalDesigner')
  const [name, setName] = useState(workflow?.workflowName ?? '')
  const [active, setActive] = useState(workflow?.isActive ?? true)
  const [steps, setSteps] = useState<readonly DraftStep[]>(() => {
    const begun = workflow?.steps ?? [newStep]
    return keyed(isNew ? begun.map(copiedStep) : begun)
  })
  const [openSteps, setOpenSteps] = useState<ReadonlySet<string>>(
    () => new Set(workflow === null ? ['step-0'] : []),
  )
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [asksToLeave, setAsksToLeave] = useState(false)
  const [state, setState] = useState<TrialState>({ deal: {}, people: [], events: [] })
  const [now] = useState(() => new Date().toISOString())

  const plain = useMemo(() => steps.map(({ step }) => step), [steps])
  const byKey = useMemo(() => Object.fromEntries(fields.map((field) => [field.key, field])), [fields])
  const draft: WorkflowDraft = { workflowName: name.trim(), isActive: active, steps: plain.map(tidyStep) }
  const began: WorkflowDraft = workflow ?? { workflowName: '', isActive: true, steps: [newStep] }
  const changed =
    (isNew && workflow !== null) ||
    JSON.stringify(draft) !==
      JSON.stringify({
        workflowName: began.workflowName,
        isActive: began.isActive,
        steps: began.steps.map(tidyStep),
      })

  const run = (tried: TrialState) =>
    tryApproval({
      workflow: {
        id: '',
        companyId: '',
        ...draft,
        steps: draft.steps.map((step) => ({ ...step, name: step.name || t('unnamedStep') })),
      },
      ...tried,
      fields: byKey,
      now,
    })
  const trial = run(state)
  const asked = fields.filter(({ key }) =>
    plain.some(({ condition }) => condition !== undefined && inspectRule(condition).fields.includes(key)),
  )
  const underWay = state.events.length > 0 || Object.keys(state.deal).length > 0
  const statuses = plain.map((_, index): StepStatus => {
    const at = trial.steps.indexOf(index)
    if (!underWay) return 'plain'
    return at === -1 ? 'skipped' : (trial.request.steps[at]?.status ?? 'plain')
  })

  const faults = [
    ...(name.trim() === '' ? [{ field: nameId, message: t('nameMissing') }] : []),
    ...(steps.length === 0 ? [{ field: '', message: t('noStepsFault') }] : []),
    ...steps.flatMap(({ key, step }, index) => {
      const fault = stepFault(step, index + 1)
      return fault ? [{ field: stepControl(key, fault.field), message: fault.message }] : []
    }),
  ]
  const errors =
    attempt === 0 ? [] : [...faults, ...(refusal === null ? [] : [{ field: '', message: refusal }])]

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // A form in a dialog that a part of this one opened is not this form.
    if (event.target !== event.currentTarget) return
    setRefusal(null)
    if (faults.length > 0) {
      setAttempt(attempt + 1)
      return
    }
    setBusy(true)
    const why = await onSave(draft)
    setBusy(false)
    if (why === null) return
    setRefusal(t('notSaved', { why }))
    setAttempt(attempt + 1)
  }
  const toggle = (key: string, open: boolean) =>
    setOpenSteps((had) => {
      const next = new Set(had)
      if (open) next.add(key)
      else next.delete(key)
      return next
    })
  const goTo = (field: string) => {
    const at = steps.find(({ key }) => field.startsWith(`approval-${key}-`))
    if (at) toggle(at.key, true)
    requestAnimationFrame(() => document.getElementById(field)?.focus())
  }
  /** Enter saves from the name alone: in a step or a trial it would end what one is in the middle of. */
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key === 'Enter' && target instanceof HTMLInputElement && target.id !== nameId)
      event.preventDefault()
  }
  const leave = () => (changed && !readOnly ? setAsksToLeave(true) : onClose())

  const form = useRef<HTMLFormElement>(null)
  // Where it takes the place of a page, it takes the focus that stood there.
  useEffect(() => {
    if (guardsPage) form.current?.focus()
  }, [guardsPage])

  return frame(
    <form
      ref={form}
      tabIndex={-1}
      className={styles.designer}
      noValidate
      aria-label={name.trim() || t('newTitle')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      {readOnly ? <Notice tone="info" title={t('readOnly')} /> : null}
      <ErrorSummary errors={errors} attempt={attempt} onGo={goTo} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <TextField
            id={nameId}
            label={t('name')}
            required
            maxLength={100}
            value={name}
            readOnly={readOnly}
            error={attempt > 0 && name.trim() === '' ? t('nameMissing') : undefined}
            onChange={({ target }) => setName(target.value)}
          />
          <section aria-labelledby="approval-steps">
            <h3 id="approval-steps">{t('steps')}</h3>
            <p className={styles.muted}>{steps.length === 0 ? t('noSteps') : t('stepsLead')}</p>
            <PeopleContext value={people}>
              <StepList
                steps={steps}
                fields={fields}
                readOnly={readOnly}
                whyNoCondition={props.whyNoCondition}
                tried={attempt > 0}
                isOpen={(key) => openSteps.has(key)}
                onToggle={toggle}
                onChange={setSteps}
              />
            </PeopleContext>
          </section>
          <SwitchField
            label={t('active')}
            help={t('activeHelp')}
            checked={active}
            disabled={readOnly}
            onChange={setActive}
          />
        </div>
        <div className={styles.column}>
          <section aria-labelledby="approval-picture">
            <h3 id="approval-picture">{t('picture')}</h3>
            <FlowPicture
              steps={plain}
              fields={byKey}
              statuses={statuses}
              outcome={underWay ? trial.request.outcome : 'pending'}
            />
          </section>
          <div className={styles.sections}>
            <Section title={t('tryIt')} defaultOpen={false}>
              <TryWorkflow state={state} trial={trial} run={run} asked={asked} onChange={setState} />
            </Section>
            {isNew ? null : (
              <Section title={t('usedBy')} defaultOpen>
                <UsedBy uses={uses} addressOf={changed ? null : addressOf} />
              </Section>
            )}
          </div>
        </div>
      </div>
      <div className={styles.bar} data-page={guardsPage || undefined}>
        {changed && !readOnly ? (
          <span className={`${styles.muted} ${styles.unsaved}`}>{t('unsaved')}</span>
        ) : null}
        <Button variant="outlined" onClick={leave}>
          {t('cancel')}
        </Button>
        {readOnly ? null : (
          <Button type="submit" variant="contained" loading={busy}>
            {t('save')}
          </Button>
        )}
      </div>
      <LeaveQuestion open={asksToLeave} name={name} onStay={() => setAsksToLeave(false)} onLeave={onClose} />
      {guardsPage ? <PageGuard changed={changed && !readOnly && !busy} name={name} /> : null}
    </form>,
    leave,
  )
}
