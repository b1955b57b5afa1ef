import { useText } from '../../text/index.ts'
import styles from './DesignViewSwitch.module.css'

export type DesignView = 'canvas' | 'list' | 'both'

interface DesignViewSwitchProps {
  readonly view: DesignView
  /** Those there is room for. */
  readonly views: readonly DesignView[]
  readonly onView: (view: DesignView) => void
}

/** The same process as a drawing, as a list, or both side by side. */
export function DesignViewSwitch({ view, views, onView }: DesignViewSwitchProps) {
  const t = useText('app')
  return (
    <fieldset className={styles.switch}>
      <legend className="sr-only">{t('designAs')}</legend>
      {views.map((one) => (
        <label key={one}>
          <input type="radio" name="design-as" checked={view === one} onChange={() => onView(one)} />
          <span>{t(`designAs_${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
