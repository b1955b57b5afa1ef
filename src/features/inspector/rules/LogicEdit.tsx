/** The condition of a rule: all or any of a few comparisons, or, for what does not fit, its sentence and its JSON. */
import { useState } from 'react'
import { ruleSentence } from '../../../domain/engine/ruleSentence.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import styles from '../inspector.module.css'
import { ComparisonEdit } from './ComparisonEdit.tsx'
import { type Comparison, writeComparison } from './comparisons.ts'
import { newComparison } from './firstValue.ts'
import { JsonEdit } from './JsonEdit.tsx'
import { Select } from './Select.tsx'
import { readSimpleRule, type SimplePart, type SimpleRule, writeSimpleRule } from './simpleRule.ts'
import { useFirstField } from './useFirstField.ts'

interface LogicEditProps {
  readonly label: string
  readonly logic: Logic
  readonly readOnly: boolean
  readonly onSet: (logic: Logic) => void
  readonly onType: (logic: Logic) => void
  readonly onDone: () => void
}

export function LogicEdit(props: LogicEditProps) {
  const { label, logic, readOnly } = props
  const t = useText('inspector')
  const fields = useEditorState((state) => state.reference.fields)
  const [asJson, setAsJson] = useState(false)
  const simple = readSimpleRule(logic)
  return (
    <fieldset className={styles.logic}>
      <legend>{label}</legend>
      <p className={styles.sentence}>{ruleSentence(logic, fields)}</p>
      {simple === null || asJson ? (
        <>
          {simple === null ? <p className={styles.hint}>{t('tooComplex')}</p> : null}
          <JsonEdit {...props} />
        </>
      ) : (
        <Comparisons {...props} rule={simple} />
      )}
      {simple === null || readOnly ? null : (
        <div className={styles.links}>
          {asJson ? null : <AddComparison {...props} rule={simple} />}
          <button type="button" className={styles.link} onClick={() => setAsJson(!asJson)}>
            {t(asJson ? 'asFields' : 'asJson')}
          </button>
        </div>
      )}
    </fieldset>
  )
}

const partOf = (comparison: Comparison): SimplePart => ({ comparison, logic: writeComparison(comparison) })

function AddComparison({ rule, onSet }: LogicEditProps & { readonly rule: SimpleRule }) {
  const t = useText('inspector')
  const field = useFirstField()
  if (!field) return <p className={styles.hint}>{t('noFields')}</p>
  const add = () => onSet(writeSimpleRule({ ...rule, parts: [...rule.parts, partOf(newComparison(field))] }))
  return (
    <button type="button" className={styles.link} onClick={add}>
      {t('addComparison')}
    </button>
  )
}

function Comparisons({
  rule,
  readOnly,
  onSet,
  onType,
  onDone,
}: LogicEditProps & { readonly rule: SimpleRule }) {
  const t = useText('inspector')
  const { join, parts } = rule
  return (
    <>
      {parts.length > 1 ? (
        <Select
          label={t('join')}
          value={join}
          readOnly={readOnly}
          options={[
            { value: 'all', label: t('joinAll') },
            { value: 'any', label: t('joinAny') },
          ]}
          onChange={(next) => onSet(writeSimpleRule({ join: next === 'any' ? 'any' : 'all', parts }))}
        />
      ) : null}
      {parts.map(({ comparison }, index) => (
        <ComparisonEdit
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is known by its place alone
          key={index}
          comparison={comparison}
          name={t('conditionNumber', { number: index + 1 })}
          readOnly={readOnly}
          onSet={(next) => onSet(writeSimpleRule({ join, parts: parts.with(index, partOf(next)) }))}
          onType={(next) => onType(writeSimpleRule({ join, parts: parts.with(index, partOf(next)) }))}
          onDone={onDone}
          onRemove={() => onSet(writeSimpleRule({ join, parts: parts.toSpliced(index, 1) }))}
        />
      ))}
    </>
  )
}
