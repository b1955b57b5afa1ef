import { useText } from '../../text/index.ts'
import { useActivity } from '../../ui/announcer/index.ts'
import { SwitchField } from '../../ui/forms/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { setPreferences, usePreferences } from '../../ui/preferences/index.ts'
import styles from './Settings.module.css'

const themes = ['system', 'light', 'dark'] as const

/** How the app looks here, and what it has said. */
export function AppearanceSection() {
  const t = useText('settings')
  const { theme, contrast, motion, singleKeys } = usePreferences()
  const said = useActivity()
  return (
    <>
      <Panel title={t('section_appearance')} description={t('appearanceLead')}>
        <div className={styles.rows}>
          <fieldset className={styles.choices}>
            <legend>{t('theme')}</legend>
            {themes.map((name) => (
              <label key={name}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme === name}
                  onChange={() => setPreferences({ theme: name })}
                />
                {t(`theme_${name}`)}
              </label>
            ))}
          </fieldset>
          <SwitchField
            label={t('contrast')}
            help={t('contrastHelp')}
            checked={contrast === 'more'}
            onChange={(on) => setPreferences({ contrast: on ? 'more' : 'system' })}
          />
          <SwitchField
            label={t('motion')}
            help={t('motionHelp')}
            checked={motion === 'reduce'}
            onChange={(on) => setPreferences({ motion: on ? 'reduce' : 'system' })}
          />
          <SwitchField
            label={t('singleKeys')}
            help={t('singleKeysHelp')}
            checked={singleKeys}
            onChange={(on) => setPreferences({ singleKeys: on })}
          />
        </div>
      </Panel>
      <Panel title={t('activity')}>
        <p className={styles.muted} style={{ marginBottom: 8 }}>
          {said.length === 0 ? t('noActivity') : t('activityLead')}
        </p>
        <ol className={styles.activity}>
          {[...said].reverse().map(({ id, at, text: words }) => (
            <li key={id}>
              <time dateTime={at}>{new Date(at).toLocaleTimeString()}</time>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
