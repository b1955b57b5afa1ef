import { lazy, useEffect } from 'react'
import { useStore } from 'zustand'
import { useNavigate } from '../../ui/routing/place.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { useProcessPlace } from '../processSession.ts'
import { useUser } from '../services.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import { LazyPart } from './LazyPart.tsx'

const loadCommandMenu = async () => ({
  default: (await import('./CommandMenuPart.tsx')).CommandMenuPart,
})
const CommandMenuPart = lazy(loadCommandMenu)
const ShortcutHelp = lazy(async () => ({
  default: (await import('../../features/command-menu/index.ts')).ShortcutHelp,
}))
const GuidedDialogs = lazy(async () => ({ default: (await import('./GuidedDialogs.tsx')).GuidedDialogs }))
const ActivityDialog = lazy(async () => ({
  default: (await import('../../features/activity/index.ts')).ActivityDialog,
}))
const HandbookDialog = lazy(async () => ({
  default: (await import('../../features/handbook/index.ts')).HandbookDialog,
}))
const StageDialogs = lazy(async () => ({
  default: (await import('../../features/stage-dialogs/index.ts')).StageDialogs,
}))

/** Dialogs that any view of a process may ask for; each loads when it is first asked for. */
export function ProcessDialogs() {
  const { ui } = useProcessPlace()
  const settings = useShortcutSettings()
  const navigate = useNavigate()
  const user = useUser()
  const dialog = useStore(ui.screen, (state) => state.dialog)
  // The one that is typed into at once; where it cannot be loaded now, opening it says so.
  useEffect(() => void whenIdle().then(loadCommandMenu).catch(console.warn), [])
  return (
    <LazyPart key={dialog?.name ?? 'none'} onGone={ui.closeDialog}>
      {dialog?.name === 'commandMenu' ? <CommandMenuPart /> : null}
      {dialog?.name === 'shortcutHelp' ? (
        <ShortcutHelp
          settings={settings}
          onChangeKeys={() => {
            ui.closeDialog()
            navigate('/settings/accessibility#keys')
          }}
          onClose={ui.closeDialog}
        />
      ) : null}
      {dialog?.name === 'activityLog' ? <ActivityDialog onClose={ui.closeDialog} /> : null}
      {dialog ? <GuidedDialogs dialog={dialog} /> : null}
      {dialog?.name === 'handbook' ? (
        <HandbookDialog companyName={user.company.name} onClose={ui.closeDialog} />
      ) : null}
      {dialog ? <StageDialogs dialog={dialog} onClose={ui.closeDialog} /> : null}
    </LazyPart>
  )
}
