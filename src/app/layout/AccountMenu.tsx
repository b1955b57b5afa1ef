import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { VisuallyHidden } from '../../ui/display/VisuallyHidden.tsx'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { setPreferences, usePreferences } from '../../ui/preferences/index.ts'
import { onboardingOf } from '../onboarding.ts'
import { useServices, useUser } from '../services.ts'
import { useWorkspace } from '../workspaces.ts'
import styles from './account.module.css'

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** Who is signed in, how the app looks on this device, settings, and the way out. */
export function AccountMenu() {
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
  return (
    <>
      <ActionMenu
        label={t('account')}
        header={
          <div className={styles.accountHeader}>
            <strong>{user.display_name}</strong>
            <span>{user.email}</span>
            <span>
              {user.company.name}, {user.role.replaceAll('_', ' ')}
            </span>
          </div>
        }
        actions={[
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
            run: () => void navigate('/settings'),
          },
          { id: 'introduction', label: t('introduction'), run: () => onboardingOf(user).again() },
          {
            id: 'leave',
            label: t('signOut'),
            icon: <LogoutOutlined fontSize="inherit" />,
            run: () => void askToLeave(),
          },
        ]}
        button={(props) => (
          <button type="button" className={styles.avatar} {...props}>
            {initials(user.display_name)}
            <VisuallyHidden> {t('accountOf', { name: user.display_name })}</VisuallyHidden>
          </button>
        )}
      />
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
    </>
  )
}
