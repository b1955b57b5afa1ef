import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useProcessPlace } from '../processSession.ts'
import { shortcutSettings } from '../shortcutSettings.ts'

const CommandMenu = lazy(async () => ({
  default: (await import('../../features/command-menu/index.ts')).CommandMenu,
}))
const ShortcutHelp = lazy(async () => ({
  default: (await import('../../features/command-menu/index.ts')).ShortcutHelp,
}))

/** Dialogs that any view of a process may ask for. */
export function ProcessDialogs() {
  const { ui } = useProcessPlace()
  const dialog = useStore(ui.screen, (state) => state.dialog)
  return (
    <Suspense fallback={null}>
      <CommandMenu
        open={dialog?.name === 'commandMenu'}
        ui={ui}
        settings={shortcutSettings}
        onClose={ui.closeDialog}
      />
      <ShortcutHelp
        open={dialog?.name === 'shortcutHelp'}
        settings={shortcutSettings}
        onClose={ui.closeDialog}
      />
    </Suspense>
  )
}
