/**
 * The editor inside React. Leaves select what they show by id and render again only when that changes; nobody
 * subscribes to the whole store.
 */
import { createContext, createElement, type ReactNode, use } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Problem } from '../domain/lint/rule.ts'
import type { Position, SalesStage } from '../domain/process/stage.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import type { Editor, EditorState, ElementRef } from './editor.ts'
import { openProblems, problemsAt } from './problems.ts'
import { sameElement } from './session.ts'

const EditorContext = createContext<Editor | null>(null)

export function EditorProvider({
  editor,
  children,
}: {
  readonly editor: Editor
  readonly children: ReactNode
}) {
  return createElement(EditorContext, { value: editor }, children)
}

/** The open process. Never changes identity while a process is open, so it is safe in callbacks. */
export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (!editor) throw new Error('There is no open process here: put the component inside an EditorProvider.')
  return editor
}

/** What the selector picks, compared one level deep: a fresh list of the same rows does not render again. */
export function useEditorState<Picked>(select: (state: EditorState) => Picked): Picked {
  return useStore(useEditor().store, useShallow(select))
}

export function useStage(id: string): SalesStage | undefined {
  return useStore(useEditor().store, (state) => state.document.stages[id])
}

export function useTransition(id: string): StageTransition | undefined {
  return useStore(useEditor().store, (state) => state.document.transitions[id])
}

/** Where a stage is drawn now: its live place during a drag, else its own. */
export function useStagePosition(id: string): Position | undefined {
  return useStore(
    useEditor().store,
    (state) => state.session.dragging?.[id] ?? state.document.stages[id]?.position,
  )
}

export function useIsActive(element: ElementRef): boolean {
  return useStore(useEditor().store, (state) => sameElement(state.session.active, element))
}

/** All problems, waived ones included, in stable order. */
export function useProblems(): readonly Problem[] {
  const editor = useEditor()
  return useStore(editor.store, () => editor.problems())
}

/** Open problems of one stage or transition. */
export function useProblemsAt(element: ElementRef): readonly Problem[] {
  const editor = useEditor()
  return useStore(editor.store, () => problemsAt(editor.problems(), element))
}

/** How many problems are open, waived ones left out. */
export function useProblemCount(): number {
  const editor = useEditor()
  return useStore(editor.store, () => openProblems(editor.problems()).length)
}

/** Names of the next undo and redo, null where there is nothing. */
export function useHistory(): { readonly undo: string | null; readonly redo: string | null } {
  return useEditorState((state) => ({
    undo: state.undoStack.at(-1)?.label ?? null,
    redo: state.redoStack.at(-1)?.label ?? null,
  }))
}
