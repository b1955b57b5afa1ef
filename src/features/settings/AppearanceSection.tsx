import { useText } from '../../text/index.ts'
import { RadioField } from '../../ui/forms/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { choices, setPreferences, usePreferences } from '../../ui/preferences/index.ts'
import styles from './Settings.module.css'

/** Languages are called as their speakers call them. */
const languageNames = { en: 'English', de: 'Deutsch' } as const

/** How the app looks on this device, which language it speaks and what a process opens with. */
export function AppearanceSection() {
  const t = useText('settings')
  const { theme, language, defaultView } = usePreferences()
  return (
    <Panel title={t('section_appearance')} description={t('appearanceLead')}>
      <div className={styles.rows}>
        <RadioField
          legend={t('theme')}
          value={theme}
          options={choices.theme.map((value) => ({ value, label: t(`theme_${value}`) }))}
          onChange={(chosen) => setPreferences({ theme: chosen })}
        />
        <RadioField
          legend={t('language')}
          value={language}
          options={choices.language.map((value) =>
            value === 'system'
              ? { value, label: t('theme_system') }
              : { value, label: languageNames[value], lang: value },
          )}
          onChange={(chosen) => setPreferences({ language: chosen })}
        />
        <RadioField
          legend={t('opensWith')}
          help={t('opensWithHelp')}
          value={defaultView}
          options={choices.defaultView.map((value) => ({ value, label: t(`opensWith_${value}`) }))}
          onChange={(chosen) => setPreferences({ defaultView: chosen })}
        />
      </div>
    </Panel>
  )
}
