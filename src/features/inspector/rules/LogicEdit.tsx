/** The condition of a rule: all or any of a few comparisons, or, for what does not fit, its sentence and its JSON. */
import Button from '@mui/material/Button'
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
        <Button size="small" variant="text" onClick={() => setAsJson(!asJson)}>
          {t(asJson ? 'asFields' : 'asJson')}
        </Button>
      )}
    </fieldset>
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
  const fields = useEditorState((state) => state.reference.fields)
  const { join, parts } = rule
  const [firstField] = Object.values(fields).sort((a, b) => a.label.localeCompare(b.label))
  const part = (comparison: Comparison): SimplePart => ({ comparison, logic: writeComparison(comparison) })
  const add = () => {
    if (firstField) onSet(writeSimpleRule({ join, parts: [...parts, part(newComparison(firstField))] }))
  }
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
          onSet={(next) => onSet(writeSimpleRule({ join, parts: parts.with(index, part(next)) }))}
          onType={(next) => onType(writeSimpleRule({ join, parts: parts.with(index, part(next)) }))}
          onDone={onDone}
          onRemove={() => onSet(writeSimpleRule({ join, parts: parts.toSpliced(index, 1) }))}
        />
      ))}
      {readOnly ? null : firstField ? (
        <Button size="small" variant="text" className={styles.add ?? ''} onClick={add}>
          {t('addComparison')}
        </Button>
      ) : (
        <p className={styles.hint}>{t('noFields')}</p>
      )}
    </>
  )
}
