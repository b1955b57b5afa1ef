import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { setPreferences } from '../../ui/preferences/index.ts'
import { useShownScheme } from '../../ui/theme/index.ts'

/** Light or dark at one press; the account menu has “as the system” too. */
export function ThemeToggle() {
  const t = useText('app')
  const dark = useShownScheme() === 'dark'
  return (
    <ToolButton
      label={t(dark ? 'toLight' : 'toDark')}
      icon={dark ? <LightModeOutlined /> : <DarkModeOutlined />}
      onClick={() => setPreferences({ theme: dark ? 'light' : 'dark' })}
    />
  )
}
