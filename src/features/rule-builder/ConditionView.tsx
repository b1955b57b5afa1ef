/** One condition: field, comparison, values, in one line where there is room; what is wrong with it, right below. */
import { useId } from 'react'
import type { RuleProps } from 'react-querybuilder'
import { ruleSentence } from '../../domain/engine/ruleSentence.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { type Comparison, comparisonIds, comparisonsFor, shapeOf } from '../../editor/comparisons.ts'
import { withField, withKind } from '../../editor/newComparison.ts'
import { useSay, useText } from '../../text/index.ts'
import { useBuilder } from './BuilderContext.ts'
import { comparableWith } from './comparable.ts'
import { withPart } from './edits.ts'
import { JsonEditor } from './JsonEditor.tsx'
import { LeafNotes } from './LeafNotes.tsx'
import { leafProblems, meantFields } from './leafProblems.ts'
import { ManyValues } from './ManyValues.tsx'
import { comparisonWords, partName } from './names.ts'
import { PartHead } from './PartHead.tsx'
import { PatternValue } from './PatternValue.tsx'
import styles from './parts.module.css'
import { type Condition, comparisonOf, isComparisonId, isGroup, partAt, writePart } from './query.ts'
import { Select } from './Select.tsx'
import { NumberInput } from './TypedInput.tsx'
import { ValueEdit } from './ValueEdit.tsx'
import words from './words.module.css'

export function ConditionView({ path }: RuleProps) {
  const { query } = useBuilder()
  const part = partAt(query, path)
  if (!part || isGroup(part)) return null
  return part.operator === 'json' ? (
    <WrittenCondition condition={part} path={path} />
  ) : (
    <ComparedCondition condition={part} path={path} />
  )
}

interface ConditionProps {
  readonly condition: Condition
  readonly path: readonly number[]
}

function ComparedCondition({ condition, path }: ConditionProps) {
  const t = useText('ruleBuilder')
  const { query, fields, readOnly, change } = useBuilder()
  const notes = useId()
  const comparison = comparisonOf(condition)
  if (!comparison) return null
  const name = partName(query, path)
  const { key, id } = comparison
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  const offered = comparisonsFor(field?.type)
  const problems = leafProblems(writePart(condition), fields)
  const describedBy = problems.length > 0 ? notes : undefined
  const set = (next: Comparison) => change(withPart(query, path, changed(condition, next)))
  return (
    <div className={styles.condition} data-problem={problems.length > 0 || undefined}>
      <PartHead path={path} id={condition.id ?? ''} name={name}>
        <Select
          label={t('field', { name })}
          value={key}
          of={condition.id}
          control="field"
          readOnly={readOnly}
          invalid={problems.some(({ kind }) => kind === 'unknown')}
          describedBy={describedBy}
          options={[
            ...(field ? sorted(fields) : meantFields(key, fields)).map((known) => ({
              value: known.key,
              label: known.label || known.key,
            })),
            ...(field ? [] : [{ value: key, label: t('unknownField', { name: key }) }]),
          ]}
          onChange={(chosen) => {
            const next = fields[chosen]
            if (next) set(withField(comparison, next, field))
          }}
        />
      </PartHead>
      <div className={styles.compared} data-shape={shapeOf(id)}>
        <Select
          label={t('comparison', { name })}
          value={id}
          readOnly={readOnly}
          options={comparisonIds
            .filter((known) => offered.includes(known) || known === id)
            .map((known) => ({ value: known, label: comparisonWords(known, field?.type) }))}
          onChange={(chosen) => {
            if (isComparisonId(chosen)) set(withKind(comparison, chosen, field))
          }}
        />
        <Values condition={condition} comparison={comparison} path={path} describedBy={describedBy} />
      </div>
      <LeafNotes id={notes} problems={problems} comparison={comparison} onRepair={set} />
    </div>
  )
}

const changed = (condition: Condition, { key, id, values }: Comparison): Condition => ({
  ...condition,
  field: key,
  operator: id,
  value: values,
})

const sorted = (fields: ReturnType<typeof useBuilder>['fields']) =>
  Object.values(fields).sort((a, b) => a.label.localeCompare(b.label))

interface ValuesProps extends ConditionProps {
  readonly comparison: Comparison
  readonly describedBy: string | undefined
}

function Values({ condition, comparison, path, describedBy }: ValuesProps) {
  const t = useText('ruleBuilder')
  const { query, fields, readOnly, change, type, done } = useBuilder()
  const { key, id, values } = comparison
  const name = partName(query, path)
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  const next = (given: readonly Logic[]) =>
    withPart(query, path, changed(condition, { ...comparison, values: given }))
  const edit = {
    field,
    others: comparableWith(field, fields),
    readOnly,
    describedBy,
    onDone: done,
  }
  switch (shapeOf(id)) {
    case 'none':
      return null
    case 'many':
      return (
        <ManyValues
          {...edit}
          name={name}
          values={values}
          onSet={(given) => change(next(given))}
          onType={(given) => type(next(given))}
        />
      )
    case 'days':
      return (
        <span className={styles.days}>
          <NumberInput
            label={t('days', { name })}
            narrow
            whole
            value={typeof values[0] === 'number' ? values[0] : 1}
            readOnly={readOnly}
            describedBy={describedBy}
            onType={(number) => type(next([number]))}
            onDone={done}
          />
          <span aria-hidden>{t('daysUnit')}</span>
        </span>
      )
    case 'one':
    case 'two':
      if (id === 'matches' || id === 'notMatches')
        return (
          <PatternValue
            {...edit}
            label={t('value', { name })}
            value={values[0] ?? ''}
            onSet={(given) => change(next([given]))}
            onType={(given) => type(next([given]))}
          />
        )
      return values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lower and upper bound are known by their place
        <span key={index} className={styles.operand}>
          {index === 1 ? <span aria-hidden>{t('and')}</span> : null}
          <ValueEdit
            {...edit}
            label={shapeOf(id) === 'two' ? t(index === 0 ? 'from' : 'to', { name }) : t('value', { name })}
            value={value}
            onSet={(given) => change(next(values.with(index, given)))}
            onType={(given) => type(next(values.with(index, given)))}
          />
        </span>
      ))
  }
}

/** A part that no condition can say: its sentence, and its JSON for those who write it. */
function WrittenCondition({ condition, path }: ConditionProps) {
  const t = useText('ruleBuilder')
  const say = useSay()
  const { query, fields, readOnly, type, done } = useBuilder()
  const name = partName(query, path)
  const [logic = null] = condition.value
  return (
    <div className={styles.condition}>
      <PartHead path={path} id={condition.id ?? ''} name={name}>
        <span className={styles.writtenSentence}>{say.rule(ruleSentence(logic, fields))}</span>
      </PartHead>
      <p className={`${words.hint} ${styles.inset}`}>{t('asWritten')}</p>
      <JsonEditor
        label={`${name}, ${t('json')}`}
        logic={logic}
        fields={fields}
        readOnly={readOnly}
        rows={2}
        onType={(next) => type(withPart(query, path, { ...condition, value: [next] }))}
        onDone={done}
      />
    </div>
  )
}
