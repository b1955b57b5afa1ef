import Close from '@mui/icons-material/Close'
import type { Logic } from '../../domain/process/rule.ts'
import { firstValue } from '../../editor/newComparison.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { ValueEdit, written } from './ValueEdit.tsx'
import type { ValueEditProps } from './valueEditProps.ts'
import styles from './values.module.css'
import words from './words.module.css'

interface ManyValuesProps extends Omit<ValueEditProps, 'label' | 'value' | 'onSet' | 'onType'> {
  readonly name: string
  readonly values: readonly Logic[]
  readonly onSet: (values: readonly Logic[]) => void
  readonly onType: (values: readonly Logic[]) => void
}

/** A tick for each option; without options, one line for each value. */
export function ManyValues({ name, values, onSet, onType, ...edit }: ManyValuesProps) {
  const t = useText('ruleBuilder')
  const { field, readOnly } = edit
  const options = field?.options ?? []
  if (options.length > 0) {
    const foreign = values.filter((value) => !options.some((option) => option === value))
    return (
      <fieldset className={styles.ticks} disabled={readOnly} aria-describedby={edit.describedBy}>
        <legend className="sr-only">{t('values', { name })}</legend>
        {[...options, ...foreign].map((option) => (
          <label key={JSON.stringify(option)}>
            <input
              type="checkbox"
              checked={values.includes(option)}
              onChange={({ target }) =>
                onSet(target.checked ? [...values, option] : values.filter((value) => value !== option))
              }
            />
            {written(option)}
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <div className={styles.many}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place alone
        <span key={index} className={styles.oneOfMany}>
          <ValueEdit
            {...edit}
            label={t('valueNumber', { name, number: index + 1 })}
            value={value}
            onSet={(next) => onSet(values.with(index, next))}
            onType={(next) => onType(values.with(index, next))}
          />
          {readOnly ? null : (
            <ToolButton
              label={t('removeValue', { name, number: index + 1 })}
              icon={<Close />}
              size="small"
              onClick={(event) => {
                const list = event.currentTarget.closest('div')
                onSet(values.toSpliced(index, 1))
                requestAnimationFrame(() => focusIn(list, Math.max(0, index - 1)))
              }}
            />
          )}
        </span>
      ))}
      {readOnly ? null : (
        <button
          type="button"
          className={words.link}
          aria-label={t('addValueTo', { name })}
          onClick={(event) => {
            const list = event.currentTarget.parentElement
            onSet([...values, firstValue(field)])
            requestAnimationFrame(() => focusIn(list, values.length))
          }}
        >
          {t('addValue')}
        </button>
      )}
    </div>
  )
}

/** The line of a value; without one, the button that adds the next. */
function focusIn(list: Element | null, index: number): void {
  const inputs = list?.querySelectorAll<HTMLElement>('input') ?? []
  const target = inputs[index] ?? list?.querySelector<HTMLElement>(':scope > button')
  target?.focus()
}
