import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { RadioField, SwitchField } from '../../ui/forms/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { choices, type Preferences, setPreferences, usePreferences } from '../../ui/preferences/index.ts'
import styles from './Settings.module.css'

/** From the least to the most, whatever the default is. */
const levels: readonly Preferences['verbosity'][] = ['brief', 'standard', 'detailed']

export interface AccessibilitySectionProps {
  /** Where keys are given to commands; stands below the switch for single keys. */
  readonly keys?: ReactNode
  /** What was announced lately. */
  readonly activity?: ReactNode
}

/** What helps to see, to listen and to type, each with what it does; all of it holds at once. */
export function AccessibilitySection({ keys, activity }: AccessibilitySectionProps) {
  const t = useText('settings')
  const { contrast, focusRing, motion, textSize, verbosity, hints, sounds, singleKeys } = usePreferences()
  return (
    <>
      <Panel title={t('seeing')} description={t('appearanceLead')}>
        <div className={styles.rows}>
          <RadioField
            legend={t('textSize')}
            help={t('textSizeHelp')}
            value={textSize}
            options={choices.textSize.map((value) => ({ value, label: t(`textSize_${value}`) }))}
            onChange={(chosen) => setPreferences({ textSize: chosen })}
          />
          <SwitchField
            label={t('contrast')}
            help={t('contrastHelp')}
            checked={contrast === 'more'}
            onChange={(on) => setPreferences({ contrast: on ? 'more' : 'system' })}
          />
          <SwitchField
            label={t('focusRing')}
            help={t('focusRingHelp')}
            checked={focusRing === 'strong'}
            onChange={(on) => setPreferences({ focusRing: on ? 'strong' : 'normal' })}
          />
          <SwitchField
            label={t('motion')}
            help={t('motionHelp')}
            checked={motion === 'reduce'}
            onChange={(on) => setPreferences({ motion: on ? 'reduce' : 'system' })}
          />
        </div>
      </Panel>
      <Panel title={t('listening')}>
        <div className={styles.rows}>
          <RadioField
            legend={t('verbosity')}
            help={t('verbosityHelp')}
            value={verbosity}
            options={levels.map((value) => ({
              value,
              label: t(`verbosity_${value}`),
              help: t(`verbosity_${value}_help`),
            }))}
            onChange={(chosen) => setPreferences({ verbosity: chosen })}
          />
          <SwitchField
            label={t('hints')}
            help={t('hintsHelp')}
            checked={hints}
            onChange={(on) => setPreferences({ hints: on })}
          />
          <SwitchField
            label={t('sounds')}
            help={t('soundsHelp')}
            checked={sounds}
            onChange={(on) => setPreferences({ sounds: on })}
          />
        </div>
      </Panel>
      <Panel title={t('typing')}>
        <div className={styles.rows}>
          <SwitchField
            label={t('singleKeys')}
            help={t('singleKeysHelp')}
            checked={singleKeys}
            onChange={(on) => setPreferences({ singleKeys: on })}
          />
          {keys}
        </div>
      </Panel>
      {activity ? (
        <Panel title={t('activity')} description={t('activityLead')}>
          {activity}
        </Panel>
      ) : null}
    </>
  )
}
