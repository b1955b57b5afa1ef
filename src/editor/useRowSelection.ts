import { useMemo } from 'react'
import type { ElementRef } from './editor.ts'
import { useEditor, useEditorState } from './react.ts'

type OnMenu = (element: ElementRef, at: { readonly x: number; readonly y: number }) => void

/** The selection of the editor as a table of one kind of element has it: rows of other kinds stay selected. */
export function useRowSelection(kind: ElementRef['kind'], onMenu?: OnMenu) {
  const editor = useEditor()
  const selection = useEditorState((state) => state.session.selection)
  const active = useEditorState((state) => state.session.active)
  const selected = useMemo(
    () => new Set(selection.filter((element) => element.kind === kind).map(({ id }) => id)),
    [selection, kind],
  )
  return {
    selected,
    onSelect: (ids: readonly string[]) =>
      editor.select([
        ...selection.filter((element) => element.kind !== kind),
        ...ids.map((id) => ({ kind, id })),
      ]),
    current: active?.kind === kind ? active.id : null,
    ...(onMenu
      ? {
          onMenu: (id: string, at: { readonly x: number; readonly y: number }) => {
            editor.setActive({ kind, id })
            onMenu({ kind, id }, at)
          },
        }
      : {}),
  }
}
