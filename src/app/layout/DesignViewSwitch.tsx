import { useText } from '../../text/index.ts'
import styles from './DesignViewSwitch.module.css'

const designViews = ['canvas', 'list'] as const
export type DesignView = (typeof designViews)[number]

interface DesignViewSwitchProps {
  readonly view: DesignView
  readonly onView: (view: DesignView) => void
}

/** The same process as a drawing or as a list. */
export function DesignViewSwitch({ view, onView }: DesignViewSwitchProps) {
  const t = useText('app')
  return (
    <fieldset className={styles.switch}>
      <legend className="sr-only">{t('designAs')}</legend>
      {designViews.map((one) => (
        <label key={one}>
          <input type="radio" name="design-as" checked={view === one} onChange={() => onView(one)} />
          <span>{t(`designAs_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
