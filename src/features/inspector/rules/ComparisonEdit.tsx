import Close from '@mui/icons-material/Close'
import type { FieldType } from '../../../domain/process/field.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import styles from '../inspector.module.css'
import { type Comparison, type ComparisonId, comparisonKinds, comparisonsFor, kindOf } from './comparisons.ts'
import { firstValue, withField, withKind } from './firstValue.ts'
import { Select } from './Select.tsx'
import { ValueEdit } from './ValueEdit.tsx'

interface ComparisonEditProps {
  readonly comparison: Comparison
  /** "Condition 2": tells the controls of several comparisons apart. */
  readonly name: string
  readonly readOnly: boolean
  readonly onSet: (comparison: Comparison) => void
  readonly onType: (comparison: Comparison) => void
  readonly onDone: () => void
  readonly onRemove: () => void
}

/** Field, operator, values: "Amount · is at least · 10000". */
export function ComparisonEdit(props: ComparisonEditProps) {
  const t = useText('inspector')
  const { comparison, name, readOnly, onSet, onType, onDone, onRemove } = props
  const fields = useEditorState((state) => state.reference.fields)
  const field = Object.hasOwn(fields, comparison.key) ? fields[comparison.key] : undefined
  const offered = comparisonsFor(field?.type)
  const { values: shape } = kindOf(comparison.id)
  const withValue = (index: number, value: Logic): Comparison => ({
    ...comparison,
    values: comparison.values.with(index, value),
  })
  return (
    <div className={styles.comparison}>
      <div className={styles.comparisonRow}>
        <Select
          label={t('comparisonField', { name })}
          value={comparison.key}
          readOnly={readOnly}
          options={[
            ...Object.values(fields)
              .sort((a, b) => a.label.localeCompare(b.label))
              .map(({ key, label }) => ({ value: key, label: label || key })),
            ...(field ? [] : [{ value: comparison.key, label: t('unknownName', { name: comparison.key }) }]),
          ]}
          onChange={(key) => {
            const chosen = fields[key]
            if (chosen) onSet(withField(comparison, chosen, field))
          }}
        />
        {readOnly ? null : (
          <ToolButton label={t('remove', { name })} icon={<Close />} size="small" onClick={onRemove} />
        )}
      </div>
      <div className={styles.comparisonRow}>
        <Select
          label={t('comparisonOperator', { name })}
          value={comparison.id}
          readOnly={readOnly}
          options={comparisonKinds
            .filter(({ id }) => offered.includes(id) || id === comparison.id)
            .map(({ id }) => ({ value: id, label: t(operatorKey(id, field?.type)) }))}
          onChange={(chosen) => {
            const kind = comparisonKinds.find(({ id }) => id === chosen)
            if (kind) onSet(withKind(comparison, kind.id, field))
          }}
        />
        {shape === 'one' || shape === 'two'
          ? comparison.values.map((value, index) => (
              <ValueEdit
                // biome-ignore lint/suspicious/noArrayIndexKey: lower and upper bound are known by their place
                key={index}
                label={
                  shape === 'two'
                    ? t(index === 0 ? 'comparisonFrom' : 'comparisonTo', { name })
                    : t('comparisonValue', { name })
                }
                field={field}
                value={value}
                readOnly={readOnly}
                onType={(next) => onType(withValue(index, next))}
                onDone={onDone}
              />
            ))
          : null}
      </div>
      {shape === 'many' ? (
        <ManyValues
          {...props}
          options={field?.options ?? []}
          onValues={(values) => onSet({ ...comparison, values })}
          add={() => onSet({ ...comparison, values: [...comparison.values, firstValue(undefined)] })}
        />
      ) : null}
    </div>
  )
}

/** Sizes of dates have words of their own. */
function operatorKey(id: ComparisonId, type: FieldType | undefined) {
  const dated = type === 'date' && (id === 'atLeast' || id === 'atMost' || id === 'more' || id === 'less')
  return dated ? (`date_${id}` as const) : (`is_${id}` as const)
}

interface ManyValuesProps extends ComparisonEditProps {
  readonly options: readonly string[]
  readonly onValues: (values: readonly Logic[]) => void
  readonly add: () => void
}

/** A tick for each option; without options, one line for each value. */
function ManyValues({ comparison, name, readOnly, options, onValues, onType, onDone, add }: ManyValuesProps) {
  const t = useText('inspector')
  const { values } = comparison
  const foreign = values.filter((value) => !options.some((option) => option === value))
  if (options.length > 0)
    return (
      <fieldset className={styles.ticks} disabled={readOnly}>
        <legend className="sr-only">{t('comparisonValues', { name })}</legend>
        {[...options, ...foreign].map((option) => (
          <label key={JSON.stringify(option)}>
            <input
              type="checkbox"
              checked={values.includes(option)}
              onChange={(event) =>
                onValues(
                  event.target.checked ? [...values, option] : values.filter((value) => value !== option),
                )
              }
            />
            {typeof option === 'string' ? option : JSON.stringify(option)}
          </label>
        ))}
      </fieldset>
    )
  return (
    <div className={styles.many}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place alone
        <span key={index} className={styles.comparisonRow}>
          <ValueEdit
            label={t('comparisonValueNumber', { name, number: index + 1 })}
            field={undefined}
            value={value}
            readOnly={readOnly}
            onType={(next) => onType({ ...comparison, values: values.with(index, next) })}
            onDone={onDone}
          />
          {readOnly ? null : (
            <ToolButton
              label={t('removeValue', { name, number: index + 1 })}
              icon={<Close />}
              size="small"
              onClick={() => onValues(values.toSpliced(index, 1))}
            />
          )}
        </span>
      ))}
      {readOnly ? null : (
        <button type="button" className={styles.link} onClick={add}>
          {t('addValue')}
        </button>
      )}
    </div>
  )
}
