/**
 * One field of one row, as a control wants it: the value, what the linter says of it, and how to change it. The
 * value comes from the document and every change goes back through a command; nothing is copied in between.
 */
import type { ProcessChanges, StageChanges, TransitionChanges } from '../../../domain/commands/changes.ts'
import type { Problem } from '../../../domain/lint/rule.ts'
import type { Policies, SalesProcess } from '../../../domain/process/process.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import type { DispatchResult } from '../../../editor/editor.ts'
import { useEditor, useEditorState, useProblems } from '../../../editor/react.ts'
import { useWhyHidden } from '../../../editor/useWhyHidden.ts'
import { say } from '../../../text/index.ts'

export interface Binding<Value> {
  /** The field's code name: the linter's `at.field`. */
  readonly field: string
  readonly id: string
  readonly value: Value
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  /** Why the value cannot be seen; null where it can. */
  readonly hidden?: string | null
  /** One step of undo. Returns why it was refused, or null. */
  readonly set: (value: Value) => string | null
  /** The same while typing: steps merge until `done`. */
  readonly type: (value: Value) => string | null
  readonly done: () => void
}

/** The id of a field's control; wishes for focus and links lead there. */
export const controlId = (field: string): string => `inspector-${field}`

const refusalOf = (result: DispatchResult): string | null => (result.ok ? null : say(result.reason))

function useProblemsOf(kind: 'stage' | 'transition' | 'process', id: string) {
  const problems = useProblems()
  return (field: string) =>
    problems.filter(
      ({ at, waivedBy }) => waivedBy === null && at.kind === kind && at.id === id && at.field === field,
    )
}

export type StageFields = <Field extends keyof StageChanges & string>(
  field: Field,
) => Binding<SalesStage[Field]>

export function useStageFields(stage: SalesStage): StageFields {
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const problemsOf = useProblemsOf('stage', stage.id)
  const whyHidden = useWhyHidden()
  return (field) => {
    const change = (value: unknown, mergeKey?: string) =>
      refusalOf(
        editor.dispatch(
          'updateStage',
          { stageId: stage.id, changes: { [field]: value } },
          mergeKey === undefined ? {} : { mergeKey },
        ),
      )
    return {
      field,
      id: controlId(field),
      value: stage[field],
      problems: problemsOf(field),
      readOnly,
      hidden: whyHidden(stage, field),
      set: (value) => change(value),
      type: (value) => change(value, `${stage.id} ${field}`),
      done: () => editor.closeStep(),
    }
  }
}

export type TransitionFields = <Field extends keyof TransitionChanges & string>(
  field: Field,
) => Binding<StageTransition[Field]>

export function useTransitionFields(transition: StageTransition): TransitionFields {
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const problemsOf = useProblemsOf('transition', transition.id)
  const whyHidden = useWhyHidden()
  return (field) => {
    const change = (value: unknown, mergeKey?: string) =>
      refusalOf(
        editor.dispatch(
          'updateTransition',
          { transitionId: transition.id, changes: { [field]: value } },
          mergeKey === undefined ? {} : { mergeKey },
        ),
      )
    return {
      field,
      id: controlId(field),
      value: transition[field],
      problems: problemsOf(field),
      readOnly,
      hidden: whyHidden(transition, field),
      set: (value) => change(value),
      type: (value) => change(value, `${transition.id} ${field}`),
      done: () => editor.closeStep(),
    }
  }
}

export type ProcessFields = <Field extends keyof ProcessChanges & string>(
  field: Field,
) => Binding<SalesProcess[Field]>

export function useProcessFields(process: SalesProcess): ProcessFields {
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const problemsOf = useProblemsOf('process', process.id)
  return (field) => {
    const change = (value: unknown, mergeKey?: string) =>
      refusalOf(
        editor.dispatch(
          'updateProcess',
          { changes: { [field]: value } },
          mergeKey === undefined ? {} : { mergeKey },
        ),
      )
    return {
      field,
      id: controlId(field),
      value: process[field],
      problems: problemsOf(field),
      readOnly,
      set: (value) => change(value),
      type: (value) => change(value, `process ${field}`),
      done: () => editor.closeStep(),
    }
  }
}

export type PolicyFields = <Field extends keyof Policies & string>(field: Field) => Binding<Policies[Field]>

export function usePolicyFields(policies: Policies): PolicyFields {
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  return (field) => {
    const change = (value: unknown, mergeKey?: string) =>
      refusalOf(
        editor.dispatch(
          'setPolicies',
          { changes: { [field]: value } },
          mergeKey === undefined ? {} : { mergeKey },
        ),
      )
    return {
      field,
      id: controlId(field),
      value: policies[field],
      problems: [],
      readOnly,
      set: (value) => change(value),
      type: (value) => change(value, `policy ${field}`),
      done: () => editor.closeStep(),
    }
  }
}
