/** What one may do about oneself from any place: how the app looks on this device, settings, and the way out. */
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/index.ts'
import type { MenuActions } from '../../ui/actions/ActionMenu.tsx'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { setPreferences, usePreferences } from '../../ui/preferences/index.ts'
import { useNavigate } from '../../ui/routing/place.ts'
import { onboardingOf } from '../onboarding.ts'
import { useServices, useUser } from '../services.ts'
import { useWorkspace } from '../workspaces.ts'

/** `question` stands beside the menu: it asks before work that was not published is lost. */
export function useAccount(): { readonly actions: MenuActions; readonly question: ReactNode } {
  const t = useText('app')
  const user = useUser()
  const { identity, workspaces } = useServices()
  const { unsent } = useWorkspace()
  const { theme } = usePreferences()
  const navigate = useNavigate()
  const [unsentCount, setUnsentCount] = useState(0)
  const leave = async () => {
    setUnsentCount(0)
    await identity.signOut()
    await workspaces.forget()
  }
  const askToLeave = async () => {
    const count = await unsent()
    if (count === 0) await leave()
    else setUnsentCount(count)
  }
  const actions: MenuActions = [
    ...(['system', 'light', 'dark'] as const).map((choice) => ({
      id: choice,
      label: t(`theme_${choice}`),
      checked: theme === choice,
      radio: true,
      run: () => setPreferences({ theme: choice }),
    })),
    null,
    {
      id: 'settings',
      label: t('settings'),
      icon: <SettingsOutlined fontSize="inherit" />,
      run: () => navigate('/settings'),
    },
    { id: 'introduction', label: t('introduction'), run: () => onboardingOf(user).again() },
    {
      id: 'leave',
      label: t('signOut'),
      icon: <LogoutOutlined fontSize="inherit" />,
      run: () => void askToLeave(),
    },
  ]
  const question = (
    <ConfirmDialog
      open={unsentCount > 0}
      title={t('signOutTitle')}
      confirmLabel={t('signOutConfirm')}
      danger
      onClose={() => setUnsentCount(0)}
      onConfirm={() => void leave()}
    >
      {t('signOutBody', { count: unsentCount })}
    </ConfirmDialog>
  )
  return { actions, question }
}
