/**
 * Makes a process step by step. A headless editor underneath: every step is made of commands, so undo works here as
 * everywhere, and what comes out is a process like any other. Left half-way, it waits in `keep`.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { lint } from '../../domain/lint/lint.ts'
import type { Beginning, ImportedFrom } from '../../domain/process/beginning.ts'
import { newProcess, type ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'
import { createEditor } from '../../editor/createEditor.ts'
import type { Editor } from '../../editor/editor.ts'
import { EditorProvider } from '../../editor/react.ts'
import type { FormError } from '../../ui/forms/ErrorSummary.tsx'
import type { RefusedTexts } from '../../ui/tables/refusedCells.ts'
import { type KeptWizard, keepWizard, keptWizard, type WizardKeep } from './keptWizard.ts'
import { WizardFrame } from './WizardFrame.tsx'
import { type Answers, type Taken, type WizardStep, wizardSteps } from './wizardSteps.ts'

/** What the dialog that reads files needs. */
export interface ImportSlot {
  readonly onClose: () => void
  readonly onImported: (document: ProcessDocument, from: ImportedFrom) => void
}

export interface WizardProps {
  readonly keep: WizardKeep
  readonly newId: () => string
  readonly now: () => string
  readonly companyId: string
  readonly actorId: string
  readonly reference: ReferenceData
  /** Names and codes of the company's other processes. */
  readonly taken: Taken
  /** The company's own templates, beside the ready-made ones. */
  readonly ownTemplates: readonly CompanyTemplate[]
  /** A small picture of the process as it grows. */
  readonly preview: (document: ProcessDocument) => ReactNode
  readonly importDialog?: (slot: ImportSlot) => ReactNode
  /** The heading of the step that is shown, for the page's title. */
  readonly onHeading?: (heading: string) => void
  /** Keeps the finished process and leaves, to its design or to be published; says why where it throws. */
  readonly onCreate: (
    document: ProcessDocument,
    then: 'open' | 'publish',
    from: Beginning | null,
  ) => void | Promise<void>
  /** Leaves without a process. */
  readonly onDiscard: () => void
}

/** What every step is given. */
export interface StepProps {
  readonly answers: Answers
  readonly onAnswers: (answers: Partial<Answers>) => void
  readonly taken: Taken
  readonly ownTemplates: readonly CompanyTemplate[]
  readonly errors: readonly FormError[]
  readonly newId: () => string
  readonly onStep: (step: WizardStep) => void
  readonly importDialog?: (slot: ImportSlot) => ReactNode
}

export interface WizardState {
  readonly step: WizardStep
  readonly reached: number
  readonly answers: Answers
  /** Of each step; written in place. */
  readonly refused: readonly RefusedTexts[]
}

const beginning = (): WizardState => ({
  step: 'start',
  reached: 0,
  answers: { start: null, from: null, processName: '', processCode: '', ownCode: false },
  refused: wizardSteps.map(() => new Map()),
})

export function Wizard(props: WizardProps) {
  const { keep } = props
  const [opened] = useState(() => open(props))
  const [state, setState] = useState<WizardState>(opened.state)
  const { editor } = opened

  useEffect(() => {
    const write = () => keepWizard(keep, { ...state, document: editor.store.getState().document })
    if (state !== opened.state) write()
    return editor.onChange(write)
  }, [keep, editor, state, opened])

  const goTo = (step: WizardStep) => {
    const reached = Math.max(state.reached, wizardSteps.indexOf(step))
    setState({ ...state, step, reached })
  }
  const answer = (answers: Partial<Answers>) =>
    setState((before) => ({ ...before, answers: { ...before.answers, ...answers } }))

  return (
    <EditorProvider editor={editor}>
      <WizardFrame
        {...props}
        state={state}
        resumed={opened.resumed}
        onStep={goTo}
        onAnswers={answer}
        onRefused={() => setState((before) => ({ ...before }))}
      />
    </EditorProvider>
  )
}

function open(props: WizardProps): { editor: Editor; state: WizardState; resumed: boolean } {
  const kept: KeptWizard | null = keptWizard(props.keep)
  const document =
    kept?.document ?? newProcess({ id: props.newId(), processName: '', companyId: props.companyId })
  const editor = createEditor({
    lint,
    document,
    base: null,
    reference: props.reference,
    actorId: props.actorId,
    newId: props.newId,
    now: props.now,
  })
  if (!kept) return { editor, state: beginning(), resumed: false }
  const { document: _, ...state } = kept
  return { editor, state, resumed: true }
}
