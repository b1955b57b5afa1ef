/** The menu of all actions for an element of a table or list; loaded when it is first asked for. */
import { lazy, type ReactNode, useState } from 'react'
import { useEditor } from '../../editor/react.ts'
import type { MenuRequest } from '../../features/command-menu/index.ts'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import { LazyPart } from './LazyPart.tsx'

const ContextMenu = lazy(async () => ({
  default: (await import('../../features/command-menu/index.ts')).ContextMenu,
}))

export function useElementMenu(): {
  readonly openMenu: (element: NonNullable<MenuRequest['element']>, at: MenuRequest['at']) => void
  readonly menu: ReactNode
} {
  const { ui } = useProcessPlace()
  const editor = useEditor()
  const settings = useShortcutSettings()
  const [asked, setAsked] = useState(false)
  const [request, setRequest] = useState<MenuRequest | null>(null)
  return {
    openMenu: (element, at) => {
      // What is pointed at is what the menu is about, unless it is one of those that are selected.
      const { selection } = editor.store.getState().session
      if (!selection.some(({ id }) => id === element.id)) editor.select([element])
      editor.setActive(element)
      setAsked(true)
      setRequest({ element, at })
    },
    menu: asked ? (
      <LazyPart onGone={() => setRequest(null)}>
        <ContextMenu request={request} ui={ui} settings={settings} onClose={() => setRequest(null)} />
      </LazyPart>
    ) : null,
  }
}
