/** What one may do about oneself from any place: how the app looks on this device, settings, and the way out. */
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import { type ReactNode, useState } from 'react'
import { say, useText } from '../../text/index.ts'
import type { MenuActions } from '../../ui/actions/ActionMenu.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { setPreferences, usePreferences } from '../../ui/preferences/index.ts'
import { useNavigate } from '../../ui/routing/place.ts'
import { onboardingOf } from '../onboarding.ts'
import { useServices, useUser } from '../services.ts'
import { useAccess } from '../workspaces.ts'

/** `question` stands beside the menu: it asks before work that was not published is lost. */
export function useAccount(): { readonly actions: MenuActions; readonly question: ReactNode } {
  const t = useText('app')
  const user = useUser()
  const { identity, session, access: keeper } = useServices()
  const access = useAccess()
  const { theme } = usePreferences()
  const navigate = useNavigate()
  const [unsentCount, setUnsentCount] = useState(0)
  const leave = async () => {
    setUnsentCount(0)
    await identity.signOut()
    await keeper.forget()
  }
  const askToLeave = async () => {
    const count = await (await access.workspace()).unsent()
    if (count === 0) await leave()
    else setUnsentCount(count)
  }
  const switchTo = async (companyId: string) => {
    const answer = await session.switchCompany(companyId)
    if (answer.ok) navigate('/')
    announce(
      answer.ok
        ? t('inCompany', { company: answer.value.company.name })
        : t('notSwitched', { why: say(answer.failure.message) }),
      { assertive: !answer.ok },
    )
  }
  const { companies = [] } = user
  const actions: MenuActions = [
    ...(companies.length > 1
      ? [
          { heading: t('companies') },
          ...companies.map(({ id, name }) => ({
            id: `company ${id}`,
            label: name,
            checked: id === user.company.id,
            radio: true,
            run: () => {
              if (id !== user.company.id) void switchTo(id)
            },
          })),
          null,
        ]
      : []),
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
