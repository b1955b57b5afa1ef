/** Part by part whether it holds, with the current values of what it names. A nested list, so that readers walk it. */
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import HighlightOff from '@mui/icons-material/HighlightOff'
import type { RuleTrace } from '../../domain/engine/evaluateRule.ts'
import { ruleSentence, valueSentence } from '../../domain/engine/ruleSentence.ts'
import { language, useSay, useText } from '../../text/index.ts'
import type { FieldsByKey } from './BuilderContext.ts'
import type { Join } from './query.ts'
import styles from './tryIt.module.css'

interface TraceProps {
  readonly trace: RuleTrace
  readonly fields: FieldsByKey
}

export function Trace({ trace, fields }: TraceProps) {
  return (
    <ul className={styles.trace}>
      <TraceItem trace={trace} fields={fields} />
    </ul>
  )
}

/** "None of these" and "not all of these" are a group with its answer turned. */
function joinOf({ kind, parts }: RuleTrace): { join: Join; parts: readonly RuleTrace[] } | null {
  if (kind === 'leaf') return null
  if (kind !== 'not') return { join: kind, parts }
  const [inner] = parts
  if (!inner || (inner.kind !== 'all' && inner.kind !== 'any')) return null
  return { join: inner.kind === 'all' ? 'notAll' : 'none', parts: inner.parts }
}

function TraceItem({ trace, fields }: TraceProps) {
  const t = useText('ruleBuilder')
  const say = useSay()
  const group = joinOf(trace)
  const Icon = trace.holds ? CheckCircle : HighlightOff
  const named = Object.entries(trace.values)
  const values = new Intl.ListFormat(language()).format(
    named.map(([key, value]) => say.rule(valueSentence(key, value, fields))),
  )
  return (
    <li data-holds={trace.holds}>
      <div className={styles.traceLine}>
        <Icon aria-hidden />
        <span>
          <span className="sr-only">{t(trace.holds ? 'holds' : 'fails')}: </span>
          <span className={styles.traceWords}>
            {group ? t(`join_${group.join}`) : say.rule(ruleSentence(trace.logic, fields))}
          </span>
          {group || named.length === 0 ? null : (
            <span className={styles.traceValues}> {t('now', { values })}</span>
          )}
        </span>
      </div>
      {group ? (
        <ul>
          {group.parts.map((part) => (
            <TraceItem key={part.path} trace={part} fields={fields} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
