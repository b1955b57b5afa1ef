/** The rule on a sample deal: only the fields it names, and part by part what holds and what does not, and why. */
import { evaluateRule } from '../../domain/engine/evaluateRule.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'
import { useSay, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { TextField, ValueField } from '../../ui/forms/index.ts'
import type { FieldsByKey } from './BuilderContext.ts'
import { setSampleField, setToday, useSampleDeal } from './sampleDeal.ts'
import { Trace } from './Trace.tsx'
import styles from './tryIt.module.css'
import words from './words.module.css'

interface TryItProps {
  readonly logic: Logic
  readonly fields: FieldsByKey
}

export function TryIt({ logic, fields }: TryItProps) {
  const t = useText('ruleBuilder')
  const sayIt = useSay()
  const deal = useSampleDeal()
  const today = deal.today ?? new Date().toISOString().slice(0, 10)
  const shape = inspectRule(logic)
  const countsDays = shape.comparisons.some(({ operator }) => operator === 'relative_date')
  const evaluate = (values: Readonly<Record<string, Logic>>, day: string) =>
    evaluateRule(logic, { fields: values, now: `${day}T12:00:00.000Z` })
  const result = evaluate(deal.fields, today)
  const say = (values: Readonly<Record<string, Logic>>, day: string) => {
    const next = evaluate(values, day)
    if (next.ok && result.ok && next.holds !== result.holds)
      announce(t(next.holds ? 'ruleHolds' : 'ruleFails'), { topic: 'try', afterTyping: true })
  }
  return (
    <div className={styles.try}>
      <fieldset className={styles.sample}>
        <legend>{t('sampleDeal')}</legend>
        <p className={words.hint}>{shape.fields.length > 0 ? t('sampleHelp') : t('sampleNone')}</p>
        {shape.fields.map((key) => (
          <ValueField
            key={key}
            label={fields[key]?.label ?? t('unknownField', { name: key })}
            kind={fields[key]?.type ?? 'text'}
            options={fields[key]?.options ?? []}
            emptyLabel={t('sampleEmpty')}
            value={deal.fields[key] ?? null}
            onChange={(value) => {
              setSampleField(key, value)
              say({ ...deal.fields, [key]: value }, today)
            }}
          />
        ))}
        {countsDays ? (
          <TextField
            label={t('today')}
            type="date"
            value={today}
            onChange={({ target }) => {
              if (target.value === '') return
              setToday(target.value)
              say(deal.fields, target.value)
            }}
          />
        ) : null}
      </fieldset>
      <section className={styles.result} aria-label={t('result')}>
        {result.ok ? (
          <>
            <p className={styles.verdict} data-holds={result.holds}>
              {t(result.holds ? 'ruleHolds' : 'ruleFails')}
            </p>
            <Trace trace={result.trace} fields={fields} />
          </>
        ) : (
          <p className={words.refusal}>
            {t('ruleBroken', { why: sayIt(result.problems[0]?.sentence ?? '') })}
          </p>
        )}
      </section>
    </div>
  )
}
