/** The menu of all actions, on an element or on the empty canvas; loaded when it is first asked for. */
import { lazy, type ReactNode, useState } from 'react'
import type { MenuRequest } from '../../features/command-menu/index.ts'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import { LazyPart } from './LazyPart.tsx'

const ContextMenu = lazy(async () => ({
  default: (await import('../../features/command-menu/index.ts')).ContextMenu,
}))

export function useElementMenu(): {
  readonly openMenu: (element: MenuRequest['element'], at: MenuRequest['at']) => void
  readonly menu: ReactNode
} {
  const { ui } = useProcessPlace()
  const settings = useShortcutSettings()
  const [asked, setAsked] = useState(false)
  const [request, setRequest] = useState<MenuRequest | null>(null)
  return {
    openMenu: (element, at) => {
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
