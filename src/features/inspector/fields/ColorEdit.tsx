import { useId } from 'react'
import { type SalesStage, stageColors } from '../../../domain/process/stage.ts'
import { useText } from '../../../text/index.ts'
import type { Binding } from './binding.ts'
import { FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'

type Color = SalesStage['color']

interface ColorEditProps {
  /** A value of null: several stages with several colours. */
  readonly binding: Omit<Binding<Color>, 'value' | 'type'> & { readonly value: Color | null }
}

/** The seven colours as radio buttons, each with its name. */
export function ColorEdit({ binding }: ColorEditProps) {
  const t = useText('inspector')
  const name = useId()
  const { value, readOnly, set } = binding
  return (
    <FieldFrame field={binding.field} name={t('color')} problems={binding.problems}>
      <fieldset className={`${styles.group} ${styles.colorGroup}`} disabled={readOnly}>
        <legend>
          {t('color')}{' '}
          <span className={styles.legendValue}>{value === null ? t('mixed') : t(`color_${value}`)}</span>
        </legend>
        <div className={styles.swatches}>
          {stageColors.map((color) => (
            <label key={color} className={styles.swatch} title={t(`color_${color}`)}>
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={color === value}
                onChange={() => set(color)}
              />
              <span
                className={styles.swatchColor}
                style={{ color: `var(--stage-${color}-border)` }}
                aria-hidden
              />
              <span className="sr-only">{t(`color_${color}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </FieldFrame>
  )
}
