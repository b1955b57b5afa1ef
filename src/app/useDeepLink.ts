import { useEffect } from 'react'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ElementRef } from '../editor/editor.ts'
import { useEditor } from '../editor/react.ts'
import { text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import { useSearchParams } from '../ui/routing/useSearchParams.ts'

/** `stage:QUALIFY` names a stage by its code or id, `transition:<id>` a transition. Null where nothing fits. */
export function elementOf(document: ProcessDocument, select: string): ElementRef | null {
  const at = select.indexOf(':')
  const kind = select.slice(0, at)
  const name = select.slice(at + 1)
  if (kind === 'transition') return document.transitions[name] ? { kind, id: name } : null
  if (kind !== 'stage') return null
  const stage = document.stages[name] ?? Object.values(document.stages).find((one) => one.stageCode === name)
  return stage ? { kind, id: stage.id } : null
}

/** A link that names a stage or a transition selects it and brings it into view, once; then the address is plain. */
export function useDeepLink(): void {
  const editor = useEditor()
  const [search, setSearch] = useSearchParams()
  const select = search.get('select')
  useEffect(() => {
    if (select === null) return
    const element = elementOf(editor.store.getState().document, select)
    if (element) {
      editor.select([element])
      editor.reveal(element, { focus: true })
    } else announce(text('app', 'linkLeadsNowhere'))
    const rest = new URLSearchParams(search)
    rest.delete('select')
    setSearch(rest)
  }, [editor, search, select, setSearch])
}
